import type { Vec3 } from '../check/model.ts';
import { isMotion } from '../plan/motion.ts';
import type { Animated, Motion } from '../plan/timeline.ts';
import { blend, hexOf, linearOf } from './colour.ts';
import { type Curve, curveThrough } from './curve.ts';
import { type Easing, easingOf } from './easing.ts';

/** An animated property, made ready to be asked. It changes only between `start_ms` and `end_ms`. */
export interface Track<T> {
  readonly start_ms: number;
  readonly end_ms: number;
  at(ms: number): T;
}

export interface PathTrack extends Track<Vec3> {
  /** When the motion that rules the property began, after those it took over from. */
  readonly own_ms: number;
  /** The way of the motion that rules the property, or null where it is a literal. */
  readonly curve: Curve | null;
  /** What that motion took over from while it was moving, or null. */
  readonly before: PathTrack | null;
  /** The easing of that motion. */
  readonly ease: Easing;
  /** Eased progress along that way: 0 before, 1 after. */
  progress(ms: number): number;
}

const linear: Easing = (progress) => progress;
const never = Number.NEGATIVE_INFINITY;

const begins = (motion: Motion<unknown>, before: Track<unknown>): number =>
  before.start_ms === never ? motion.start_ms : Math.min(motion.start_ms, before.start_ms);

const still = <T>(value: T): Track<T> => ({ start_ms: never, end_ms: never, at: () => value });

/**
 * What a motion takes over from is held at the moment of taking over: `from` is evaluated at `start_ms` and stays.
 * So a motion's way is fixed and can be measured once.
 */
export function numberTrack(value: Animated<number>): Track<number> {
  if (!isMotion(value)) return still(value);
  const before = numberTrack(value.from);
  return stepped(
    value,
    before,
    [before.at(value.start_ms), ...value.through],
    (from, to, share) => from + (to - from) * share,
  );
}

/** Colours go from one to the next in linear light. */
export function colourTrack(value: Animated<string>): Track<string> {
  if (!isMotion(value)) return still(value);
  const before = colourTrack(value.from);
  const known = [before.at(value.start_ms), ...value.through];
  const linear = new Map(known.map((hex) => [hex, linearOf(hex)]));
  const light = (hex: string) => linear.get(hex) ?? linearOf(hex);
  return stepped(value, before, known, (from, to, share) => {
    if (from === to) return to;
    return hexOf(blend(light(from), light(to), Math.min(1, Math.max(0, share))));
  });
}

/** Walks from value to value, an equal part of the progress for each. */
function stepped<T>(
  motion: Motion<T>,
  before: Track<T>,
  values: readonly T[],
  between: (from: T, to: T, share: number) => T,
): Track<T> {
  const first = before.at(motion.start_ms);
  const last = motion.curve === 'loop' ? first : (values.at(-1) ?? first);
  const stops = motion.curve === 'loop' ? [...values, first] : values;
  const steps = stops.length - 1;
  const progress = progressOf(motion);
  const end_ms = motion.start_ms + motion.duration_ms;
  return {
    start_ms: begins(motion, before),
    end_ms,
    at(ms) {
      if (ms >= end_ms) return last;
      if (ms <= motion.start_ms) return before.at(ms);
      const way = progress(ms) * steps;
      const at = Math.max(0, Math.min(steps - 1, Math.floor(way)));
      return between(stops[at] ?? first, stops[at + 1] ?? last, way - at);
    },
  };
}

export function pathTrack(value: Animated<Vec3>): PathTrack {
  if (!isMotion(value)) {
    return { ...still(value), own_ms: never, curve: null, before: null, ease: linear, progress: () => 1 };
  }
  const before = pathTrack(value.from);
  const curve = curveThrough([before.at(value.start_ms), ...value.through], value.curve);
  const ease = easingOf(value.ease);
  const { duration_ms } = value;
  const own_ms = value.start_ms;
  const end_ms = own_ms + value.duration_ms;
  return {
    start_ms: begins(value, before),
    own_ms,
    end_ms,
    curve,
    ease,
    before: before.curve ? before : null,
    at(ms) {
      if (ms >= end_ms) return curve.last;
      return ms <= own_ms ? before.at(ms) : curve.at(ease((ms - own_ms) / duration_ms));
    },
    progress: (ms) => (ms >= end_ms ? 1 : ms <= own_ms ? 0 : ease((ms - own_ms) / duration_ms)),
  };
}

function progressOf({ ease, start_ms, duration_ms }: Motion<unknown>): (ms: number) => number {
  const eased = easingOf(ease);
  return (ms) => eased(Math.min(1, Math.max(0, (ms - start_ms) / duration_ms)));
}
