import { CylinderGeometry, Group, LatheGeometry, Path, Vector2 } from 'three';
import { copies, ring } from './copies.ts';
import type { Form, Workshop } from './form.ts';
import { puffed, through } from './outline.ts';
import { add, joint } from './parts.ts';

const TEETH = 10;
const HOLES = 5;
const TURN_S = 6;

/** A cogwheel of steel: teeth with soft edges, round openings, and a hub held by bolts. */
export function gear({ palette, once }: Workshop): Form {
  const root = new Group();
  const turned = joint(root);
  turned.rotation.set(0.1, -0.36, 0);
  const wheel = joint(turned);
  const steel = palette.paint('body', { roughness: 0.34, metalness: 0.65 });
  const iron = palette.paint('hub', { roughness: 0.4, metalness: 0.6 });
  const cog = once('cog', () =>
    puffed(
      (pen) => {
        const step = (Math.PI * 2) / TEETH;
        // Foot, flank and crown of each tooth: share of the step and radius.
        const tooth = [[-0.31, 0.5], [-0.17, 0.6], [-0.13, 0.63], [0.13, 0.63], [0.17, 0.6], [0.31, 0.5]] as const; // biome-ignore format: a table
        through(
          pen,
          Array.from({ length: TEETH }, (_, i) => i).flatMap((i) =>
            tooth.map(([share, r]) => {
              const angle = Math.PI / 2 + (i + share) * step;
              return [Math.cos(angle) * r, Math.sin(angle) * r] as const;
            }),
          ),
        );
        for (const { at } of ring(HOLES, 0.345))
          pen.holes.push(new Path().absarc(at[0], at[1], 0.085, 0, Math.PI * 2, true));
      },
      0.12,
      0.03,
    ),
  );
  add(wheel, cog, steel);
  const rim = once('rim', () =>
    new LatheGeometry(
      [
        [0.445, -0.115],
        [0.455, -0.13],
        [0.485, -0.13],
        [0.495, -0.115],
        [0.495, 0.115],
        [0.485, 0.13],
        [0.455, 0.13],
        [0.445, 0.115],
        [0.445, -0.115],
      ].map(([r = 0, y = 0]) => new Vector2(r, y)),
      64,
    ).rotateX(Math.PI / 2),
  );
  add(wheel, rim, steel);
  const hub = once('hub', () =>
    new LatheGeometry(
      [
        [0.07, -0.17],
        [0.22, -0.17],
        [0.235, -0.155],
        [0.235, 0.155],
        [0.22, 0.17],
        [0.12, 0.17],
        [0.11, 0.21],
        [0.075, 0.21],
        [0.07, 0.2],
        [0.07, -0.17],
      ].map(([r = 0, y = 0]) => new Vector2(r, y)),
      48,
    ).rotateX(Math.PI / 2),
  );
  add(wheel, hub, iron);
  const bolts = once('bolts', () =>
    copies(new CylinderGeometry(0.034, 0.036, 0.4, 6).rotateX(Math.PI / 2), ring(HOLES, 0.172, 0, 0.5)),
  );
  add(wheel, bolts, steel);
  return {
    root,
    pose: ({ pose: { animation, clock } }) => {
      wheel.rotation.z = animation === 'spin' ? -(clock / TURN_S) * Math.PI * 2 : 0;
    },
  };
}
