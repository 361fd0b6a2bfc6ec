import { Group } from 'three';
import { egg, flow } from '../field.ts';
import { noise } from '../noise.ts';
import { sculpt } from '../sculpt.ts';
import type { Form, Workshop } from './form.ts';
import { add } from './parts.ts';

/** A soft heap of cotton. */
export function cloud({ palette, once }: Workshop): Form {
  const root = new Group();
  const [light, shade] = [palette.color('body'), palette.color('body', -0.22)];
  const heap = once('heap', () =>
    sculpt(
      flow(
        0.12,
        egg([-0.72, -0.2, 0], [0.44, 0.32, 0.36]),
        egg([-0.25, 0.08, 0.03], [0.46, 0.44, 0.42]),
        egg([0.3, 0.02, 0], [0.42, 0.38, 0.4]),
        egg([0.78, -0.2, 0.02], [0.4, 0.3, 0.34]),
        egg([0.05, -0.28, 0.08], [0.85, 0.24, 0.4]),
      ),
      [-1.3, -0.65, -0.56],
      [1.3, 0.65, 0.56],
      0.05,
      (x, y, z, out) =>
        out.copy(shade).lerp(light, Math.min(1, Math.max(0, 0.55 + y * 1.1 + noise(x * 3, y * 3, z * 3, 4) * 0.25))),
    ),
  );
  const mesh = add(
    root,
    heap,
    palette.painted({ roughness: 1, emissive: palette.color('body'), emissiveIntensity: 0.06 }),
  );
  return {
    root,
    pose: ({ pose }) => {
      const drift = pose.animation === 'none' ? 0 : pose.clock;
      mesh.position.set(Math.sin(drift * 0.5) * 0.05, Math.sin(drift * 0.8) * 0.025, 0);
      mesh.scale.set(1 + Math.sin(drift * 0.9) * 0.012, 1 + Math.sin(drift * 1.1 + 1) * 0.015, 1);
    },
  };
}
