import { CylinderGeometry, Group, Mesh, type MeshStandardMaterial } from 'three';
import { bar, egg, flow } from '../field.ts';
import { sculpt } from '../sculpt.ts';
import { cowHide } from './cow-hide.ts';
import type { Workshop } from './form.ts';

export interface Leg {
  readonly root: Group;
  /** `phase` in radians of the walk, `walking` and `airborne` 0–1, `climb` the angle of the flight path. */
  swing(phase: number, walking: number, airborne: number, climb: number): void;
}

/** From hip to knee, knee to pastern, and where the hip sits. The foot reaches y = −0.9. */
const BUILD = {
  fore: { x: 0.46, y: -0.16, upper: 0.34, lower: 0.31, bend: 1, muscle: 0.15 },
  hind: { x: -0.66, y: -0.12, upper: 0.36, lower: 0.33, bend: -1, muscle: 0.19 },
} as const;

export function cowLeg(workshop: Workshop, hide: MeshStandardMaterial, which: 'fore' | 'hind', z: number): Leg {
  const { palette, once } = workshop;
  const { x, y, upper, lower, bend, muscle } = BUILD[which];
  const brush = cowHide(palette);
  const root = new Group();
  root.position.set(x, y, z);
  const side = z > 0 ? 'near' : 'far';

  const thigh = new Mesh(
    once(`${which}-${side}-upper`, () =>
      sculpt(
        flow(
          0.1,
          egg([0, 0.02, 0], [muscle * 1.1, 0.24, muscle * 0.72]),
          bar([0, -0.1, 0], muscle * 0.66, [0, -upper, 0], 0.085),
        ),
        [-0.26, -0.46, -0.2],
        [0.26, 0.3, 0.2],
        0.028,
        (px, py, pz, out) => brush(px + x, py + y, pz + z, out),
      ),
    ),
    hide,
  );
  root.add(thigh);

  const knee = new Group();
  knee.position.y = -upper;
  root.add(knee);
  const shin = new Mesh(
    once(`${which}-${side}-lower`, () =>
      sculpt(
        flow(
          0.06,
          egg([0, 0, 0], [0.095, 0.1, 0.09]),
          bar([0, 0, 0], 0.078, [0, -lower + 0.06, 0], 0.062),
          egg([0, -lower + 0.03, 0], [0.08, 0.06, 0.078]),
        ),
        [-0.14, -0.4, -0.14],
        [0.14, 0.14, 0.14],
        0.024,
        (px, py, pz, out) => brush(px + x, py + y - upper, pz + z, out),
      ),
    ),
    hide,
  );
  knee.add(shin);

  const ankle = new Group();
  ankle.position.y = -lower;
  knee.add(ankle);
  const horn = palette.paint('spots', { roughness: 0.45 });
  for (const toe of [-1, 1]) {
    const hoof = new Mesh(
      once('hoof', () => new CylinderGeometry(0.062, 0.085, 0.13, 14)),
      horn,
    );
    hoof.scale.z = 0.62;
    hoof.position.set(0.018, -0.055, toe * 0.042);
    ankle.add(hoof);
  }
  root.traverse((part) => {
    part.castShadow = true;
  });

  return {
    root,
    swing: (phase, walking, airborne, climb) => {
      const reach = Math.sin(phase) * 0.42 * walking;
      const lift = Math.max(0, Math.cos(phase)) * 0.7 * walking;
      // In flight the forelegs fold under the chest; the hind legs push off, trail, and come forward to land.
      const rising = Math.max(0, Math.min(1, climb * 1.7));
      const stagger = z > 0 ? 1 : 0.78;
      const hip = which === 'fore' ? 1.05 - rising * 0.1 : -0.5 - rising * 0.95;
      const fold = which === 'fore' ? 1.75 : 0.12 + (1 - rising) * 0.8;
      const ground = 1 - airborne;
      root.rotation.z = reach * ground + hip * airborne * stagger;
      knee.rotation.z = -bend * (lift * ground + fold * airborne * stagger);
      ankle.rotation.z = -lift * 0.5 * ground - airborne * 0.6;
    },
  };
}
