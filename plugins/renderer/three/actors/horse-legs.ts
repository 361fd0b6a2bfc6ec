import { CylinderGeometry, type Object3D } from 'three';
import { bar, egg, flow } from '../field.ts';
import { sculpt } from '../sculpt.ts';
import type { Workshop } from './form.ts';
import { add, joint } from './parts.ts';

/** Where each leg is set on, and when in the turn of all four it swings forward: walking, and in a gallop. */
const LEGS = [
  { x: -0.6, z: 0.17, walk: 0, gallop: 0, front: false },
  { x: 0.42, z: 0.15, walk: 0.5, gallop: 0.42, front: true },
  { x: -0.6, z: -0.17, walk: 0.5, gallop: 0.08, front: false },
  { x: 0.42, z: -0.15, walk: 0, gallop: 0.52, front: true },
] as const;
const HIP = -0.1;
const UPPER = 0.47;
const LOWER = 0.38;

/** Four slender legs on hooves. The result takes the phase in radians, how much it goes, how much it runs, how far it flies. */
export function horseLegs(workshop: Workshop, parent: Object3D) {
  const { palette, once } = workshop;
  const hide = palette.painted({ roughness: 0.75 });
  const horn = palette.paint('hooves', { roughness: 0.45 });
  const [main, dark] = [palette.color('body'), palette.color('body', -0.4)];
  const shin = once('shin', () =>
    sculpt(
      flow(
        0.05,
        egg([0, 0, 0], [0.085, 0.1, 0.08]),
        bar([0, 0, 0], 0.066, [0, -LOWER + 0.05, 0], 0.05),
        egg([0.01, -LOWER + 0.02, 0], [0.072, 0.06, 0.068]),
      ),
      [-0.14, -0.48, -0.14],
      [0.14, 0.14, 0.14],
      0.024,
      (_x, y, _z, out) => out.copy(main).lerp(dark, Math.min(1, Math.max(0, -y * 3 - 0.1))),
    ),
  );
  const hoof = once('hoof', () => new CylinderGeometry(0.068, 0.1, 0.13, 18));
  const legs = LEGS.map(({ x, z, walk, gallop, front }) => {
    const hip = joint(parent, [x, HIP, z]);
    const muscle = front ? 0.14 : 0.2;
    const thigh = once(`thigh ${front}`, () =>
      sculpt(
        flow(
          0.1,
          egg([0, 0.02, 0], [muscle, 0.24, muscle * 0.72]),
          bar([0, -0.1, 0], muscle * 0.66, [front ? 0 : -0.03, -UPPER, 0], 0.075),
        ),
        [-0.28, -0.6, -0.22],
        [0.28, 0.32, 0.22],
        0.028,
        (_x, _y, _z, out) => out.copy(main),
      ),
    );
    add(hip, thigh, hide);
    const knee = joint(hip, [front ? 0 : -0.03, -UPPER, 0]);
    add(knee, shin, hide);
    const foot = joint(knee, [0.02, -LOWER, 0]);
    add(foot, hoof, horn, [0.012, -0.066, 0]);
    return { hip, knee, foot, walk, gallop, front };
  });
  return (phase: number, pace: number, run: number, airborne: number): void => {
    const ground = 1 - airborne;
    for (const { hip, knee, foot, walk, gallop, front } of legs) {
      const angle = phase + (walk + (gallop - walk) * run) * Math.PI * 2;
      const reach = (0.42 + 0.34 * run) * pace * ground;
      hip.rotation.z = Math.sin(angle) * reach + (front ? 0.8 : -0.7) * airborne + (front ? 0 : 0.08);
      const bend = Math.max(0, Math.cos(angle)) * reach * 1.7;
      knee.rotation.z = -bend - (front ? 1.35 : 0.4) * airborne - (front ? 0 : 0.1);
      foot.rotation.z = -bend * 0.35 - airborne * 0.4;
    }
  };
}
