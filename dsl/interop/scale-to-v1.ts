import type { Ease, Vec3 } from '../check/model.ts';
import { isMotion, restOf } from '../plan/motion.ts';
import { round3 } from '../plan/rounding.ts';
import type { Animated, Location, Motion, Timeline } from '../plan/timeline.ts';
import { V1_STAGE } from './v1-patch.ts';

/** Lengths of one stage in those of the v1 stage. */
export interface V1Scale {
  point(at: Vec3): readonly [number, number];
  size(px: number): number;
  location(at: Location): Readonly<Record<string, unknown>>;
  motion(motion: Motion<Vec3>): Readonly<Record<string, unknown>>;
}

export function v1Scale(stage: Timeline['stage']): V1Scale {
  const factorX = V1_STAGE.width / stage.width;
  const factorY = V1_STAGE.height / stage.height;
  const point = (at: Vec3): readonly [number, number] => [round3(at.x * factorX), round3(at.y * factorY)];
  return {
    point,
    size: (px) => round3(px * factorY),
    location(at) {
      if ('of' in at) return { target: at.of, relation: at.relation, offset: point(at.offset) };
      const [x, y] = point(at);
      return { x, y };
    },
    motion: (motion) => ({
      start_ms: motion.start_ms,
      duration_ms: motion.duration_ms,
      easing: easingName(motion.ease),
      curve: motion.curve,
      points: [restOf(motion.from), ...motion.through].map(point),
    }),
  };
}

/** v1 names easings; those with figures are spelt as a script does. */
export function easingName(ease: Ease): string {
  if (typeof ease === 'string') return ease;
  if ('bezier' in ease) return `cubic-bezier(${ease.bezier.join(', ')})`;
  return 'spring' in ease ? `spring(${ease.spring})` : `steps(${ease.steps})`;
}

/** Value and, where it is on its way, the way: v1 has both beside each other. */
export function v1Number(value: Animated<number>): Readonly<Record<string, unknown>> | number {
  if (!isMotion(value)) return value;
  return {
    start_ms: value.start_ms,
    duration_ms: value.duration_ms,
    easing: easingName(value.ease),
    from: restOf(value.from),
    to: restOf(value),
  };
}
