import { ConeGeometry, Group } from 'three';
import { bar, egg, flow } from '../field.ts';
import { sculpt } from '../sculpt.ts';
import type { Form, Workshop } from './form.ts';
import { add, eye, joint, sphere } from './parts.ts';

/** A round little bird that beats its wings. */
export function bird(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const body = joint(root);
  body.rotation.y = -0.35;
  const [main, light] = [palette.color('body'), palette.color('body', 0.6)];
  const trunk = once('trunk', () =>
    sculpt(
      flow(
        0.08,
        egg([0, -0.04, 0], [0.3, 0.2, 0.19]),
        egg([0.24, 0.12, 0], [0.16, 0.155, 0.15]),
        bar([-0.25, -0.02, 0], 0.09, [-0.45, 0.04, 0], 0.04),
      ),
      [-0.55, -0.32, -0.26],
      [0.46, 0.34, 0.26],
      0.026,
      (x, y, _z, out) => out.copy(main).lerp(light, Math.min(1, Math.max(0, (-y - 0.02 + x * 0.25) * 6))),
    ),
  );
  add(body, trunk, palette.painted({ roughness: 0.85 }));
  const beak = once('beak', () => new ConeGeometry(0.055, 0.17, 16));
  add(body, beak, palette.paint('beak', { roughness: 0.4 }), [0.45, 0.11, 0], 1, [0, 0, -Math.PI / 2]);
  for (const side of [-1, 1]) eye(workshop, body, [0.33, 0.17, side * 0.1], 0.042, side * -0.6);
  const feathers = palette.paint('wings', { roughness: 0.85 });
  add(body, sphere(workshop), feathers, [-0.46, 0.04, 0], [0.15, 0.03, 0.09], [0, 0, 0.2]);
  const wings = [-1, 1].map((side) => {
    const wing = joint(body, [0.04, 0.06, side * 0.14]);
    add(wing, sphere(workshop), feathers, [-0.06, 0, side * 0.2], [0.16, 0.03, 0.22]);
    const tip = joint(wing, [-0.08, 0, side * 0.34]);
    add(tip, sphere(workshop), feathers, [-0.05, 0, side * 0.12], [0.12, 0.022, 0.18], [0, side * 0.4, 0]);
    return { wing, tip, side };
  });
  return {
    root,
    pose: ({ pose }) => {
      const beat = pose.animation === 'none' ? 0 : pose.clock * 9;
      for (const { wing, tip, side } of wings) {
        wing.rotation.x = -side * (0.25 + Math.sin(beat) * 0.75);
        tip.rotation.x = -side * Math.sin(beat - 0.7) * 0.5;
      }
      body.position.y = -Math.sin(beat) * 0.025;
      body.rotation.z = Math.max(-0.5, Math.min(0.5, -pose.vy / 500));
    },
  };
}
