import { Group } from 'three';
import type { Form, Workshop } from './form.ts';
import { puffed } from './outline.ts';
import { add } from './parts.ts';

/** A glossy heart that beats twice and rests. */
export function heart({ palette, once }: Workshop): Form {
  const root = new Group();
  const shape = once('heart', () =>
    puffed(
      (pen) => {
        pen.moveTo(0, -0.48);
        pen.bezierCurveTo(-0.2, -0.3, -0.54, -0.08, -0.54, 0.2);
        pen.bezierCurveTo(-0.54, 0.5, -0.14, 0.58, 0, 0.28);
        pen.bezierCurveTo(0.14, 0.58, 0.54, 0.5, 0.54, 0.2);
        pen.bezierCurveTo(0.54, -0.08, 0.2, -0.3, 0, -0.48);
      },
      0.1,
      0.12,
    ),
  );
  const mesh = add(root, shape, palette.paint('body', { roughness: 0.25 }));
  mesh.rotation.y = -0.25;
  return {
    root,
    pose: ({ pose }) => {
      const t = pose.clock % 1.1;
      const thump = (at: number): number => Math.exp(-(((t - at) / 0.09) ** 2));
      mesh.scale.setScalar(pose.animation === 'beat' ? 0.97 + 0.09 * thump(0.15) + 0.06 * thump(0.42) : 1);
    },
  };
}
