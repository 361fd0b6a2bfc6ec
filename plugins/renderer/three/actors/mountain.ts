import { Group, PlaneGeometry } from 'three';
import { noise } from '../noise.ts';
import type { Form, Workshop } from './form.ts';
import { add, tint } from './parts.ts';

/** Height of the massif, 0–1, across the box: two peaks with gullies. */
function ridge(x: number, z: number): number {
  const peak = (at: number, wide: number, high: number): number =>
    Math.max(0, high - Math.abs(x - at) / wide - z * z * 0.9);
  const shape = Math.max(peak(-0.35, 2.25, 1.0), peak(1.15, 2.1, 0.7), peak(-1.6, 1.6, 0.45));
  const rough = (noise(x * 2.2, 1, z * 3, 17) - 0.5) * 0.3 + (noise(x * 6, 2, z * 7, 18) - 0.5) * 0.14;
  return Math.max(0, shape + rough * Math.min(1, shape * 3));
}

/** A snow-capped massif that recedes from the stage's plane. */
export function mountain({ palette, once }: Workshop): Form {
  const root = new Group();
  const [rock, shade, snow] = [palette.color('rock'), palette.color('rock', -0.35), palette.color('snow')];
  const massif = once('massif', () => {
    const sheet = new PlaneGeometry(5.2, 2.4, 120, 56).rotateX(-Math.PI / 2);
    const position = sheet.getAttribute('position');
    for (let i = 0; i < position.count; i++) position.setY(i, ridge(position.getX(i), position.getZ(i)) * 3.2 - 1.65);
    sheet.computeVertexNormals();
    return tint(sheet, (x, y, z, out) => {
      const line = 0.35 + (noise(x * 4, 3, z * 4, 19) - 0.5) * 0.9;
      out.copy(shade).lerp(rock, noise(x * 5, y * 3, z * 5, 20));
      if (y > line) out.lerp(snow, Math.min(1, (y - line) * 6));
    });
  });
  add(root, massif, palette.painted({ roughness: 1 }), [0, 0, -1.1]);
  return { root, pose: () => undefined };
}
