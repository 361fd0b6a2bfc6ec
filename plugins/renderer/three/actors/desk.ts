import { Group } from 'three';
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js';
import { noise } from '../noise.ts';
import { DESK_TOP } from '../placement.ts';
import type { Form, Workshop } from './form.ts';
import { add, tint } from './parts.ts';

/** A wooden desk that runs across the picture: its top catches shadow and light, its front closes the picture below. */
export function desk({ palette, once }: Workshop): Form {
  const root = new Group();
  const [top, front] = [palette.color('top'), palette.color('front')];
  const board = once('board', () =>
    tint(new RoundedBoxGeometry(15, 0.26, 4.4, 3, 0.06).toNonIndexed(), (x, _y, z, out) =>
      out.copy(top).multiplyScalar(0.9 + noise(x * 0.8, 0, z * 3, 4) * 0.2),
    ),
  );
  const plank = add(root, board, palette.painted({ roughness: 0.55, envMapIntensity: 0.45 }), [
    0,
    DESK_TOP - 0.13,
    -1.1,
  ]);
  plank.receiveShadow = true;
  const face = once('face', () =>
    tint(new RoundedBoxGeometry(14.6, 2.4, 0.3, 3, 0.04).toNonIndexed(), (x, y, _z, out) =>
      out.copy(front).multiplyScalar(0.85 + noise(x * 0.7, y * 6, 0, 5) * 0.3),
    ),
  );
  add(root, face, palette.painted({ roughness: 0.7 }), [0, DESK_TOP - 1.4, 0.9]).receiveShadow = true;
  return { root, pose: () => undefined };
}
