import type { Vec3 } from '../check/model.ts';
import { isMotion } from '../plan/motion.ts';
import type { Animated, Motion } from '../plan/timeline.ts';
import { type Curve, curveThrough } from './curve.ts';
import { easingOf } from './easing.ts';

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
  /** Eased progress along that way: 0 before, 1 after. */
  progress(ms: number): number;
}

const never = Number.NEGATIVE_INFINITY;

/**
 * What a motion takes over from is held at the moment of taking over: `from` is evaluated at `start_ms` and stays.
 * So a motion's way is fixed and can be measured once.
 */
export function numberTrack(value: Animated<number>): Track<number> {
  if (!isMotion(value)) return { start_ms: never, end_ms: never, at: () => value };
  const before = numberTrack(value.from);
  const points = [before.at(value.start_ms), ...value.through];
  const first = points[0] ?? 0;
  const last = points.at(-1) ?? first;
  const steps = points.length - 1;
  const progress = progressOf(value);
  const end_ms = value.start_ms + value.duration_ms;
  return {
    start_ms: Math.min(value.start_ms, before.start_ms === never ? value.start_ms : before.start_ms),
    end_ms,
    at(ms) {
      if (ms >= end_ms) return last;
      if (ms <= value.start_ms) return before.at(ms);
      const way = progress(ms) * steps;
      const at = Math.max(0, Math.min(steps - 1, Math.floor(way)));
      const from = points[at] ?? first;
      return from + ((points[at + 1] ?? last) - from) * (way - at);
    },
  };
}

export function pathTrack(value: Animated<Vec3>): PathTrack {
  if (!isMotion(value))
    return { start_ms: never, own_ms: never, end_ms: never, curve: null, at: () => value, progress: () => 1 };
  const before = pathTrack(value.from);
  const curve = curveThrough([before.at(value.start_ms), ...value.through], value.curve);
  const eased = progressOf(value);
  const end_ms = value.start_ms + value.duration_ms;
  return {
    start_ms: Math.min(value.start_ms, before.start_ms === never ? value.start_ms : before.start_ms),
    own_ms: value.start_ms,
    end_ms,
    curve,
    at(ms) {
      if (ms >= end_ms) return curve.last;
      return ms <= value.start_ms ? before.at(ms) : curve.at(eased(ms));
    },
    progress: (ms) => (ms >= end_ms ? 1 : ms <= value.start_ms ? 0 : eased(ms)),
  };
}

function progressOf(motion: Motion<unknown>): (ms: number) => number {
  const ease = easingOf(motion.ease);
  return (ms) => ease(Math.min(1, Math.max(0, (ms - motion.start_ms) / motion.duration_ms)));
}
