import earcut from 'earcut';
import { type Outline, pointsOf } from './outline.ts';
import { outwardsOf } from './outwards.ts';

/** The inside of a closed outline of any shape. */
export function fillOf(flat: readonly number[]): Outline {
  const points = pointsOf(flat, true);
  if (points.length < 3) return { solid: [], fringe: [] };
  const corners = outwardsOf(points);
  const corner = (index: number): readonly number[] => corners[index % points.length] ?? [];
  return {
    solid: earcut(points.flatMap(({ x, y }) => [x, y])).flatMap(corner),
    fringe: points.flatMap((_, index) => [...corner(index), ...corner(index + 1)]),
  };
}
