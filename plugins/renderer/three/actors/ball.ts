import { Group, SphereGeometry } from 'three';
import type { Form, Workshop } from './form.ts';
import { add, joint, tint } from './parts.ts';

/** A beach ball that rolls by the way it goes. */
export function ball({ palette, once }: Workshop): Form {
  const root = new Group();
  const roll = joint(root);
  const [body, stripe] = [palette.color('body'), palette.color('stripe')];
  const shell = once('shell', () =>
    tint(new SphereGeometry(0.45, 96, 64), (x, y, z, out) => {
      const around = Math.atan2(y, x) / (Math.PI * 2) + 0.5;
      out.copy(Math.abs(z) > 0.4 || Math.floor(around * 6) % 2 === 0 ? stripe : body);
    }).rotateX(0.5),
  );
  add(roll, shell, palette.painted({ roughness: 0.25 }));
  return {
    root,
    pose: ({ pose, scale, facing }) => {
      const way = pose.travelled / (45 * Math.max(0.1, scale));
      roll.rotation.z = -way * (pose.vx * facing >= 0 ? 1 : -1) - (pose.animation === 'roll' ? pose.clock * 2 : 0);
    },
  };
}
