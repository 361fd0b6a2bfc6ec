import { CatmullRomCurve3, ConeGeometry, Group, TubeGeometry, Vector3 } from 'three';
import { bar, egg, flow } from '../field.ts';
import { sculpt } from '../sculpt.ts';
import type { Form, Workshop } from './form.ts';
import { fourLegs } from './four-legs.ts';
import { climbOf } from './gait.ts';
import { add, eye, joint, sphere } from './parts.ts';

/** A striped cat with a curling tail. */
export function cat(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const body = joint(root);
  body.rotation.y = -0.3;
  const skin = palette.paint('body', { roughness: 0.9 });
  const coat = palette.painted({ roughness: 0.9 });
  const [main, stripe] = [palette.color('body'), palette.color('stripes')];
  const fur = (x: number, y: number, z: number, out: typeof main): void => {
    const wave = Math.sin(x * 26 + Math.sin(y * 9 + z * 4) * 0.8);
    out.copy(main).lerp(stripe, Math.min(1, Math.max(0, (wave - 0.35) * 3)) * Math.min(1, Math.max(0, y * 5 + 0.6)));
  };
  const trunk = once('trunk', () =>
    sculpt(
      flow(
        0.12,
        bar([-0.36, -0.02, 0], 0.17, [0.2, 0, 0], 0.17),
        egg([-0.36, -0.05, 0], [0.19, 0.2, 0.18]),
        bar([0.2, 0.05, 0], 0.13, [0.36, 0.18, 0], 0.11),
      ),
      [-0.64, -0.34, -0.28],
      [0.58, 0.36, 0.28],
      0.026,
      fur,
    ),
  );
  add(body, trunk, coat);
  const step = fourLegs(workshop, body, skin, {
    fore: 0.24,
    hind: -0.36,
    hip: -0.12,
    apart: 0.1,
    radius: 0.058,
    length: 0.53,
    stride: 0.7,
  });

  const head = joint(body, [0.42, 0.27, 0]);
  const skull = once('skull', () =>
    sculpt(
      flow(
        0.06,
        egg([0, 0, 0], [0.19, 0.175, 0.2]),
        egg([0.15, -0.06, 0.045], [0.07, 0.06, 0.06]),
        egg([0.15, -0.06, -0.045], [0.07, 0.06, 0.06]),
      ),
      [-0.26, -0.25, -0.27],
      [0.3, 0.24, 0.27],
      0.02,
      (x, y, z, out) => fur(y > 0.03 ? x * 0.4 + z * 1.1 : 0, y, z, out),
    ),
  );
  add(head, skull, coat);
  const rose = palette.paint('nose', { roughness: 0.5 });
  add(head, sphere(workshop), rose, [0.225, -0.035, 0], [0.022, 0.018, 0.026]);
  for (const side of [-1, 1]) {
    eye(workshop, head, [0.14, 0.04, side * 0.095], 0.052, side * -0.45);
    const cone = once('ear', () => new ConeGeometry(0.085, 0.17, 20));
    add(head, cone, skin, [-0.01, 0.2, side * 0.115], [0.6, 1, 1], [side * 0.3, 0, 0]);
    add(head, cone, rose, [0.022, 0.19, side * 0.115], [0.4, 0.72, 0.68], [side * 0.3, 0, 0]);
  }
  const tail = joint(body, [-0.52, 0.05, 0]);
  const curl = once('tail', () => {
    const points = [[0, 0], [-0.14, 0.1], [-0.18, 0.28], [-0.12, 0.42], [-0.2, 0.52]] as const; // biome-ignore format: a table
    return new TubeGeometry(new CatmullRomCurve3(points.map(([x, y]) => new Vector3(x, y, 0))), 24, 0.042, 12);
  });
  add(tail, curl, skin);
  add(tail, sphere(workshop), skin, [-0.2, 0.52, 0], 0.042);

  return {
    root,
    pose: ({ pose, scale }) => {
      const live = pose.animation === 'none' ? 0 : 1;
      step(pose, scale);
      body.rotation.z = climbOf(pose) * pose.airborne * 0.5;
      tail.rotation.set(
        Math.sin(pose.clock * 1.8) * 0.35 * live,
        0,
        Math.sin(pose.clock * 1.1) * 0.1 * live + pose.airborne * 0.7,
      );
      head.rotation.set(0, -0.35 + Math.sin(pose.clock * 0.7) * 0.15 * live, Math.sin(pose.clock) * 0.04 * live);
    },
  };
}
