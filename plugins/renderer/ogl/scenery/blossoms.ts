import { placeLight } from '../layers/lamps.ts';
import { putSprite } from '../layers/put-sprite.ts';
import { rgb } from '../paint/colour.ts';
import { hash, smooth } from '../paint/noise.ts';
import { type Picture, view } from '../picture.ts';

const COUNT = 46;
const PETALS = 5;
const HUES = ['#ffffff', '#ffe27a', '#ffffff', '#f7a8c4', '#c9b2ff'] as const;

/** Small flowers strewn in groups over the grass, open by day; they nod in the wind and repeat, so no camera outruns them. */
export function putBlossoms(picture: Picture, opacity: number): void {
  if (picture.quality < 0.5) return;
  const { environment, stage, camera } = picture.frame;
  const shown = opacity * (0.3 + 0.7 * smooth(environment.sky_luminance * 2.5));
  const m = view(picture);
  const light = placeLight(picture.frame);
  const length = stage.width * 1.5;
  const deep = stage.height - environment.horizon;
  for (let flower = 0; flower < COUNT; flower++) {
    const group = Math.floor(flower / 4);
    const home = (hash(group, 741) + (hash(flower, 742) - 0.5) * 0.09) * length;
    const x = home + Math.round((camera.x - home) / length) * length;
    const near = Math.min(1, Math.max(0.1, 0.12 + hash(group, 743) * 0.8 + (hash(flower, 744) - 0.5) * 0.16));
    const y = environment.horizon + near * deep * 0.92;
    const size = 1.3 + near * 2.3;
    const nod = Math.sin(environment.clock * 1.3 + x * 0.009) * size * 0.5;
    const hue = rgb(HUES[Math.floor(hash(group, 745) * HUES.length)] ?? '#ffffff');
    const tint = [hue[0] * light[0], hue[1] * light[1], hue[2] * light[2]] as const;
    for (let petal = 0; petal < PETALS; petal++) {
      const turn = (petal / PETALS) * Math.PI * 2 + hash(flower, 746);
      const [dx, dy] = [Math.cos(turn) * size, Math.sin(turn) * size * 0.7];
      putSprite(picture, 'dot', m, [x + nod + dx, y + dy, size * 1.5, size * 1.2], { tint, opacity: shown });
    }
    putSprite(picture, 'dot', m, [x + nod, y, size * 1.1, size * 0.9], {
      tint: [0.96 * light[0], 0.72 * light[1], 0.24 * light[2]],
      opacity: shown,
    });
  }
}
