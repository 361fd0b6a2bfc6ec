import { CatmullRomCurve3, ConeGeometry, Group, LatheGeometry, TubeGeometry, Vector2, Vector3 } from 'three';
import type { Form, Workshop } from './form.ts';
import { add, joint } from './parts.ts';

/** A shiny balloon on a string. */
export function balloon({ palette, once }: Workshop): Form {
  const root = new Group();
  const float = joint(root);
  const skin = once('skin', () => {
    const outline = Array.from({ length: 25 }, (_, i) => {
      const angle = -Math.PI / 2 + (i / 24) * Math.PI;
      const y = Math.sin(angle);
      return new Vector2(Math.cos(angle) * 0.55 * (y < 0 ? 1 - 0.16 * y * y : 1), y * (y < 0 ? 0.68 : 0.6));
    });
    return new LatheGeometry(outline, 40);
  });
  add(float, skin, palette.paint('body', { roughness: 0.18, side: 2 }), [0, 0.34, 0]);
  add(
    float,
    once('knot', () => new ConeGeometry(0.07, 0.1, 16)),
    palette.paint('body'),
    [0, -0.37, 0],
  );
  const string = once('string', () => {
    const points = [0, 1, 2, 3, 4].map((i) => new Vector3(Math.sin(i * 1.7) * 0.05, -0.4 - i * 0.135, 0));
    return new TubeGeometry(new CatmullRomCurve3(points), 30, 0.01, 6);
  });
  add(float, string, palette.paint('string'));
  return {
    root,
    pose: ({ pose }) => {
      const t = pose.animation === 'none' ? 0 : pose.clock;
      float.rotation.z = Math.sin(t * 1.3) * 0.08;
      float.position.set(Math.sin(t * 0.9) * 0.04, Math.sin(t * 1.7) * 0.03, 0);
    },
  };
}
