import { Group } from 'three';
import type { Form, Workshop } from './form.ts';
import { puffed, through } from './outline.ts';
import { add } from './parts.ts';

/** A plump five-pointed star that glows a little. */
export function star({ palette, once }: Workshop): Form {
  const root = new Group();
  const shape = once('star', () =>
    puffed(
      (pen) => {
        const corners = Array.from({ length: 10 }, (_, i) => {
          const angle = Math.PI / 2 + (i / 10) * Math.PI * 2;
          const r = i % 2 === 0 ? 0.3 : 0.15;
          return [Math.cos(angle) * r, Math.sin(angle) * r] as const;
        });
        through(pen, corners);
      },
      0.04,
      0.045,
    ),
  );
  const body = palette.paint(palette.color('body', -0.4), {
    emissive: palette.color('body'),
    emissiveIntensity: 0.55,
    roughness: 0.45,
  });
  const mesh = add(root, shape, body);
  return {
    root,
    pose: ({ pose }) => {
      const twinkle = pose.animation === 'twinkle' ? Math.sin(pose.clock * 3) : 0;
      mesh.rotation.y = pose.animation === 'spin' ? pose.clock * 2 : 0.25 * twinkle;
      mesh.scale.setScalar(1 + twinkle * 0.06);
      body.emissiveIntensity = 0.55 + twinkle * 0.2;
    },
  };
}
