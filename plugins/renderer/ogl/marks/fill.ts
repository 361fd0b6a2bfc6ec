import earcut from 'earcut';
import { leftOf, type Outline, type Point, pointsOf, towards } from './outline.ts';

/** How far a corner may be moved outwards to keep the edges beside it one pixel soft. */
const MITRE_LIMIT = 2.5;

/** The inside of a closed outline. */
export function fillOf(flat: readonly number[]): Outline {
  const points = pointsOf(flat, true);
  if (points.length < 3) return { solid: [], fringe: [] };
  const outwards = normalsOf(points);
  const corner = (index: number): readonly number[] => {
    const at = points[index];
    const out = outwards[index];
    return at && out ? [at.x, at.y, out.x, out.y, 0] : [0, 0, 0, 0, 0];
  };
  const triangles = earcut(points.flatMap(({ x, y }) => [x, y]));
  return {
    solid: triangles.flatMap(corner),
    fringe: points.flatMap((_, index) => [...corner(index), ...corner((index + 1) % points.length)]),
  };
}

/** Twice the area, positive where the outline runs clockwise on the screen. */
const turned = (points: readonly Point[]): number =>
  points.reduce((sum, { x, y }, index) => {
    const next = points[(index + 1) % points.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);

function normalsOf(points: readonly Point[]): readonly Point[] {
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
    return { x: x * shorter, y: y * shorter };
  });
}
