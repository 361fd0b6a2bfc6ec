import { BoxGeometry, Color, Group } from 'three';
import { hash, noise } from '../noise.ts';
import type { Brush } from '../sculpt.ts';
import type { Form, Workshop } from './form.ts';
import { puffed, through } from './outline.ts';
import { add, tint } from './parts.ts';

/** A cottage with a steep roof, a chimney, a door and lit windows. Its front stands a little behind the stage's plane. */
export function house({ palette, once }: Workshop): Form {
  const root = new Group();
  const turned = new Group();
  turned.rotation.y = -0.32;
  turned.position.z = -0.75;
  root.add(turned);
  const block = once('block', () => new BoxGeometry(1, 1, 1));
  const [wash, tile] = [palette.color('walls'), palette.color('roof')];
  // Boards of slightly different age, dirtier towards the ground and in the shade of the eaves.
  const boards: Brush = (x, y, z, out) => {
    const board = Math.floor((y + 2) / 0.15);
    out.copy(wash).multiplyScalar(0.88 + 0.12 * hash(board, 21) + (noise(x * 3, y * 9, z * 3, 22) - 0.5) * 0.1);
    out.multiplyScalar(1 - 0.28 * Math.exp(-(y + 1.3) * 5));
  };
  const walls = palette.painted({ roughness: 0.9 });
  const roof = palette.painted({ roughness: 0.75 });
  const trim = palette.paint(palette.color('walls', 0.5), { roughness: 0.7 });
  const shell = once('shell', () =>
    tint(new BoxGeometry(2, 1.2, 1.5, 4, 24, 4).translate(0, -0.7, 0).toNonIndexed(), boards),
  );
  add(turned, shell, walls).receiveShadow = true;
  const gable = once('gable', () =>
    tint(
      puffed(
        (pen) =>
          through(pen, [
            [-1, 0],
            [1, 0],
            [0, 1.02],
          ]),
        1.5,
        0,
      ),
      boards,
    ),
  );
  add(turned, gable, walls, [0, -0.1, 0]);
  const slab = once('slab', () =>
    tint(new BoxGeometry(1.62, 0.1, 1.8, 9, 1, 12).toNonIndexed(), (x, _y, z, out) =>
      out.copy(tile).multiplyScalar(0.8 + 0.32 * hash(Math.floor(x / 0.18 + 40) * 31 + Math.floor(z / 0.15 + 40), 23)),
    ),
  );
  const slope = Math.atan2(1.02, 1);
  for (const side of [-1, 1]) add(turned, slab, roof, [side * 0.57, 0.42, 0], 1, [0, 0, side * -slope]);
  add(turned, block, palette.paint(palette.color('roof', -0.3)), [-0.55, 0.85, -0.2], [0.26, 0.7, 0.26]);
  add(turned, block, palette.paint('door', { roughness: 0.7 }), [0, -0.92, 0.76], [0.42, 0.76, 0.06]);
  add(turned, block, trim, [0, -0.52, 0.77], [0.52, 0.06, 0.08]);
  const glass = palette.paint(palette.color('windows').lerp(new Color('#e8851c'), 0.5), { roughness: 0.3 });
  palette.atDusk(glass, 1.1);
  for (const x of [-0.64, 0.64]) {
    add(turned, block, trim, [x, -0.62, 0.755], [0.44, 0.48, 0.05]);
    add(turned, block, glass, [x, -0.62, 0.775], [0.36, 0.4, 0.05]);
    add(turned, block, trim, [x, -0.62, 0.79], [0.035, 0.4, 0.05]);
    add(turned, block, trim, [x, -0.62, 0.79], [0.36, 0.035, 0.05]);
  }
  add(turned, block, trim, [0, 0.3, 0.73], [0.36, 0.36, 0.05]);
  add(turned, block, glass, [0, 0.3, 0.75], [0.28, 0.28, 0.05]);
  add(turned, block, palette.paint(palette.color('walls', -0.4)), [0, -1.26, 0.8], [0.7, 0.08, 0.4]);
  return { root, pose: () => undefined };
}
