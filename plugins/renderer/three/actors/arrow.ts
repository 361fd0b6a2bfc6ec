import { Group, type Shape } from 'three';
import type { Form, Workshop } from './form.ts';
import { puffed } from './outline.ts';
import { add, joint, limb } from './parts.ts';

const NUDGE_S = 1.3;

/** A block arrow with a round tip and tail; `inset` units within its outline. */
function outline(pen: Shape, inset: number): void {
  const [tail, neck, tip, half, wing] = [
    -0.94 + inset,
    0.2 + inset * 0.6,
    0.95 - inset * 1.9,
    0.19 - inset,
    0.43 - inset * 1.9,
  ];
  const r = Math.min(0.07, half * 0.5);
  pen.moveTo(tail + r, -half);
  pen.lineTo(neck, -half);
  pen.lineTo(neck, -wing + 0.06);
  pen.quadraticCurveTo(neck, -wing - 0.02, neck + 0.09, -wing + 0.03);
  pen.lineTo(tip - 0.08, -0.055);
  pen.quadraticCurveTo(tip, 0, tip - 0.08, 0.055);
  pen.lineTo(neck + 0.09, wing - 0.03);
  pen.quadraticCurveTo(neck, wing + 0.02, neck, wing - 0.06);
  pen.lineTo(neck, half);
  pen.lineTo(tail + r, half);
  pen.quadraticCurveTo(tail, half, tail, half - r);
  pen.lineTo(tail, -half + r);
  pen.quadraticCurveTo(tail, -half, tail + r, -half);
}

/** A plump arrow with a raised face that nudges the way it points. */
export function arrow(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const turned = joint(root);
  turned.rotation.set(0.12, -0.3, 0);
  const body = joint(turned);
  add(
    body,
    once('body', () => puffed((pen) => outline(pen, 0), 0.13, 0.055)),
    palette.paint(palette.color('body', -0.22), { roughness: 0.4 }),
  );
  const face = palette.paint(palette.color('body', -0.04), { roughness: 0.36 });
  add(
    body,
    once('face', () => puffed((pen) => outline(pen, 0.075), 0.23, 0.02)),
    face,
  );
  const streak = palette.paint(palette.color('body'), { roughness: 0.5 });
  const dashes = [-0.12, 0, 0.12].map((y, i) => ({
    dash: add(turned, limb(workshop, 0.022, 0.2), streak, [0, y, 0], 1, [0, 0, -Math.PI / 2]),
    back: i === 1 ? 0.06 : 0,
  }));
  return {
    root,
    pose: ({ pose: { animation, clock } }) => {
      // Quick out, and slowly back.
      const share = (clock / NUDGE_S) % 1;
      const out =
        share < 0.28 ? Math.sin((share / 0.28) * (Math.PI / 2)) : (1 + Math.cos(((share - 0.28) / 0.72) * Math.PI)) / 2;
      const ahead = animation === 'nudge' ? out : 0;
      body.position.x = ahead * 0.14 - 0.03;
      body.scale.set(1 + ahead * 0.035, 1 - ahead * 0.035, 1);
      for (const { dash, back } of dashes) {
        dash.visible = ahead > 0.05;
        dash.position.x = -1.14 - back + ahead * 0.04;
        dash.scale.y = ahead * 0.9;
      }
    },
  };
}
