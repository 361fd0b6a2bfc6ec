import { Group } from 'three';
import { hash } from '../noise.ts';
import type { Form, Workshop } from './form.ts';
import { puffed } from './outline.ts';
import { add, joint } from './parts.ts';

const BLADES = 9;
const SEGMENTS = 5;

/** Long leaves from one root, each a chain of pieces, so that a sway runs up through it. */
export function plant({ palette, once }: Workshop): Form {
  const root = new Group();
  const greens = [-0.22, 0, 0.16].map((lift) => palette.paint(palette.color('leaves', lift), { roughness: 0.6 }));
  const pieces = Array.from({ length: SEGMENTS }, (_, i) =>
    once(`piece ${i}`, () => {
      const girth = (at: number): number => 0.085 * Math.sin(Math.PI * (0.16 + at * 0.83)) ** 0.8;
      const [low, high] = [girth(i / SEGMENTS), girth((i + 1) / SEGMENTS)];
      return puffed(
        (pen) => {
          pen.moveTo(-low, -0.02);
          pen.lineTo(low, -0.02);
          pen.lineTo(high, 1.02);
          pen.lineTo(-high, 1.02);
          pen.closePath();
        },
        0.02,
        0.008,
      );
    }),
  );
  const blades = Array.from({ length: BLADES }, (_, n) => {
    const foot = joint(root, [(hash(n, 11) - 0.5) * 0.3, -0.95, (hash(n, 12) - 0.5) * 0.3]);
    foot.rotation.y = (hash(n, 13) - 0.5) * 1.4;
    const step = ((1.05 + hash(n, 14) * 0.75) / SEGMENTS) * 1;
    const joints: Group[] = [];
    let parent = foot;
    for (const [i, piece] of pieces.entries()) {
      const next = joint(parent, [0, i === 0 ? 0 : step, 0]);
      const paint = greens[n % greens.length];
      if (paint) add(next, piece, paint, [0, 0, 0], [1, step, 1]);
      joints.push(next);
      parent = next;
    }
    return { joints, lean: (n / (BLADES - 1) - 0.5) * 0.24, phase: hash(n, 15) * 6.28 };
  });
  return {
    root,
    pose: ({ pose }) => {
      const wind = pose.animation === 'none' ? 0 : pose.clock;
      for (const { joints, lean, phase } of blades)
        for (const [i, part] of joints.entries())
          part.rotation.z = -lean * (0.6 + i * 0.14) + Math.sin(wind * 1.3 + phase - i * 0.7) * 0.045 * (i + 0.4);
    },
  };
}
