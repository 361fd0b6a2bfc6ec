import { Color, ConeGeometry, Group, type Object3D } from 'three';
import { bar, egg, type Field, flow } from '../field.ts';
import { noise } from '../noise.ts';
import { type Brush, sculpt } from '../sculpt.ts';
import type { Form, Workshop } from './form.ts';
import { climbOf } from './gait.ts';
import { horseLegs } from './horse-legs.ts';
import { add, eye, joint, sphere } from './parts.ts';

/** Ground speed, units a second, at which a walk becomes a gallop, and where it is one wholly. */
const RUNS = [170, 330] as const;
const STRIDE = 190;
const GALLOP_S = 0.56;
/** The crest of the neck, from the poll to the withers. */
const CREST = [[0.82, 0.96], [0.72, 0.9], [0.62, 0.78], [0.54, 0.66], [0.46, 0.54], [0.37, 0.44], [0.28, 0.37]] as const; // biome-ignore format: a row

/** Hair that falls from the crest to the near side, tuft by tuft. */
function hair(): Field {
  const tufts = CREST.flatMap(([x, y], at) => [
    egg([x - 0.05, y, 0], [0.085, 0.11, 0.075]),
    bar([x - 0.06, y + 0.02, 0.04], 0.07, [x - 0.1 - at * 0.008, y - 0.24, 0.19 - at * 0.002], 0.035),
  ]);
  return flow(0.05, ...tufts);
}

function headOn(workshop: Workshop, body: Object3D, coat: Brush): Group {
  const { palette, once } = workshop;
  const head = joint(body, [0.84, 0.82, 0]);
  const [muzzle, blaze] = [palette.color('body', -0.55), new Color('#fbf3e4')];
  const skull = once('skull', () =>
    sculpt(
      flow(
        0.08,
        egg([0.02, 0.01, 0], [0.19, 0.17, 0.135]),
        bar([0.06, 0.02, 0], 0.13, [0.44, -0.24, 0], 0.085),
        egg([0.48, -0.27, 0], [0.1, 0.09, 0.1]),
        egg([0.08, -0.1, 0], [0.13, 0.12, 0.1]),
      ),
      [-0.26, -0.44, -0.24],
      [0.66, 0.26, 0.24],
      0.024,
      (x, y, z, out) => {
        coat(x, y, z, out);
        const along = x * 0.84 - y * 0.54;
        out.lerp(muzzle, Math.min(1, Math.max(0, (along - 0.44) * 10)) * 0.8);
        const ridge = x * 0.54 + y * 0.84;
        if (along < 0.5 && along > 0.1)
          out.lerp(blaze, Math.min(1, Math.max(0, (0.055 - Math.abs(z)) * 30)) * Math.min(1, Math.max(0, ridge * 40)));
      },
    ),
  );
  add(head, skull, palette.painted({ roughness: 0.75 }));
  const inside = palette.paint(palette.color('body', -0.45));
  const ear = once('ear', () => new ConeGeometry(0.065, 0.25, 18).translate(0, 0.11, 0));
  for (const side of [-1, 1]) {
    add(
      head,
      ear,
      palette.paint('body', { roughness: 0.8 }),
      [-0.05, 0.13, side * 0.085],
      [1, 1, 0.75],
      [side * 0.22, 0, 0.12],
    );
    add(head, ear, inside, [-0.032, 0.135, side * 0.09], [0.62, 0.86, 0.5], [side * 0.22, 0, 0.1]).castShadow = false;
    add(
      head,
      sphere(workshop),
      palette.paint(palette.color('body', -0.85)),
      [0.53, -0.24, side * 0.07],
      [0.028, 0.02, 0.022],
    ).castShadow = false;
    eye(workshop, head, [0.13, 0.05, side * 0.115], 0.05, side * -1.0);
  }
  const forelock = once('forelock', () =>
    sculpt(
      flow(
        0.05,
        bar([-0.04, 0.2, 0], 0.06, [0.14, 0.12, 0.03], 0.045),
        bar([0.1, 0.15, 0.02], 0.05, [0.2, 0.02, 0.04], 0.02),
      ),
      [-0.16, -0.06, -0.12],
      [0.28, 0.32, 0.14],
      0.024,
      (_x, _y, _z, out) => out.copy(palette.color('mane')),
    ),
  );
  add(head, forelock, palette.painted({ roughness: 0.85 }));
  return head;
}

