import { Group } from 'three';
import { bar, egg, flow } from '../field.ts';
import { sculpt } from '../sculpt.ts';
import { bending, sideways, spine } from './bending.ts';
import type { Form, Workshop } from './form.ts';
import { puffed } from './outline.ts';
import { add, eye, joint } from './parts.ts';

/** Where the tail begins. */
const TAIL = -0.36;

/** A plump fish: the tail drives, the body bends with it and in every turn, the fins paddle, the mouth opens and shuts. */
export function fish(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const body = joint(root);
  const [main, light, dark] = [palette.color('body'), palette.color('body', 0.55), palette.color('body', -0.3)];
  const trunk = once('trunk', () =>
    sculpt(
      flow(0.1, egg([0.12, 0, 0], [0.42, 0.27, 0.17]), bar([-0.15, 0, 0], 0.13, [-0.38, 0, 0], 0.055)),
      [-0.5, -0.34, -0.24],
      [0.62, 0.34, 0.24],
      0.02,
      (x, y, _z, out) => {
        const scales = Math.sin(x * 48 + Math.sin(y * 40)) * Math.sin(y * 44);
        out.copy(main).lerp(light, Math.min(1, Math.max(0, -y * 4 - 0.1)));
        out.lerp(
          dark,
          Math.min(1, Math.max(0, y * 3 - 0.25)) * 0.6 + (x < 0.22 ? Math.max(0, scales - 0.1) * 0.55 : 0),
        );
        // The edge of the gill, and the line of the mouth.
        const gill = Math.exp(-(((x - 0.25 + y * y * 1.4) * 34) ** 2)) * (Math.abs(y) < 0.17 ? 1 : 0);
        const mouth = x > 0.46 && Math.abs(y + 0.05 + (x - 0.5) * 0.3) < 0.022 ? 0.8 : 0;
        out.lerp(dark, Math.min(0.85, gill * 0.8 + mouth));
      },
    ),
  );
  const back = spine();
  const skin = palette.painted({ roughness: 0.35 });
  bending(skin, back);
  add(body, trunk, skin);
  for (const side of [-1, 1]) eye(workshop, body, [0.37, 0.07, side * 0.115], 0.058, side * -0.9);
  const web = palette.paint('fins', { roughness: 0.5, side: 2, transparent: true, opacity: 0.92 });
  const tail = joint(body, [TAIL, 0, 0]);
  const fan = once('fan', () =>
    puffed(
      (pen) => {
        pen.moveTo(0.04, 0);
        pen.bezierCurveTo(-0.1, 0.12, -0.2, 0.32, -0.3, 0.33);
        pen.bezierCurveTo(-0.24, 0.15, -0.22, 0.05, -0.2, 0);
        pen.bezierCurveTo(-0.22, -0.05, -0.24, -0.15, -0.3, -0.33);
        pen.bezierCurveTo(-0.2, -0.32, -0.1, -0.12, 0.04, 0);
      },
      0.012,
      0.008,
    ),
  );
  add(tail, fan, web);
  const crest = once('crest', () =>
    puffed(
      (pen) => {
        pen.moveTo(0.26, 0.2);
        pen.bezierCurveTo(0.16, 0.42, -0.06, 0.42, -0.2, 0.3);
        pen.bezierCurveTo(-0.14, 0.22, -0.12, 0.16, -0.1, 0.12);
      },
      0.012,
      0.008,
    ),
  );
  add(body, crest, web);
  const paddles = [-1, 1].map((side) => {
    const paddle = joint(body, [0.16, -0.1, side * 0.14]);
    add(paddle, fan, web, [0, 0, 0], [0.62, 0.42, 1], [0, side * 0.5, 0.7]);
    return { paddle, side };
  });
  return {
    root,
    pose: ({ pose, facing }) => {
      const stroke = pose.animation === 'none' ? 0 : pose.clock * 6 + pose.travelled * 0.03;
      back.stroke.value = stroke;
      // Half-way through a turn the body is bent the most.
      back.curl.value = 0.2 * (1 - pose.heading ** 2);
      body.rotation.y = -0.3 + Math.sin(stroke) * 0.05;
      body.rotation.z = Math.max(-0.6, Math.min(0.6, Math.atan2(-pose.vy, Math.max(80, pose.vx * facing))));
      const end = sideways(TAIL, back);
      tail.position.z = end.z;
      tail.rotation.y = -Math.atan(end.slope) + Math.sin(stroke - 2.9) * 0.5;
      for (const { paddle, side } of paddles) paddle.rotation.x = side * (0.35 + Math.sin(stroke * 0.7 + side) * 0.3);
    },
  };
}
