import type { Animated, Motion } from './timeline.ts';

/** No property holds a plain object with `through`, so this tells a motion from a value. */
export function isMotion<T>(value: Animated<T>): value is Motion<T> {
  return typeof value === 'object' && value !== null && 'through' in value;
}

export const endOf = (motion: Motion<unknown>): number => motion.start_ms + motion.duration_ms;

/** Where the property comes to rest. */
export function restOf<T>(value: Animated<T>): T {
  let current = value;
  while (isMotion(current)) current = current.through.at(-1) ?? current.from;
  return current;
}

/** The property as a later motion must take it over at `at_ms`: a literal if it has come to rest by then. */
export function settledAt<T>(value: Animated<T>, at_ms: number): Animated<T> {
  return isMotion(value) && endOf(value) > at_ms ? value : restOf(value);
}

export function nestingOf(value: Animated<unknown>): number {
  let depth = 0;
  for (let current = value; isMotion(current); current = current.from) depth += 1;
  return depth;
}
