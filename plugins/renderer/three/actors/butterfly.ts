import { Group } from 'three';
import type { Form, Workshop } from './form.ts';
import { puffed } from './outline.ts';
import { add, joint, limb, sphere } from './parts.ts';

/** Four patterned wings on a slender body, seen half from above. */
export function butterfly(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const body = joint(root);
  body.rotation.set(1.05, -0.35, 0.35);
  body.scale.setScalar(0.98);
  const dark = palette.paint('body', { roughness: 0.8 });
  add(body, limb(workshop, 0.035, 0.34), dark, [0.17, 0, 0], 1, [0, 0, -Math.PI / 2]);
  add(body, sphere(workshop), dark, [0.22, 0.01, 0], 0.055);
  for (const side of [-1, 1])
    add(body, limb(workshop, 0.008, 0.16), dark, [0.24, 0.03, side * 0.02], 1, [side * 0.5, 0, 2.3]);
  const wing = palette.paint('wings', { roughness: 0.6, side: 2 });
  const spot = palette.paint(palette.color('wings', 0.65), { roughness: 0.6, side: 2 });
  const edge = palette.paint(palette.color('wings', -0.55), { roughness: 0.6, side: 2 });
  const upper = once('upper', () =>
    puffed(
      (pen) => {
        pen.moveTo(0, 0);
        pen.bezierCurveTo(0.05, 0.16, 0.22, 0.42, 0.34, 0.38);
        pen.bezierCurveTo(0.4, 0.3, 0.22, 0.06, -0.06, 0.02);
      },
      0.004,
      0.004,
    ),
  );
  const lower = once('lower', () =>
    puffed(
      (pen) => {
        pen.moveTo(-0.02, 0);
        pen.bezierCurveTo(0.06, 0.12, 0.06, 0.26, -0.06, 0.3);
        pen.bezierCurveTo(-0.2, 0.32, -0.26, 0.14, -0.12, 0.01);
      },
      0.004,
      0.004,
    ),
  );
  const wings = [-1, 1].map((side) => {
    const hinge = joint(body, [0.02, 0.02, side * 0.02]);
    const turn = [side * Math.PI * 0.5, 0, 0] as const;
    for (const shape of [upper, lower]) {
      add(hinge, shape, edge, [0, -0.006, 0], 1.06, turn);
      add(hinge, shape, wing, [0, 0, 0], 1, turn);
      add(hinge, shape, spot, [0.02, 0.006, side * 0.04], 0.55, turn);
    }
    return { hinge, side };
  });
  return {
    root,
    pose: ({ pose }) => {
      const beat = pose.animation === 'none' ? 0.4 : pose.clock * 10;
      for (const { hinge, side } of wings) hinge.rotation.x = -side * (0.5 + Math.sin(beat) * 0.6);
      body.position.y = Math.sin(beat - 0.6) * 0.03;
    },
  };
}
