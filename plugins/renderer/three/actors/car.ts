import { Color, CylinderGeometry, Group, TorusGeometry } from 'three';
import type { Form, Workshop } from './form.ts';
import { puffed } from './outline.ts';
import { add, joint, sphere } from './parts.ts';

/** A small round car; the wheels turn by the way it goes. */
export function car(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const turned = joint(root);
  turned.rotation.y = -0.3;
  const body = joint(turned);
  const paint = palette.paint('body', { roughness: 0.25, metalness: 0.15 });
  const hull = once('hull', () =>
    puffed(
      (pen) => {
        pen.moveTo(-1.2, -0.36);
        pen.bezierCurveTo(-1.3, 0.02, -1.2, 0.1, -0.95, 0.12);
        pen.lineTo(0.55, 0.12);
        pen.bezierCurveTo(0.9, 0.08, 1.22, 0.04, 1.24, -0.2);
        pen.lineTo(1.24, -0.36);
      },
      0.74,
      0.09,
    ),
  );
  add(body, hull, paint);
  const cabin = once('cabin', () =>
    puffed(
      (pen) => {
        pen.moveTo(-0.95, 0.05);
        pen.bezierCurveTo(-0.85, 0.5, -0.7, 0.6, -0.35, 0.6);
        pen.bezierCurveTo(0.15, 0.6, 0.35, 0.45, 0.62, 0.05);
      },
      0.58,
      0.08,
    ),
  );
  add(body, cabin, paint);
  const glass = palette.paint('windows', {
    roughness: 0.1,
    metalness: 0.2,
    emissive: palette.color('windows'),
    emissiveIntensity: 0.08,
  });
  const pane = once('pane', () =>
    puffed(
      (pen) => {
        pen.moveTo(-0.75, 0.12);
        pen.bezierCurveTo(-0.68, 0.42, -0.58, 0.5, -0.35, 0.5);
        pen.bezierCurveTo(0.05, 0.5, 0.22, 0.4, 0.42, 0.12);
      },
      0.762,
      0,
    ),
  );
  add(body, pane, glass);
  add(
    body,
    once('pillar', () => new CylinderGeometry(0.03, 0.03, 0.42, 8)),
    paint,
    [-0.2, 0.3, 0.385],
  );
  const lamp = palette.paint(new Color('#fff3c4'), { emissive: new Color('#ffe9a0'), emissiveIntensity: 0.9 });
  const tailLight = palette.paint(new Color('#c22b2b'), { emissive: new Color('#c22b2b'), emissiveIntensity: 0.5 });
  for (const side of [-1, 1]) {
    add(body, sphere(workshop), lamp, [1.2, -0.1, side * 0.28], [0.05, 0.09, 0.09]);
    add(body, sphere(workshop), tailLight, [-1.22, -0.06, side * 0.3], [0.04, 0.07, 0.07]);
  }
  const chrome = palette.paint(new Color('#c9ced6'), { roughness: 0.25, metalness: 0.9 });
  const rubber = palette.paint('wheels', { roughness: 0.9 });
  const tyre = once('tyre', () => new TorusGeometry(0.17, 0.085, 14, 32));
  const rim = once('rim', () => new CylinderGeometry(0.13, 0.13, 0.1, 6).rotateX(Math.PI / 2));
  const wheels = [-0.74, 0.76].flatMap((x) =>
    [-1, 1].map((side) => {
      const wheel = joint(turned, [x, -0.345, side * 0.38]);
      add(wheel, tyre, rubber);
      add(wheel, rim, chrome);
      return wheel;
    }),
  );
  return {
    root,
    pose: ({ pose, scale }) => {
      const rolled = pose.travelled / (25.5 * Math.max(0.1, scale));
      for (const wheel of wheels) wheel.rotation.z = -rolled;
      const running = pose.animation === 'drive' ? 1 : 0;
      body.position.y = Math.sin(pose.clock * 14) * 0.006 * running;
    },
  };
}
