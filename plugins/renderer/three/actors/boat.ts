import { Color, Group } from 'three';
import { bar, egg, flow } from '../field.ts';
import { sculpt } from '../sculpt.ts';
import type { Form, Workshop } from './form.ts';
import { puffed } from './outline.ts';
import { add, joint, tube } from './parts.ts';

/** A sailing boat that rides the swell, its sails full. */
export function boat(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const body = joint(root, [0, -0.7, 0]);
  const [wood, stripe] = [palette.color('hull'), palette.color('sail')];
  const shell = flow(0.1, egg([0, 0.12, 0], [1.16, 0.5, 0.4]), bar([0.8, 0.16, 0], 0.1, [1.2, 0.26, 0], 0.03));
  const hull = once('hull', () =>
    sculpt(
      (x, y, z) =>
        Math.max(
          shell(x, y, z),
          y - 0.16 - x * x * 0.09,
          -(Math.max(Math.hypot(x / 1.02, z / 0.32) - 1, 0.02 - y) * 0.3),
        ),
      [-1.3, -0.5, -0.5],
      [1.32, 0.45, 0.5],
      0.04,
      (x, y, _z, out) =>
        out.copy(wood).lerp(stripe, Math.min(1, Math.max(0, 1.6 - Math.abs(y - 0.03 - x * x * 0.09) * 32))),
    ),
  );
  add(body, hull, palette.painted({ roughness: 0.6 }));
  const mast = palette.paint(new Color('#c9a06a'), { roughness: 0.7 });
  add(body, tube(workshop, 0.025, 0.035), mast, [-0.05, 0.9, 0], [1, 1.75, 1]);
  add(body, tube(workshop, 0.02, 0.02), mast, [-0.5, 0.32, 0], [1, 0.95, 1], [0, 0, Math.PI / 2]);
  const cloth = palette.paint('sail', { roughness: 0.9, side: 2 });
  const main = once('main', () =>
    puffed(
      (pen) => {
        pen.moveTo(-0.09, 0.36);
        pen.lineTo(-0.09, 1.7);
        pen.bezierCurveTo(-0.55, 1.2, -0.85, 0.8, -0.95, 0.38);
      },
      0.015,
      0.01,
    ),
  );
  const jib = once('jib', () =>
    puffed(
      (pen) => {
        pen.moveTo(0.02, 1.58);
        pen.bezierCurveTo(0.3, 1.05, 0.7, 0.6, 1.02, 0.36);
        pen.bezierCurveTo(0.6, 0.34, 0.3, 0.36, 0.04, 0.42);
      },
      0.015,
      0.01,
    ),
  );
  const sails = [add(body, main, cloth), add(body, jib, cloth)];
  const pennant = once('pennant', () =>
    puffed(
      (pen) => {
        pen.moveTo(0, 0);
        pen.lineTo(-0.3, 0.06);
        pen.lineTo(0, 0.13);
      },
      0.01,
      0,
    ),
  );
  const flag = add(body, pennant, palette.paint(new Color('#d64545'), { side: 2 }), [-0.05, 1.66, 0]);
  body.rotation.y = -0.25;
  return {
    root,
    pose: ({ pose }) => {
      const t = pose.animation === 'none' ? 0 : pose.clock;
      body.rotation.z = Math.sin(t * 1.2) * 0.045;
      body.rotation.x = Math.sin(t * 0.9 + 1) * 0.04;
      body.position.y = -0.7 + Math.sin(t * 1.2 + 0.8) * 0.035;
      for (const sail of sails) sail.rotation.y = 0.2 + Math.sin(t * 0.8) * 0.06;
      flag.rotation.y = Math.sin(t * 5) * 0.4;
    },
  };
}
