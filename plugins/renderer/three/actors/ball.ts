import { Group, SphereGeometry } from 'three';
import type { Form, Workshop } from './form.ts';
import { add, joint } from './parts.ts';

const GORES = 6;
const R = 0.45;

/** A beach ball of six gores that rolls by the way it goes. */
export function ball({ palette, once }: Workshop): Form {
  const root = new Group();
  const roll = joint(root);
  const tilted = joint(roll);
  tilted.rotation.set(Math.PI / 2 - 0.5, 0, 0);
  const colors = [palette.paint('body', { roughness: 0.25 }), palette.paint('stripe', { roughness: 0.25 })];
  for (let i = 0; i < GORES; i++) {
    const start = (i / GORES) * Math.PI * 2;
    const gore = once(`gore ${i}`, () => new SphereGeometry(R, 12, 32, start, (Math.PI * 2) / GORES));
    for (const color of colors.slice(i % 2, (i % 2) + 1)) add(tilted, gore, color);
  }
  const cap = once('cap', () => new SphereGeometry(R * 1.004, 32, 6, 0, Math.PI * 2, 0, 0.28));
  for (const turn of [0, Math.PI])
    for (const color of colors.slice(1)) add(tilted, cap, color, [0, 0, 0], 1, [turn, 0, 0]);
  return {
    root,
    pose: ({ pose, scale, facing }) => {
      const way = pose.travelled / (45 * Math.max(0.1, scale));
      roll.rotation.z = -way * (pose.vx * facing >= 0 ? 1 : -1) - (pose.animation === 'roll' ? pose.clock * 2 : 0);
    },
  };
}
