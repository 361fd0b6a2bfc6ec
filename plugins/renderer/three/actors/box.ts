import { BoxGeometry, Group } from 'three';
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js';
import type { Form, Workshop } from './form.ts';
import { add, joint } from './parts.ts';

/** A cardboard box closed with tape. */
export function box({ palette, once }: Workshop): Form {
  const root = new Group();
  const turned = joint(root, [0, -0.03, -0.2]);
  turned.rotation.set(0.24, -0.5, 0);
  add(
    turned,
    once('card', () => new RoundedBoxGeometry(1.12, 1.26, 1.12, 3, 0.03)),
    palette.paint('body', { roughness: 0.9 }),
  );
  const strip = once('strip', () => new BoxGeometry(1, 1, 1));
  const tape = palette.paint('tape', { roughness: 0.4 });
  add(turned, strip, tape, [0, 0.632, 0], [1.13, 0.01, 0.2]);
  for (const side of [-1, 1]) add(turned, strip, tape, [side * 0.562, 0.48, 0], [0.01, 0.32, 0.2]);
  const crease = palette.paint(palette.color('body', -0.45));
  add(turned, strip, crease, [0, 0.634, 0], [1.12, 0.008, 0.012]);
  return { root, pose: () => undefined };
}
