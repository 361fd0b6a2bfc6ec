/** Folds the paper plane of `scenarios/postcard.scene`: `node scripts/media/paper-plane.ts` writes it as glTF. */
import { writeFileSync } from 'node:fs';
import { glbOf, type Motion, modelOf, type Surface } from '../../plugins/kit/glb.ts';

type Point = readonly [number, number, number];

const WHITE = [0.93, 0.92, 0.86] as const;
const CREAM = [0.83, 0.86, 0.9] as const;
const CORAL = [0.86, 0.13, 0.08] as const;
const SHADE = [0.5, 0.58, 0.72] as const;

const NOSE: Point = [1.7, 0, 0];
const KEEL: Point = [-1.2, -0.5, 0];
const on = ([x, y, z]: Point, side: number): Point => [x, y, z * side];
const between = (from: Point, to: Point, share: number): Point => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

/** Each triangle has corners of its own, so that every fold stays sharp. */
const sheet = (colour: Surface['colour'], triangles: readonly (readonly [Point, Point, Point])[]): Surface => ({
  corners: triangles.flat(),
  triangles: triangles.map((_, at) => [at * 3, at * 3 + 1, at * 3 + 2] as const),
  colour,
});

function half(side: 1 | -1): readonly Surface[] {
  const fold = on([-1.2, 0.1, 0.07], side);
  const crease = on([-1.25, 0.2, 0.5], side);
  const tip = on([-1.35, 0.32, 1.15], side);
  const [tipAhead, creaseAhead] = [between(tip, NOSE, 0.22), between(crease, NOSE, 0.22)];
  return [
    sheet(WHITE, [[NOSE, fold, crease]]),
    sheet(CREAM, [[NOSE, creaseAhead, tipAhead]]),
    sheet(CORAL, [
      [tipAhead, creaseAhead, crease],
      [tipAhead, crease, tip],
    ]),
    sheet(SHADE, [[NOSE, KEEL, fold]]),
  ];
}

/** It leans towards the viewer, who would see nothing of its wings otherwise. */
const LEAN = 0.5;

/** Around the length of the plane and around its wings, radians, by small angles. */
const lean = (roll: number, pitch: number): Motion[number]['turn'] => {
  const [x, z] = [Math.sin((LEAN + roll) / 2), Math.sin(pitch / 2)];
  return [x, 0, z, Math.sqrt(1 - x * x - z * z)];
};

const GLIDE: Motion = [
  { at: 0, move: [0, 0, 0], turn: lean(0.16, 0.05) },
  { at: 0.6, move: [0, 0.1, 0], turn: lean(0, 0.1) },
  { at: 1.2, move: [0, 0.02, 0], turn: lean(-0.16, 0.02) },
  { at: 1.8, move: [0, -0.08, 0], turn: lean(0, -0.04) },
  { at: 2.4, move: [0, 0, 0], turn: lean(0.16, 0.05) },
];

const { document, binary } = modelOf([...half(1), ...half(-1)], GLIDE);
writeFileSync(new URL('../../scenarios/media/paper-plane.glb', import.meta.url), glbOf(document, binary));
