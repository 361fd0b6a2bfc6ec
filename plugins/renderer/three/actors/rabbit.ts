import { Color, Group } from 'three';
import { bothSides, egg, flow } from '../field.ts';
import { noise } from '../noise.ts';
import { type Brush, sculpt } from '../sculpt.ts';
import type { Form, Workshop } from './form.ts';
import { climbOf } from './gait.ts';
import { add, joint, limb, sphere } from './parts.ts';

/** Units that one hop covers, and seconds of one on the spot. */
const HOP = 74;
const HOP_S = 0.62;

/** A rabbit that hops instead of walking; sitting, it moves its ears. */
export function rabbit(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const turned = joint(root, [-0.04, 0, 0]);
  turned.rotation.y = -0.5;
  const body = joint(turned);
  const [main, light] = [palette.color('body'), palette.color('body', 0.6)];
  const fur =
    (pale: (x: number, y: number) => number): Brush =>
    (x, y, z, out) =>
      out
        .copy(main)
        .multiplyScalar(0.93 + 0.14 * noise(x * 14, y * 14, z * 14, 71))
        .lerp(light, Math.min(1, Math.max(0, pale(x, y))));
  const coat = palette.painted({ roughness: 0.95 });
  const skin = palette.paint('body', { roughness: 0.95 });
  const trunk = once('trunk', () =>
    sculpt(
      flow(0.12, egg([-0.13, -0.22, 0], [0.33, 0.31, 0.28]), egg([0.15, -0.15, 0], [0.21, 0.28, 0.21])),
      [-0.5, -0.58, -0.34],
      [0.42, 0.2, 0.34],
      0.026,
      fur((x, y) => (x - 0.2 - y * 0.3) * 7),
    ),
  );
  add(body, trunk, coat);

  const head = joint(body, [0.25, 0.14, 0]);
  const skull = once('skull', () =>
    sculpt(
      flow(
        0.07,
        egg([0, 0, 0], [0.205, 0.19, 0.185]),
        egg([0.14, -0.05, 0], [0.1, 0.085, 0.1]),
        bothSides(egg([0.1, -0.09, 0.07], [0.09, 0.075, 0.075])),
      ),
      [-0.26, -0.24, -0.24],
      [0.28, 0.24, 0.24],
      0.02,
      fur((x, y) => (x - 0.13 - y) * 9 - 0.6),
    ),
  );
  add(head, skull, coat);
  const pink = palette.paint('ears', { roughness: 0.8 });
  const nose = add(
    head,
    sphere(workshop),
    palette.paint(palette.color('ears', -0.2), { roughness: 0.4 }),
    [0.232, -0.02, 0],
    [0.028, 0.024, 0.036],
  );
  const dark = palette.paint(new Color('#21171a'), { roughness: 0.1 });
  const glint = palette.paint(new Color('#ffffff'), { emissive: new Color('#ffffff'), emissiveIntensity: 0.8 });
  const teeth = palette.paint(palette.color('tail'), { roughness: 0.4 });
  for (const side of [-1, 1]) {
    add(head, sphere(workshop), teeth, [0.2, -0.135, side * 0.013], [0.013, 0.03, 0.013]).castShadow = false;
    const bead = joint(head, [0.128, 0.055, side * 0.132]);
    bead.rotation.y = side * -0.75;
    add(bead, sphere(workshop), dark, [0, 0, 0], [0.03, 0.048, 0.044]);
    add(bead, sphere(workshop), glint, [0.026, 0.018, 0.008], 0.011).castShadow = false;
  }
  const ears = [-1, 1].map((side) => {
    const ear = joint(head, [-0.05, 0.13, side * 0.085]);
    add(ear, sphere(workshop, true), skin, [0, 0.2, 0], [0.045, 0.235, 0.08]);
    add(ear, sphere(workshop, true), pink, [0.024, 0.2, 0], [0.03, 0.19, 0.052]).castShadow = false;
    return { ear, side };
  });

  const fore = [-1, 1].map((side) => {
    const paw = joint(body, [0.25, -0.28, side * 0.11]);
    add(paw, limb(workshop, 0.06, 0.22), skin, [0, 0.02, 0]);
    add(paw, sphere(workshop), skin, [0.04, -0.27, 0], [0.085, 0.055, 0.065]);
    return paw;
  });
  const hind = [-1, 1].map((side) => {
    const haunch = joint(body, [-0.19, -0.32, side * 0.2]);
    add(haunch, sphere(workshop, true), skin, [0, 0, 0], [0.205, 0.21, 0.12]);
    const foot = joint(haunch, [-0.06, -0.22, side * 0.04]);
    add(foot, sphere(workshop), skin, [0.09, -0.02, 0], [0.2, 0.06, 0.085]);
    return { haunch, foot };
  });
  const tail = joint(body, [-0.45, -0.26, 0]);
  const fluff = palette.paint('tail', { roughness: 1 });
  for (const [x, y, z, r] of [
    [0, 0, 0, 0.11],
    [-0.05, 0.05, 0.03, 0.07],
    [-0.06, -0.03, -0.03, 0.07],
    [-0.03, -0.06, 0.05, 0.07],
    [0, 0.06, -0.05, 0.07],
  ] as const)
    add(tail, sphere(workshop), fluff, [x, y, z], r);

  return {
    root,
    pose: ({ pose, scale }) => {
      const { animation, clock, airborne, vx } = pose;
      const live = animation === 'none' ? 0 : 1;
      const hops = animation === 'hop';
      const size = Math.max(0.1, scale);
      const turn = hops ? clock / HOP_S : pose.travelled / (HOP * size);
      const pace = hops ? 1 : Math.min(1, Math.abs(vx) / (50 * size)) * (1 - airborne);
      // Pushes off, flies, lands: in each hop the feet are on the ground for the first third.
      const t = Math.max(0, ((turn % 1) - 0.3) / 0.7);
      const arc = Math.sin(Math.PI * t) * pace;
      const crouch = Math.sin(Math.PI * Math.min(1, (turn % 1) / 0.3)) * pace;
      const up = Math.max(arc, airborne);
      const climb = climbOf(pose);
      const breath = Math.sin(clock * 3.9) * 0.012 * live;
      body.rotation.z = climb * airborne * 0.5 + Math.cos(Math.PI * t) * 0.26 * arc;
      body.scale.set(1 + up * 0.08, 1 - crouch * 0.12 + breath, 1);
      body.position.y = arc * 0.2 - 0.6 * (1 - body.scale.y);
      head.rotation.set(
        0,
        -0.15 + Math.sin(clock * 0.8) * 0.16 * live,
        -body.rotation.z * 0.5 + Math.sin(clock * 2.1) * 0.04 * live,
      );
      nose.scale.y = 0.024 * (1 + 0.2 * Math.sin(clock * 11) * live);
      for (const { ear, side } of ears) {
        const twitch = Math.max(0, Math.sin(clock * 2.3 + side)) ** 10 * 0.25 * live;
        ear.rotation.set(
          side * (0.16 + twitch),
          side * -0.35,
          0.16 + up * 0.75 + Math.sin(clock * 1.9 + side) * 0.05 * live,
        );
      }
      for (const paw of fore) paw.rotation.z = up * 1.0;
      for (const { haunch, foot } of hind) {
        haunch.rotation.z = -up * 0.5;
        foot.rotation.z = -up * 0.6;
        foot.position.x = -0.06 - up * 0.03;
      }
    },
  };
}
