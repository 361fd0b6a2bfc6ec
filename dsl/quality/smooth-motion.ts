import type { Vec3 } from '../check/model.ts';
import { isMotion } from '../plan/motion.ts';
import { tokensOf } from '../plan/pointer.ts';
import type { Animated, Motion } from '../plan/timeline.ts';
import { easingOf } from '../sample/easing.ts';
import { pathTrack } from '../sample/track.ts';
import { type Footage, FRAME_MS } from './footage.ts';
import { figure, type QualityCheck } from './report.ts';

/** What a motion's easing allows from one frame to the next, stage pixels. */
interface Allowance {
  readonly start_ms: number;
  readonly end_ms: number;
  readonly step: number;
  readonly change: number;
}

/** Measuring along chords, and a bend of the way, add to what the easing alone allows. */
const MARGIN = 1.1;
const BEND_SHARE = 0.3;
const STILL_PX = 0.5;

/** A.smooth: no actor goes further between two frames, nor changes its pace more, than the easing of its motion allows. */
export function smoothMotion({ frames, timeline }: Footage): QualityCheck {
  const allowances = new Map<string, Allowance[]>();
  for (const { path, value } of timeline.patches) {
    const [part, id, property] = tokensOf(path) ?? [];
    const position = property === 'position' ? (value as Animated<Vec3>) : null;
    if (part !== 'actors' || id === undefined || !position || !isMotion(position)) continue;
    allowances.set(id, [...(allowances.get(id) ?? []), allowanceOf(position)]);
  }
  let worst = { excess: 0, at_ms: 0, figure: 0, limit: 0, message: 'motion is smooth' };
  const steps = new Map<string, { x: number; y: number }>();
  frames.forEach((frame, index) => {
    const before = frames[index - 1];
    for (const entity of frame.entities) {
      const old = before?.entities.find((each) => each.id === entity.id);
      if (entity.role !== 'actor' || !old) continue;
      const step = { x: entity.x - old.x, y: entity.y - old.y };
      const last = steps.get(entity.id) ?? { x: 0, y: 0 };
      steps.set(entity.id, step);
      const now = (allowances.get(entity.id) ?? []).filter(
        (each) => each.start_ms <= frame.at_ms && each.end_ms >= frame.at_ms - 2 * FRAME_MS,
      );
      const limits = { step: STILL_PX, change: STILL_PX };
      for (const each of now) {
        limits.step = Math.max(limits.step, each.step);
        limits.change = Math.max(limits.change, each.change);
      }
      const judge = (size: number, limit: number, what: string) => {
        if (size - limit <= worst.excess) return;
        const message = `${entity.id} ${what} ${figure(size)} px in one frame`;
        worst = { excess: size - limit, at_ms: frame.at_ms, figure: figure(size), limit: figure(limit), message };
      };
      judge(Math.hypot(step.x, step.y), limits.step, 'jumps');
      if (index > 1) judge(Math.hypot(step.x - last.x, step.y - last.y), limits.change, 'changes its pace by');
    }
  });
  const { excess, ...rest } = worst;
  return { rule: 'A.smooth', ok: excess === 0, ...rest };
}

function allowanceOf(motion: Motion<Vec3>): Allowance {
  const ease = easingOf(motion.ease);
  const length = pathTrack(motion).curve?.length ?? 0;
  const share = (ms: number) => ease(Math.min(1, Math.max(0, ms / motion.duration_ms)));
  let step = 0;
  let change = 0;
  // A quarter of a frame is fine enough to meet the steepest place of any easing closely.
  for (let ms = -FRAME_MS; ms <= motion.duration_ms + FRAME_MS; ms += FRAME_MS / 4) {
    const first = share(ms) - share(ms - FRAME_MS);
    const second = share(ms + FRAME_MS) - share(ms);
    step = Math.max(step, Math.abs(second));
    change = Math.max(change, Math.abs(second - first));
  }
  return {
    start_ms: motion.start_ms,
    end_ms: motion.start_ms + motion.duration_ms,
    step: length * step * MARGIN + STILL_PX,
    change: length * (change * MARGIN + step * BEND_SHARE) + STILL_PX,
  };
}
