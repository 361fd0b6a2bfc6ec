import { Color, Group } from 'three';
import { bar, bothSides, egg, flow } from '../field.ts';
import { sculpt } from '../sculpt.ts';
import type { Form, Workshop } from './form.ts';
import { fourLegs } from './four-legs.ts';
import { climbOf } from './gait.ts';
import { add, eye, joint, limb, sphere } from './parts.ts';

/** A friendly dog with hanging ears and a tail that wags by itself. */
export function dog(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const body = joint(root);
  body.rotation.y = -0.3;
  const skin = palette.paint('body', { roughness: 0.9 });
  const dark = palette.paint('ears', { roughness: 0.9 });
  const coat = palette.painted({ roughness: 0.9 });
  const [main, light] = [palette.color('body'), palette.color('body', 0.55)];
  const trunk = once('trunk', () =>
    sculpt(
      flow(
        0.14,
        bar([-0.42, 0.02, 0], 0.2, [0.25, 0.04, 0], 0.23),
        egg([0.3, 0, 0], [0.2, 0.26, 0.2]),
        bar([0.3, 0.1, 0], 0.17, [0.48, 0.32, 0], 0.13),
      ),
      [-0.75, -0.4, -0.36],
      [0.72, 0.56, 0.36],
      0.03,
      (x, y, _z, out) => out.copy(main).lerp(light, Math.min(1, Math.max(0, (x - 0.2 - y * 0.6) * 3 - y * 3))),
    ),
  );
  add(body, trunk, coat);
  const step = fourLegs(workshop, body, skin, {
    fore: 0.3,
    hind: -0.42,
    hip: -0.12,
    apart: 0.13,
    radius: 0.075,
    length: 0.58,
    stride: 0.9,
  });
  add(
    body,
    sphere(workshop),
    palette.paint('collar', { roughness: 0.5 }),
    [0.4, 0.2, 0],
    [0.16, 0.05, 0.17],
    [0, 0, 0.75],
  );

  const head = joint(body, [0.53, 0.4, 0]);
  const skull = once('skull', () =>
    sculpt(
      flow(
        0.08,
        egg([0, 0.05, 0], [0.19, 0.19, 0.18]),
        bar([0.1, -0.02, 0], 0.12, [0.3, -0.06, 0], 0.085),
        bothSides(egg([0.2, -0.09, 0.05], [0.1, 0.05, 0.05])),
      ),
      [-0.3, -0.25, -0.3],
      [0.48, 0.34, 0.3],
      0.022,
      (x, y, z, out) => out.copy(main).lerp(light, Math.min(1, Math.max(0, (x - 0.12) * 8 - Math.abs(z) * 2 - y * 3))),
    ),
  );
  add(head, skull, coat);
  add(
    head,
    sphere(workshop),
    palette.paint(new Color('#221a18'), { roughness: 0.25 }),
    [0.385, -0.02, 0],
    [0.05, 0.042, 0.055],
  );
  add(
    head,
    sphere(workshop),
    palette.paint(new Color('#e26d78')),
    [0.26, -0.145, 0],
    [0.07, 0.02, 0.045],
    [0, 0, -0.3],
  );
  for (const side of [-1, 1]) eye(workshop, head, [0.145, 0.1, side * 0.1], 0.05, side * -0.5);
  const ears = [-1, 1].map((side) => {
    const ear = joint(head, [-0.02, 0.17, side * 0.15]);
    add(ear, sphere(workshop), dark, [0, -0.13, side * 0.02], [0.09, 0.17, 0.045]);
    return { ear, side };
  });
  const tail = joint(body, [-0.58, 0.14, 0]);
  add(tail, limb(workshop, 0.05, 0.3), skin, [0, 0, 0], 1, [0, 0, -2.3]);

  return {
    root,
    pose: ({ pose, scale }) => {
      const live = pose.animation === 'none' ? 0 : 1;
      step(pose, scale);
      body.rotation.z = climbOf(pose) * pose.airborne * 0.5;
      body.position.y = -0.02 + Math.sin(pose.clock * 2.2) * 0.006 * live;
      tail.rotation.x = Math.sin(pose.clock * 9) * 0.5 * live;
      head.rotation.set(0, -0.3 + Math.sin(pose.clock * 0.8) * 0.12 * live, Math.sin(pose.clock * 1.3) * 0.04 * live);
      for (const { ear, side } of ears) ear.rotation.x = side * (-0.15 - pose.airborne * 0.8);
    },
  };
}
