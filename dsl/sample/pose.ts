import type { ActorKind } from '../check/vocabulary/actor-kinds.ts';
import type { ActorState } from '../plan/timeline.ts';
import type { Pose } from './frame.ts';
import type { PathTrack } from './track.ts';

/** A way that rises less than this above the straight line between its ends is no jump, stage pixels. */
const LEAST_JUMP_PX = 24;
/** A way that goes less than this to one side keeps the thing's own facing, stage pixels. */
const LEAST_TURN_PX = 12;
const SAMPLES = 64;

/** How a thing holds itself, as far as its way decides. */
export interface Bearing {
  pose(ms: number): Pose;
  facing(ms: number): -1 | 1;
}

export function bearingOf(state: ActorState, kind: ActorKind | undefined, position: PathTrack): Bearing {
  const { curve, start_ms, own_ms, end_ms } = position;
  const height = kind?.habitat === 'ground' ? jumpHeight(position) : 0;
  const turns = kind !== undefined && kind.habitat !== 'any' && curve !== null;
  const still = state.animation.name === 'none';

  const airborne = (ms: number): number => {
    if (height < LEAST_JUMP_PX || !curve || ms <= start_ms || ms >= end_ms) return 0;
    const share = position.progress(ms);
    const ground = curve.first.y + (curve.last.y - curve.first.y) * share;
    const lifted = Math.min(1, Math.max(0, (ground - position.at(ms).y) / height));
    return lifted * lifted * (3 - 2 * lifted);
  };
  // Half a millisecond to both sides: the motion's own speed, without a derivative for each easing.
  const posed = (ms: number, vx: number, vy: number, progress: number): Pose => ({
    animation: state.animation.name,
    clock: still ? 0 : Math.max(0, (ms - state.animation.start_ms) / 1000),
    vx,
    vy,
    travelled: curve ? curve.length * Math.max(0, progress) : 0,
    airborne: airborne(ms),
    heading: facing(ms),
  });
  const facing = (ms: number): -1 | 1 => {
    if (!turns || !curve || ms < start_ms) return state.facing;
    const share = Math.min(1, Math.max(0, position.progress(ms)));
    const ahead = curve.straight ? 0 : curve.at(Math.min(1, share + 0.05)).x - curve.at(Math.max(0, share - 0.05)).x;
    const whole = curve.last.x - curve.first.x;
    const way = Math.abs(ahead) > Math.min(LEAST_TURN_PX, curve.length * 0.05) ? ahead : whole;
    return Math.abs(way) < 1e-6 || Math.abs(whole) + curve.length < LEAST_TURN_PX ? state.facing : way > 0 ? 1 : -1;
  };
  return {
    pose(ms) {
      const progress = position.progress(ms);
      if (!curve || ms < start_ms || ms > end_ms) return posed(ms, 0, 0, progress);
      if (curve.straight && ms > own_ms) {
        const pace = (position.progress(ms + 0.5) - position.progress(ms - 0.5)) * 1000;
        return posed(ms, (curve.last.x - curve.first.x) * pace, (curve.last.y - curve.first.y) * pace, progress);
      }
      const before = position.at(ms - 0.5);
      const after = position.at(ms + 0.5);
      return posed(ms, (after.x - before.x) * 1000, (after.y - before.y) * 1000, progress);
    },
    facing,
  };
}

/** How far the way rises above the line between its ends. */
function jumpHeight({ curve }: PathTrack): number {
  if (!curve || curve.straight) return 0;
  let highest = 0;
  for (let step = 1; step < SAMPLES; step += 1) {
    const share = step / SAMPLES;
    const ground = curve.first.y + (curve.last.y - curve.first.y) * share;
    highest = Math.max(highest, ground - curve.at(share).y);
  }
  return highest;
}
