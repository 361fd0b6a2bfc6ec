import { leftOf, type Point, towards } from './outline.ts';

/** How far a corner may be moved outwards to keep the edges beside it one pixel soft. */
const MITRE_LIMIT = 2.5;

/** Twice the area, positive where the outline runs clockwise on the screen. */
const turned = (points: readonly Point[]): number =>
  points.reduce((sum, { x, y }, index) => {
    const next = points[(index + 1) % points.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);

/** The points of a closed outline as corners of a mesh that lean outwards, so that both edges beside each stay even. */
export function outwardsOf(points: readonly Point[]): readonly (readonly number[])[] {
  const side = turned(points) >= 0 ? 1 : -1;
  return points.map((point, index) => {
    const before = points.at(index - 1) ?? point;
    const after = points[(index + 1) % points.length] ?? point;
    const one = leftOf(towards(before, point));
    const other = leftOf(towards(point, after));
    const length = Math.max(1e-6, 1 + one.x * other.x + one.y * other.y);
    const x = (one.x + other.x) / length;
    const y = (one.y + other.y) / length;
    const shorter = side * Math.min(1, MITRE_LIMIT / Math.max(1e-6, Math.hypot(x, y)));
    return [point.x, point.y, x * shorter, y * shorter, 0];
  });
}
