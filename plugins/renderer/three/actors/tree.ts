import { Group } from 'three';
import { bar, egg, flow } from '../field.ts';
import { noise } from '../noise.ts';
import { sculpt } from '../sculpt.ts';
import type { Form, Workshop } from './form.ts';
import { add, joint } from './parts.ts';

/** A broad tree: a trunk with two boughs under a billowing crown. */
export function tree({ palette, once }: Workshop): Form {
  const root = new Group();
  const bark = palette.color('trunk');
  const trunk = once('trunk', () =>
    sculpt(
      flow(
        0.1,
        bar([0, -1.5, 0], 0.2, [0.02, -0.4, 0], 0.12),
        bar([0.01, -0.6, 0], 0.09, [-0.4, 0.1, 0], 0.06),
        bar([0.01, -0.5, 0], 0.09, [0.4, 0.2, 0], 0.06),
      ),
      [-0.55, -1.52, -0.3],
      [0.55, 0.35, 0.3],
      0.045,
      (x, y, z, out) => out.copy(bark).multiplyScalar(0.75 + noise(x * 14, y * 2.5, z * 14, 8) * 0.5),
    ),
  );
  add(root, trunk, palette.painted({ roughness: 1 }));
  const crown = joint(root, [0, -0.3, 0]);
  const [leaf, sunny] = [palette.color('leaves', -0.25), palette.color('leaves', 0.12)];
  const billow = flow(
    0.16,
    egg([-0.48, 0.4, 0], [0.5, 0.46, 0.42]),
    egg([0.46, 0.46, 0], [0.5, 0.48, 0.42]),
    egg([0, 0.95, -0.02], [0.62, 0.78, 0.5]),
    egg([0.02, 0.45, 0.12], [0.55, 0.42, 0.45]),
  );
  // Tufts of leaves: knobs that catch the light, with shade in the clefts between them.
  const cleft = (x: number, y: number, z: number): number =>
    (noise(x * 5, y * 5, z * 5, 9) - 0.5) * 0.17 + (noise(x * 11, y * 11, z * 11, 12) - 0.5) * 0.11;
  const leaves = once('leaves', () =>
    sculpt(
      (x, y, z) => billow(x, y, z) + cleft(x, y, z),
      [-1.1, -0.2, -0.75],
      [1.1, 1.9, 0.8],
      0.055,
      (x, y, z, out) => {
        const lit = y * 0.42 + (noise(x * 16, y * 16, z * 16, 10) - 0.5) * 0.55 - cleft(x, y, z) * 3.4;
        out.copy(leaf).lerp(sunny, Math.min(1, Math.max(0, lit)));
        out.multiplyScalar(1 - Math.min(0.45, Math.max(0, cleft(x, y, z) * 4)));
      },
    ),
  );
  add(crown, leaves, palette.painted({ roughness: 1 }));
  return {
    root,
    pose: ({ pose }) => {
      const wind = pose.animation === 'none' ? 0 : pose.clock;
      crown.rotation.z = Math.sin(wind * 1.1) * 0.025 + Math.sin(wind * 2.3) * 0.008;
      crown.position.x = Math.sin(wind * 1.1) * -0.02;
    },
  };
}