/** A horse that walks, and gallops once it is fast enough or is told to. */
export function horse(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const turned = joint(root, [-0.1, 0, 0]);
  turned.rotation.y = -0.38;
  const body = joint(turned);
  const [main, under, mane] = [palette.color('body'), palette.color('body', -0.3), palette.color('mane')];
  const coat: Brush = (x, y, z, out) =>
    out
      .copy(main)
      .lerp(under, Math.min(0.7, Math.max(0, -y * 1.6 - 0.1)) + (noise(x * 3, y * 3, z * 3, 61) - 0.5) * 0.12);
  const trunk = once('trunk', () =>
    sculpt(
      flow(
        0.16,
        egg([-0.56, 0.1, 0], [0.35, 0.33, 0.29]),
        bar([-0.4, 0.05, 0], 0.27, [0.25, 0.03, 0], 0.28),
        egg([0.38, 0.06, 0], [0.28, 0.33, 0.25]),
        bar([0.44, 0.22, 0], 0.21, [0.76, 0.8, 0], 0.13),
      ),
      [-1.02, -0.42, -0.4],
      [1.02, 1.06, 0.4],
      0.034,
      coat,
    ),
  );
  const hide = palette.painted({ roughness: 0.75 });
  add(body, trunk, hide).receiveShadow = true;
  const locks: Brush = (x, y, z, out) =>
    out.copy(mane).multiplyScalar(0.8 + 0.4 * noise(x * 16 + y * 4, y * 3, z * 12, 62));
  const hanging = once('mane', () => sculpt(hair(), [0.02, 0.0, -0.16], [1, 1.14, 0.32], 0.026, locks));
  add(body, hanging, palette.painted({ roughness: 0.85 }));
  const head = headOn(workshop, body, coat);
  const step = horseLegs(workshop, body);

  const brush = palette.paint('mane', { roughness: 0.9 });
  const tail: Group[] = [];
  let link = joint(body, [-0.86, 0.24, 0]);
  for (const [at, [r, long]] of (
    [
      [0.085, 0.13],
      [0.12, 0.15],
      [0.14, 0.17],
      [0.135, 0.19],
      [0.095, 0.24],
    ] as const
  ).entries()) {
    tail.push(link);
    add(link, sphere(workshop, true), brush, [0, -long * 0.5, 0], [r, long * 1.15, r * 0.85]);
    if (at < 4) link = joint(link, [0, -long * 0.9, 0]);
  }

  return {
    root,
    pose: ({ pose, scale }) => {
      const { animation, clock, airborne, vx } = pose;
      const live = animation === 'none' ? 0 : 1;
      const size = Math.max(0.1, scale);
      const gallops = animation === 'gallop';
      const ground = 1 - airborne;
      const turn = gallops ? clock / GALLOP_S : pose.travelled / (STRIDE * size);
      const pace = gallops ? 1 : Math.min(1, Math.abs(vx) / (50 * size)) * ground;
      const fast = Math.min(1, Math.max(0, (Math.abs(vx) / size - RUNS[0]) / (RUNS[1] - RUNS[0])));
      const run = gallops ? 1 : fast * fast * (3 - 2 * fast) * ground;
      const phase = turn * Math.PI * 2;
      step(phase, pace, run, airborne);
      body.position.y =
        (Math.abs(Math.sin(phase)) * 0.03 * (1 - run) + (1 + Math.sin(phase + 2.2)) * 0.06 * run) * pace;
      const climb = climbOf(pose);
      body.rotation.z = climb * airborne * 0.5 - Math.sin(phase + 0.6) * 0.09 * run * pace;
      head.rotation.set(
        Math.sin(clock * 0.7) * 0.04 * live,
        -0.16 + Math.sin(clock * 0.9) * 0.1 * live * (1 - run),
        Math.sin(clock * 2) * 0.04 * live + Math.sin(phase + 1.5) * 0.07 * pace + 0.22 * run * pace,
      );
      const stream = Math.max(run * pace, airborne);
      for (const [at, each] of tail.entries()) {
        each.rotation.z =
          (at === 0 ? -0.5 : 0.1) - stream * (at === 0 ? 0.85 : 0.02) + Math.sin(phase - at) * 0.1 * run;
        each.rotation.x = Math.sin(clock * 2.4 - at * 0.6) * 0.12 * live;
      }
    },
  };
}
