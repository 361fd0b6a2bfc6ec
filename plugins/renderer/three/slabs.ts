import { BufferAttribute, BufferGeometry, ExtrudeGeometry, Shape, ShapeGeometry, ShapeUtils, Vector2 } from 'three';
import type { Mark } from '../../../dsl/index.ts';
import { PIXELS_PER_UNIT } from './space.ts';

export type ShapeMark = Extract<Mark, { kind: 'shape' }>;

const unit = (pixels: number): number => pixels / PIXELS_PER_UNIT;

/** The corners of a mark in units, y up, without those that fall together. */
export function corners(mark: ShapeMark): Vector2[] {
  const out: Vector2[] = [];
  for (let i = 0; i + 1 < mark.points.length; i += 2) {
    const point = new Vector2(unit(mark.points[i] ?? 0), -unit(mark.points[i + 1] ?? 0));
    const last = out.at(-1);
    if (!last || last.distanceToSquared(point) > 1e-8) out.push(point);
  }
  const [first, last] = [out[0], out.at(-1)];
  if (mark.closed && out.length > 2 && first && last && first.distanceToSquared(last) <= 1e-8) out.pop();
  return out;
}

/** The body of a filled mark: a slab with softened edges where it has depth, else a sheet; null where there is no area. */
export function slab(mark: ShapeMark): BufferGeometry | null {
  const points = corners(mark);
  if (points.length < 3 || Math.abs(ShapeUtils.area(points)) < 1e-5) return null;
  const shape = new Shape(points);
  const depth = unit(mark.depth);
  if (depth <= 0) return new ShapeGeometry(shape);
  const bevel = Math.min(0.05, depth * 0.3, Math.sqrt(Math.abs(ShapeUtils.area(points))) * 0.08);
  return new ExtrudeGeometry(shape, {
    depth: Math.max(1e-3, depth - bevel * 2),
    bevelEnabled: true,
    bevelThickness: bevel,
    bevelSize: bevel,
    bevelOffset: -bevel,
    bevelSegments: 3,
  }).translate(0, 0, bevel - depth);
}

/** A flat band of the stroke's width along the outline, with round ends and joints; null where there is none. */
export function ribbon(mark: ShapeMark): BufferGeometry | null {
  const points = corners(mark);
  const half = unit(mark.stroke_width) / 2;
  const [only] = points;
  if (!only || half <= 0) return null;
  const positions: number[] = [];
  const triangle = (...at: readonly Vector2[]): void => {
    for (const { x, y } of at) positions.push(x, y, 0);
  };
  const count = mark.closed && points.length > 2 ? points.length : points.length - 1;
  for (let i = 0; i < count; i++) {
    const from = points[i] ?? only;
    const to = points[(i + 1) % points.length] ?? only;
    const side = new Vector2(from.y - to.y, to.x - from.x).setLength(half);
    const [a, b] = [from.clone().add(side), from.clone().sub(side)];
    const [c, d] = [to.clone().add(side), to.clone().sub(side)];
    triangle(a, b, c);
    triangle(b, d, c);
  }
  const facets = half > 0.03 ? 12 : 6;
  for (const middle of points)
    for (let i = 0; i < facets; i++) {
      const spoke = (n: number): Vector2 =>
        new Vector2(Math.cos((n / facets) * Math.PI * 2), Math.sin((n / facets) * Math.PI * 2))
          .multiplyScalar(half)
          .add(middle);
      triangle(middle, spoke(i), spoke(i + 1));
    }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  return geometry;
}
