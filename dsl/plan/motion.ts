import type { Vec3 } from '../check/model.ts';
import { orbitPoint } from './orbit.ts';
import { roundPoint } from './rounding.ts';
import type { Animated, Motion } from './timeline.ts';

/** No property holds a plain object with `through`, so this tells a motion from a value. */
export function isMotion<T>(value: Animated<T>): value is Motion<T> {
  return typeof value === 'object' && value !== null && 'through' in value;
}

export const endOf = (motion: Motion<unknown>): number => motion.start_ms + motion.duration_ms;

/** Ways whose end depends on where they began. */
const returns = ({ curve }: Motion<unknown>): boolean =>
  curve === 'loop' || (typeof curve === 'object' && 'orbit' in curve);

/** Where the property comes to rest; after a loop or an orbit that began on the way, where it would have. */
export function restOf<T>(value: Animated<T>): T {
  let current = value;
  while (isMotion(current)) {
    if (current.curve === 'loop') current = current.from;
    else if (typeof current.curve === 'object' && 'orbit' in current.curve) {
      const centre = current.through.at(-1);
      const from = restOf(current.from);
      // Only positions go on orbits.
      const end = orbitPoint(current.curve.orbit, from as Vec3, centre as Vec3, 1);
      return roundPoint(end) as T;
    } else current = current.through.at(-1) ?? current.from;
  }
  return current;
}

/** The property as a later motion must take it over at `at_ms`: a literal if it has come to rest by then at a known place. */
export function settledAt<T>(value: Animated<T>, at_ms: number): Animated<T> {
  if (!isMotion(value)) return value;
  const known = endOf(value) <= at_ms && !(returns(value) && isMotion(value.from));
  return known ? restOf(value) : value;
}

export function nestingOf(value: Animated<unknown>): number {
  let depth = 0;
  for (let current = value; isMotion(current); current = current.from) depth += 1;
  return depth;
}
