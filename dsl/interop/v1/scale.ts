import type { Ease, Vec3 } from '../../check/model.ts';
import { isMotion, restOf } from '../../plan/motion.ts';
import { round3 } from '../../plan/rounding.ts';
import type { Location, Motion, Timeline } from '../../plan/timeline.ts';
import { V1_STAGE } from '../v1-patch.ts';

/** The stage for which the kinds of actors have their sizes. */
export const FULL_HEIGHT = 720;

/** Lengths of one stage in those of the v1 stage. */
export interface V1Scale {
  point(at: Vec3): readonly [number, number];
  size(px: number): number;
  /** Of an actor, whose kind has its size on a stage 720 high: v1 has the same sizes on a stage half as high. */
  actor(scale: number): number;
  location(at: Location): Readonly<Record<string, unknown>>;
  motion(motion: Motion<Vec3>): Readonly<Record<string, unknown>>;
}

/** `nameOf` is what v1 calls the thing that a location hangs on. */
export function v1Scale(stage: Timeline['stage'], nameOf: (id: string) => string): V1Scale {
  const factorX = V1_STAGE.width / stage.width;
  const factorY = V1_STAGE.height / stage.height;
  const point = (at: Vec3): readonly [number, number] => [round3(at.x * factorX), round3(at.y * factorY)];
  return {
    point,
    size: (px) => round3(px * factorY),
    actor: (scale) => round3((scale * FULL_HEIGHT) / stage.height),
    location(at) {
      if ('of' in at) {
        const part = at.part ? { part: at.part } : {};
        return { target: nameOf(at.of), ...part, relation: at.relation, offset: point(at.offset) };
      }
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

/** A value of any kind as v1 tells it: what is on its way as its way. */
export function v1Value(value: unknown): unknown {
  if (!isMotion(value)) return value;
  const { start_ms, duration_ms, ease } = value;
  return { start_ms, duration_ms, easing: easingName(ease), from: restOf(value.from), to: restOf(value) };
}
