import { boundedSlope } from '../layers/lamps.ts';
import { throughX, throughY } from '../paint/affine.ts';
import { mixRgb, type Rgb } from '../paint/colour.ts';
import { drawSheet, type Part } from '../paint/sheet.ts';
import { bucket, type Picture, view } from '../picture.ts';
import { treeShape } from './tree-shape.ts';

const TALL = 200;
const HALF = 110;
/** How much of its height a shadow shows where it lies on the ground. */
const LYING = 0.13;

/** x, stage pixels below the horizon, height, which of the drawings. */
const TREES = [
  [1178, 58, 236, 0],
  [1052, 40, 132, 1],
  [1262, 34, 118, 2],
  [96, 42, 168, 2],
  [190, 30, 96, 1],
  [-90, 66, 220, 0],
  [1420, 70, 220, 1],
] as const;

const part = (seed: number): Part => ({
  box: [-HALF, -TALL - 10, HALF * 2, TALL + 16],
  paint: ({ ctx }) => treeShape(ctx, 0, 0, TALL, seed, 0.42),
});

const PARTS = { tree0: part(4), tree1: part(7), tree2: part(13) };

/** A few trees that stand in the valley, each with the shadow that the light throws of it. */
export function putTrees(picture: Picture, dark: Rgb, light: Rgb, opacity: number): void {
  const { environment } = picture.frame;
  const pixels = bucket(picture.scale * 1.2);
  const sheet = picture.textures.get(`valley-trees:${pixels}`, () => ({
    ...drawSheet(PARTS, pixels, picture.grain),
    mipmaps: true,
  }));
  const m = view(picture, 1);
  const slope = boundedSlope(environment.shadow_slope);
  const shade = mixRgb(dark, [0, 0, 0.05], 0.7);
  for (const [x, below, height, drawing] of TREES) {
    const piece = sheet.plan.get(`tree${drawing}`);
    if (!piece) continue;
    const size = height / TALL;
    const [left, top, width, deep] = piece.box;
    const foot = environment.horizon + below;
    const up = -top * size;
    const down = (top + deep) * size;
    const corner = (dx: number, dy: number): readonly [number, number] => [
      throughX(m, x + dx, foot + dy),
      throughY(m, x + dx, foot + dy),
    ];
    const [from, to] = [left * size, (left + width) * size];
    for (const soft of [-1, 0, 1]) {
      const lean = slope * (1 + soft * 0.08) + soft * 0.04;
      picture.quads.corners(
        sheet.texture,
        piece.region,
        [...corner(from + up * lean, -up * LYING), ...corner(to + up * lean, -up * LYING)],
        [...corner(from - down * lean, down * LYING), ...corner(to - down * lean, down * LYING)],
        { tint: [0, 0, 0], ink: shade, opacity: (environment.shadow * opacity * 0.9) / 3 },
      );
    }
    picture.quads.corners(
      sheet.texture,
      piece.region,
      [...corner(from, -up), ...corner(to, -up)],
      [...corner(from, down), ...corner(to, down)],
      { tint: [light[0] - dark[0], light[1] - dark[1], light[2] - dark[2]], ink: dark, opacity },
    );
  }
}
