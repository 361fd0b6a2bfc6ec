import { type Outline, pointsOf } from './outline.ts';
import { outwardsOf } from './outwards.ts';

/** The inside of an outline without dents, as a fan from its first point. */
export function convexOf(flat: readonly number[]): Outline {
  const points = pointsOf(flat, true);
  const corners = outwardsOf(points);
  const corner = (index: number): readonly number[] => corners[index % points.length] ?? [];
  return {
    solid: points.slice(2).flatMap((_, index) => [...corner(0), ...corner(index + 1), ...corner(index + 2)]),
    fringe: points.flatMap((_, index) => [...corner(index), ...corner(index + 1)]),
  };
}
