import { Color, Group } from 'three';
import { bar, egg, flow } from '../field.ts';
import { sculpt } from '../sculpt.ts';
import type { Form, Workshop } from './form.ts';
import { add, eye, joint, limb, sphere } from './parts.ts';

/** A person with a round head, in shirt and trousers: breathes, walks, waves, and spreads the arms in flight. */
export function person(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const body = joint(root);
  body.rotation.y = -0.95;
  const skin = palette.paint('skin', { roughness: 0.65 });
  const shirt = palette.paint('shirt', { roughness: 0.9 });
  const trousers = palette.paint('trousers', { roughness: 0.9 });
  const shoes = palette.paint(palette.color('trousers', -0.5), { roughness: 0.5 });
  const chest = once('chest', () =>
    sculpt(
      flow(
        0.1,
        egg([0, 0.2, 0], [0.19, 0.26, 0.27]),
        egg([0, -0.06, 0], [0.17, 0.2, 0.22]),
        bar([0, 0.36, -0.16], 0.1, [0, 0.36, 0.16], 0.1),
      ),
      [-0.3, -0.34, -0.4],
      [0.3, 0.56, 0.4],
      0.032,
      (_x, _y, _z, out) => out.set('#ffffff'),
    ),
  );
  add(body, chest, shirt, [0, 0.05, 0]);
  add(body, sphere(workshop), trousers, [0, -0.12, 0], [0.175, 0.15, 0.215]);
  add(body, limb(workshop, 0.07, 0.16), skin, [0, 0.6, 0]);

  const head = joint(body, [0.02, 0.84, 0]);
  const ball = sphere(workshop);
  const round = sphere(workshop, true);
  add(head, round, skin, [0, 0, 0], [0.235, 0.25, 0.225]);
  add(head, ball, skin, [0.235, -0.02, 0], [0.04, 0.035, 0.035]);
  const hair = palette.paint('hair', { roughness: 0.85 });
  add(head, round, hair, [-0.05, 0.075, 0], [0.235, 0.225, 0.24]);
  add(head, ball, hair, [0.09, 0.19, 0.03], [0.15, 0.075, 0.17], [0, 0, -0.5]);
  for (const side of [-1, 1]) {
    eye(workshop, head, [0.2, 0.035, side * 0.085], 0.042, side * -0.35);
    add(head, ball, skin, [-0.01, -0.01, side * 0.225], [0.045, 0.06, 0.03]);
  }
  add(head, ball, palette.paint(new Color('#a84a46')), [0.205, -0.105, 0], [0.02, 0.016, 0.06]);

  const legs = [-1, 1].map((side) => {
    const hip = joint(body, [0, -0.18, side * 0.11]);
    add(hip, limb(workshop, 0.095, 0.42), trousers);
    const knee = joint(hip, [0, -0.48, 0]);
    add(knee, limb(workshop, 0.08, 0.4), trousers);
    add(knee, ball, shoes, [0.06, -0.515, 0], [0.15, 0.065, 0.085]);
    return { hip, knee, side };
  });
  const arms = [-1, 1].map((side) => {
    const shoulder = joint(body, [0, 0.42, side * 0.27]);
    add(shoulder, limb(workshop, 0.075, 0.27), shirt);
    const elbow = joint(shoulder, [0, -0.32, 0]);
    add(elbow, limb(workshop, 0.058, 0.25), skin);
    add(elbow, ball, skin, [0, -0.3, 0], 0.075);
    return { shoulder, elbow, side };
  });

  return {
    root,
    pose: ({ pose, scale }) => {
      const { clock, airborne, animation } = pose;
      const live = animation === 'none' ? 0 : 1;
      const walking = Math.min(1, Math.hypot(pose.vx, pose.vy) / 40) * (1 - airborne);
      const cycle = (pose.travelled / (130 * Math.max(0.1, scale))) * Math.PI * 2;
      const breath = Math.sin(clock * 1.9) * 0.012 * live;
      body.position.y = breath - Math.abs(Math.sin(cycle)) * 0.03 * walking;
      for (const { hip, knee, side } of legs) {
        const swing = Math.sin(cycle) * side;
        hip.rotation.z = swing * 0.55 * walking + airborne * 0.7 * (side > 0 ? 1 : 0.5);
        knee.rotation.z = -Math.max(0, Math.cos(cycle) * side) * 0.8 * walking - airborne * 1.1;
      }
      for (const { shoulder, elbow, side } of arms) {
        const waving = animation === 'wave' && side > 0 ? 1 : 0;
        shoulder.rotation.z = -Math.sin(cycle) * side * 0.5 * walking * (1 - waving) + airborne * 0.4;
        shoulder.rotation.x = side * (-0.12 - airborne * 1.3 - waving * 2.55);
        elbow.rotation.z = (0.2 + 0.4 * walking) * (1 - waving);
        elbow.rotation.x = waving * Math.sin(clock * 8) * 0.5;
      }
      head.rotation.set(0, Math.sin(clock * 0.6) * 0.15 * live, Math.sin(clock * 0.9) * 0.03 * live);
    },
  };
}
