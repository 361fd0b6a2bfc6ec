import type { Vec3 } from '../check/model.ts';
import { cosine, sine } from './turning.ts';

/**
 * The coordinates of a group as seen from the stage: `(x, y)` goes to `(a·x − b·y + dx, b·x + a·y + dy)`, `z` to
 * `scale·z + dz`. Turning and growing alike in all directions, groups within groups come down to one of these.
 */
export interface Reference {
  readonly a: number;
  readonly b: number;
  readonly dx: number;
  readonly dy: number;
  readonly dz: number;
  readonly scale: number;
  /** Degrees, clockwise. */
  readonly rotation: number;
  readonly opacity: number;
}

export const STAGE: Reference = { a: 1, b: 0, dx: 0, dy: 0, dz: 0, scale: 1, rotation: 0, opacity: 1 };

/** How deep groups may lie in each other; what is deeper counts as lying on the stage. */
export const DEEPEST_GROUP = 32;

/** A group that lies so in `outer`: a member at `p` is seen at `position + R(rotation) · scale · (p − origin)`. */
export function referenceWithin(
  outer: Reference,
  position: Vec3,
  origin: Vec3,
  scale: number,
  rotation: number,
  opacity: number,
): Reference {
  const cos = rotation === 0 ? 1 : cosine(rotation);
  const sin = rotation === 0 ? 0 : sine(rotation);
  const a = scale * cos;
  const b = scale * sin;
  const dx = position.x - (a * origin.x - b * origin.y);
  const dy = position.y - (b * origin.x + a * origin.y);
  const dz = position.z - scale * origin.z;
  return {
    a: outer.a * a - outer.b * b,
    b: outer.b * a + outer.a * b,
    dx: outer.a * dx - outer.b * dy + outer.dx,
    dy: outer.b * dx + outer.a * dy + outer.dy,
    dz: outer.scale * dz + outer.dz,
    scale: outer.scale * scale,
    rotation: outer.rotation + rotation,
    opacity: outer.opacity * opacity,
  };
}

/** A point of the group's coordinates on the stage. */
export const outward = ({ a, b, dx, dy, dz, scale }: Reference, { x, y, z }: Vec3): Vec3 => ({
  x: a * x - b * y + dx,
  y: b * x + a * y + dy,
  z: scale * z + dz,
});

/** A point of the stage in the group's coordinates; a group shrunk to nothing has no inside and leaves it as it is. */
export function inward({ a, b, dx, dy, dz, scale }: Reference, point: Vec3): Vec3 {
  const size = a * a + b * b;
  if (size < 1e-9) return point;
  const x = point.x - dx;
  const y = point.y - dy;
  return { x: (a * x + b * y) / size, y: (a * y - b * x) / size, z: (point.z - dz) / scale };
}
