/**
 * A mesh whose edges are softened where it is drawn, at whatever size that is. Each corner is five numbers: a point
 * (x, y) in the units of the shape, a direction outwards (dx, dy; about 1 long), and how far along it the corner lies
 * as a share of half the stroke's width (0 for a filled shape). Drawn, the solid stops half a device pixel short of
 * the outline and the fringe fades over one pixel across it.
 */
export interface Outline {
  /** Three corners each. */
  readonly solid: readonly number[];
  /** Two corners of the outline each: between them runs a strip that fades outwards. */
  readonly fringe: readonly number[];
}

/** Numbers a corner. */
export const CORNER = 5;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The points of a flat list, without those that repeat the one before (or, closed, the first). */
export function pointsOf(flat: readonly number[], closed: boolean): readonly Point[] {
  const points: Point[] = [];
  const apart = (one: Point, other: Point): boolean => Math.hypot(one.x - other.x, one.y - other.y) > 1e-4;
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const point = { x: flat[at] ?? 0, y: flat[at + 1] ?? 0 };
    const last = points.at(-1);
    if (!last || apart(last, point)) points.push(point);
  }
  const [first] = points;
  const last = points.at(-1);
  if (closed && points.length > 1 && first && last && !apart(first, last)) points.pop();
  return points;
}

/** The direction from one point to another, 1 long. */
export function towards(from: Point, to: Point): Point {
  const length = Math.max(1e-9, Math.hypot(to.x - from.x, to.y - from.y));
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

/** To the left of a direction, y down. */
export const leftOf = (direction: Point): Point => ({ x: direction.y, y: -direction.x });
