import { BoxGeometry, type BufferGeometry, Color, ConeGeometry, CylinderGeometry, Group } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { hash, noise } from '../noise.ts';
import type { Brush } from '../sculpt.ts';
import type { Form, Workshop } from './form.ts';
import { puffed } from './outline.ts';
import { add, joint, tint, tube } from './parts.ts';

const GROUND = -1.64;

/** Middle, upper edge and radius of each tower, and the height of its roof. */
const TOWERS = [
  { x: 0, z: -0.42, top: 0.9, r: 0.48, roof: 0.72 },
  { x: -1.32, z: 0.02, top: 0.48, r: 0.38, roof: 0.66 },
  { x: 1.32, z: 0.02, top: 0.48, r: 0.38, roof: 0.66 },
] as const;

const FLAG_SEGMENTS = 4;

/** Stones in courses around towers and along walls, each of its own age, darker in the joints and near the ground. */
const masonry =
  (wall: Color): Brush =>
  (x, y, z, out) => {
    const row = Math.floor((y + 2) / 0.12);
    const along = Math.abs(z) > 0.2 ? Math.atan2(z, x % 1.3) * 0.5 : x;
    const column = Math.floor((along + (row % 2) * 0.11) / 0.22);
    const seam = Math.min(1, Math.abs(((y + 2) / 0.12) % 1) * 7);
    out
      .copy(wall)
      .multiplyScalar(0.84 + 0.2 * hash(row * 57 + column, 31) + (noise(x * 6, y * 6, z * 6, 32) - 0.5) * 0.1);
    out.multiplyScalar((0.86 + 0.14 * seam) * (1 - 0.3 * Math.exp(-(y - GROUND) * 3.5)));
  };

function merlons(x: number, z: number, y: number, r: number): BufferGeometry[] {
  const count = Math.round(r * 24);
  return Array.from({ length: count }, (_, at) => {
    const turn = (at / count) * Math.PI * 2;
    const block = new BoxGeometry(0.1, 0.15, 0.1).rotateY(-turn);
    return block.translate(x + Math.cos(turn) * r, y + 0.07, z + Math.sin(turn) * r);
  });
}

function stonework(wall: Color): BufferGeometry {
  const towers = TOWERS.flatMap(({ x, z, top, r }) => [
    new CylinderGeometry(r, r * 1.06, top - GROUND, 48, 34, true).translate(x, (top + GROUND) / 2, z),
    new CylinderGeometry(r * 1.13, r, 0.14, 48).translate(x, top, z),
    ...merlons(x, z, top + 0.06, r * 1.07),
  ]);
  const walls = new BoxGeometry(2.5, 1.28, 0.26, 60, 24, 2).translate(0, GROUND + 0.64, 0.16);
  const ledge = new BoxGeometry(2.5, 0.07, 0.36, 60, 1, 1).translate(0, GROUND + 1.29, 0.16);
  const teeth = Array.from({ length: 10 }, (_, at) =>
    new BoxGeometry(0.12, 0.16, 0.3).translate(-1.0 + at * 0.222, GROUND + 1.4, 0.16),
  );
  return tint(mergeGeometries([...towers, walls, ledge, ...teeth]), masonry(wall));
}

/** A castle of two round towers and a keep behind its gate; its flags wave. */
export function castle(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const turned = joint(root, [0, 0, -0.4]);
  turned.rotation.y = -0.22;
  const wall = palette.color('walls');
  add(
    turned,
    once('stonework', () => stonework(wall)),
    palette.painted({ roughness: 0.95 }),
  ).receiveShadow = true;

  const tile = palette.color('roofs');
  const roofs = once('roofs', () =>
    tint(
      mergeGeometries(
        TOWERS.map(({ x, z, top, r, roof }) =>
          new ConeGeometry(r * 1.12, roof, 40, 14, true).translate(x, top + 0.1 + roof / 2, z),
        ),
      ),
      (x, y, z, out) => {
        const row = Math.floor((y + 2) / 0.075);
        out.copy(tile).multiplyScalar(0.8 + 0.3 * hash(row * 31 + Math.floor(Math.atan2(z, x) * 9), 33));
      },
    ),
  );
  add(turned, roofs, palette.painted({ roughness: 0.7, side: 2 }));

  const arch = (width: number, high: number, depth: number) => (): BufferGeometry =>
    puffed(
      (pen) => {
        pen.moveTo(-width, 0);
        pen.lineTo(-width, high - width);
        pen.quadraticCurveTo(-width, high, 0, high);
        pen.quadraticCurveTo(width, high, width, high - width);
        pen.lineTo(width, 0);
        pen.closePath();
      },
      depth,
      0.012,
    );
  add(turned, once('frame', arch(0.42, 1.0, 0.08)), palette.paint(palette.color('walls', -0.25), { roughness: 0.9 }), [
    0,
    GROUND,
    0.3,
  ]);
  add(turned, once('gate', arch(0.32, 0.88, 0.06)), palette.paint('gate', { roughness: 0.85 }), [0, GROUND, 0.345]);
  const iron = palette.paint(new Color('#2b2620'), { roughness: 0.5, metalness: 0.5 });
  const bars = once('bars', () =>
    mergeGeometries([
      ...[-0.2, -0.07, 0.07, 0.2].map((x) => new BoxGeometry(0.03, 0.8, 0.02).translate(x, 0.4, 0)),
      ...[0.2, 0.42, 0.62].map((y) => new BoxGeometry(0.62, 0.03, 0.02).translate(0, y, 0)),
    ]),
  );
  add(turned, bars, iron, [0, GROUND, 0.39]);

  const glass = palette.paint(new Color('#5e4630'), { roughness: 0.4 });
  palette.atDusk(glass, 9);
  const slit = once('slit', arch(0.075, 0.28, 0.05));
  for (const { x, z, top, r } of TOWERS)
    for (const [across, down] of x === 0
      ? ([
          [0, 0.36],
          [-0.22, 0.84],
          [0.22, 0.84],
        ] as const)
      : ([
          [0, 0.42],
          [0, 1.05],
        ] as const))
      add(turned, slit, glass, [x + across, top - down, z + Math.sqrt(r * r - across * across) - 0.01]);

  const cloth = palette.paint('flag', { roughness: 0.9, side: 2 });
  const pole = palette.paint(new Color('#7a7480'), { roughness: 0.5 });
  const strip = once('strip', () => new BoxGeometry(0.12, 0.24, 0.012).translate(0.06, 0, 0));
  const flags = TOWERS.map(({ x, z, top, roof }) => {
    const mast = joint(turned, [x, top + 0.1 + roof, z]);
    add(mast, tube(workshop, 0.014, 0.014), pole, [0, 0.1, 0], [1, 0.5, 1]);
    let hold = joint(mast, [0.01, 0.22, 0]);
    return Array.from({ length: FLAG_SEGMENTS }, (_, at) => {
      add(hold, strip, cloth, [0, 0, 0], [1, 1 - at * 0.12, 1]).castShadow = false;
      const link = hold;
      hold = joint(link, [0.118, 0, 0]);
      return link;
    });
  });
  return {
    root,
    pose: ({ pose: { animation, clock } }) => {
      const live = animation === 'none' ? 0 : 1;
      for (const [which, links] of flags.entries())
        for (const [at, link] of links.entries())
          link.rotation.y = Math.sin(clock * 5 - at * 1.1 + which * 1.9) * (at === 0 ? 0.25 : 0.5) * live;
    },
  };
}
