import { mixRgb, rgb, WHITE } from '../paint/colour.ts';
import { hash, smooth } from '../paint/noise.ts';
import { drawSheet, type Part } from '../paint/sheet.ts';
import type { Picture } from '../picture.ts';
import { bucket, view } from '../picture.ts';
import { grey } from './band.ts';

const WIDTH = 320;
const HEIGHT = 120;

/** From the middle of a round to its edge: share, brightness, how much it covers. */
const TOWER = [
  [0, 1, 1],
  [0.5, 0.9, 0.96],
  [0.8, 0.74, 0.8],
  [0.93, 0.64, 0.5],
  [1, 0.6, 0],
] as const;
const BANK = [
  [0, 0.86, 0.9],
  [0.6, 0.84, 0.7],
  [1, 0.82, 0],
] as const;

/** A heap of soft rounds on a flat foot: bright on the side of the light, in its own shade below, its underside torn. */
const heap = (seed: number, peak: number, long: number): Part => ({
  box: [-WIDTH / 2, -HEIGHT + 20, WIDTH, HEIGHT],
  paint: ({ ctx, grain }) => {
    const rounds = Array.from({ length: 22 }, (_, index) => index)
      .flatMap((index) => {
        const share = (index % 11) / 10 - 0.5 + (hash(index, seed) - 0.5) * 0.06;
        const tall = Math.max(0, 1 - ((share - peak) / 0.5) ** 2) ** 0.7;
        // Nothing is strewn beside the heap.
        if (tall < 0.3) return [];
        const up = index < 11 ? 0 : 0.3 + hash(index, seed, 1) * 0.7;
        return [
          {
            foot: up === 0,
            x: share * WIDTH * long,
            y: up > 0 ? -up * tall * 46 : 5,
            radius: (12 + tall * 20) * (0.75 + hash(index, seed, 2) * 0.45) * (up > 0 ? 1 - up * 0.25 : 1.2),
          },
        ];
      })
      .toSorted((one, other) => one.y - other.y);
    for (const { x, y, radius, foot } of rounds) {
      const light = ctx.createRadialGradient(x - radius * 0.35, y - radius * 0.5, 0, x, y, radius);
      // Those of the foot melt into one bank; only what towers above is round.
      for (const [at, value, alpha] of foot ? BANK : TOWER) light.addColorStop(at, grey(value, alpha));
      ctx.fillStyle = light;
      ctx.fillRect(x - radius, y - radius, radius * 2, radius * 2);
    }
    ctx.globalCompositeOperation = 'source-atop';
    const below = ctx.createLinearGradient(0, -34, 0, 20);
    below.addColorStop(0, grey(0.1, 0));
    below.addColorStop(1, grey(0.1, 0.75));
    ctx.fillStyle = below;
    ctx.fillRect(-WIDTH, -HEIGHT, WIDTH * 2, HEIGHT * 2);
    ctx.globalAlpha = 0.5;
    ctx.fillStyle = grain;
    ctx.fillRect(-WIDTH, -HEIGHT, WIDTH * 2, HEIGHT * 2);
    ctx.globalAlpha = 1;
    ctx.globalCompositeOperation = 'destination-out';
    const hem = ctx.createLinearGradient(0, -6, 0, 18);
    hem.addColorStop(0, grey(0, 0));
    hem.addColorStop(1, grey(0, 1));
    ctx.fillStyle = hem;
    ctx.fillRect(-WIDTH, -6, WIDTH * 2, 40);
    ctx.globalCompositeOperation = 'source-over';
  },
});

const PARTS = { heap0: heap(711, -0.12, 0.62), heap1: heap(722, 0.14, 0.78), heap2: heap(733, 0, 0.5) };

/** Share of the stage's width, share of the sky's height, size, drawing. */
const PLACES = [
  [0.1, 0.62, 0.62, 0],
  [0.3, 0.2, 1, 1],
  [0.52, 0.74, 0.46, 2],
  [0.78, 0.4, 0.84, 0],
  [0.98, 0.7, 0.5, 1],
  [1.22, 0.28, 0.9, 2],
] as const;
const LOOP = 1.4;

/** Heaps of cloud that sail slowly over the day's sky, the lower the smaller and the deeper in haze; none by night. */
export function drawClouds(picture: Picture, opacity: number): void {
  const { environment, stage } = picture.frame;
  const shown = opacity * smooth(1 - environment.stars * 1.6) * 0.9;
  if (shown <= 0.01) return;
  const pixels = bucket(picture.scale);
  const sheet = picture.textures.get(`clouds:${pixels}`, () => ({
    ...drawSheet(PARTS, pixels, picture.grain),
    mipmaps: true,
  }));
  const bottom = rgb(environment.sky_bottom);
  const light = mixRgb(mixRgb(rgb(environment.key_color), WHITE, 0.45), bottom, 0.1);
  const shade = mixRgb(rgb(environment.sky_top), bottom, 0.62);
  for (const [across, up, size, drawing] of PLACES) {
    const piece = sheet.plan.get(`heap${drawing}`);
    if (!piece) continue;
    const depth = 0.05 + size * 0.07;
    const sailed = across + (environment.clock * (2 + size * 4)) / stage.width;
    const x = ((((sailed + 0.2) % LOOP) + LOOP) % LOOP) - 0.2;
    const far = 1 - size;
    const [bright, dark] = [mixRgb(light, bottom, far * 0.6), mixRgb(shade, bottom, 0.2 + far * 0.5)];
    const m = view(picture, depth);
    const [px, py] = [x * stage.width, environment.horizon * up];
    const box = piece.box.map((side) => side * size * 0.9) as [number, number, number, number];
    picture.quads.box(sheet.texture, piece.region, m, [px + box[0], py + box[1], box[2], box[3]], {
      tint: [bright[0] - dark[0], bright[1] - dark[1], bright[2] - dark[2]],
      ink: dark,
      opacity: shown * (0.5 + size * 0.45),
    });
  }
}
