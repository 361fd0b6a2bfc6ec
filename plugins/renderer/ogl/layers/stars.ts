import { rgb } from '../paint/colour.ts';
import { hash, smooth } from '../paint/noise.ts';
import { type Picture, view } from '../picture.ts';
import { putSprite } from './put-sprite.ts';

const COUNT = 230;
const HUES = ['#ffffff', '#dfe8ff', '#fff1d6', '#cfe0ff'] as const;

/** Stars that twinkle each at its own pace; the brightest glint. Thinner towards the horizon. */
export function drawStars(picture: Picture): void {
  const { environment, stage } = picture.frame;
  if (environment.stars <= 0.01) return;
  const m = view(picture, 0.08);
  const reach = Math.max(environment.horizon, stage.height * 0.4);
  const unit = stage.height / 720;
  for (let star = 0; star < COUNT; star++) {
    const x = (hash(star, 1) * 1.2 - 0.1) * stage.width;
    const height = hash(star, 2) ** 1.25;
    const y = height * reach * 1.05 - 20;
    const size = 0.7 + hash(star, 3) ** 7 * 2.6;
    const twinkle = 0.72 + 0.28 * Math.sin(environment.clock * (1 + hash(star, 4) * 2.6) + hash(star, 5) * 6.28);
    const low = smooth((1 - y / reach) * 3);
    const opacity = environment.stars * twinkle * low * (0.42 + hash(star, 6) * 0.58);
    if (opacity < 0.02) continue;
    const colour = rgb(HUES[Math.floor(hash(star, 7) * HUES.length)] ?? '#ffffff');
    if (size > 1.9) {
      putSprite(picture, 'glow', m, [x, y, size * 13 * unit, size * 13 * unit], {
        tint: colour,
        opacity: opacity * 0.42,
        glow: 1,
      });
      putSprite(picture, 'glint', m, [x, y, size * 7 * unit, size * 7 * unit], { tint: colour, opacity, glow: 1 });
    } else {
      const width = (1.4 + size * 1.7) * unit;
      putSprite(picture, 'dot', m, [x, y, width, width], { tint: colour, opacity, glow: 1 });
    }
  }
}
