import type { ActorKind } from '../check/vocabulary/actor-kinds.ts';
import type { Reference } from '../plan/reference.ts';
import type { ActorState } from '../plan/timeline.ts';
import type { Pose } from './frame.ts';
import { headingOf } from './heading.ts';
import type { PathTrack } from './track.ts';

/** A way that rises less than this above the straight line between its ends is no jump, stage pixels. */
const LEAST_JUMP_PX = 24;
const SAMPLES = 64;
/** A swimmer follows the slope of its way over this long before and after. */
const SLOPE_MS = 120;
/** What share of the slope it follows, how far at most, and how fast it must be to do so: degrees, pixels a second. */
const SLOPE_SHARE = 0.6;
const MOST_SLOPE = 30;
const SLOPE_PACE = 80;

/** How a thing holds itself, as far as its way decides. */
export interface Bearing {
  /** `progress` is that of the position at `ms`, `y` where it is in its group. */
  pose(ms: number, progress: number, y: number, group: Reference): Pose;
  /** Degrees that a swimmer's nose points down or up, clockwise. */
  slope(ms: number): number;
  /** From here on it stays, but for its animation. */
  readonly rest_ms: number;
}

export function bearingOf(state: ActorState, kind: ActorKind | undefined, position: PathTrack): Bearing {
  const { curve, own_ms, start_ms, end_ms } = position;
  const height = kind?.habitat === 'ground' ? jumpHeight(position) : 0;
  const turns = kind !== undefined && kind.habitat !== 'any' && curve !== null;
  const swims = curve !== null && kind?.animations.includes('swim') === true;
  const heading = turns ? headingOf(position, state.facing) : null;
  const { name, start_ms: begun_ms } = state.animation;
  const still = name === 'none';

  const airborne = (ms: number, progress: number, y: number): number => {
    if (height < LEAST_JUMP_PX || !curve || ms <= start_ms || ms >= end_ms) return 0;
    const ground = curve.first.y + (curve.last.y - curve.first.y) * progress;
    const lifted = Math.min(1, Math.max(0, (ground - y) / height));
    return lifted * lifted * (3 - 2 * lifted);
  };
  return {
    rest_ms: Math.max(heading?.rest_ms ?? Number.NEGATIVE_INFINITY, swims ? end_ms + SLOPE_MS : end_ms),
    pose(ms, progress, y, { a, b }) {
      let vx = 0;
      let vy = 0;
      // Half a millisecond to both sides: the motion's own speed, without a derivative for each easing.
      if (curve && ms >= start_ms && ms <= end_ms) {
        if (curve.straight && ms > own_ms) {
          const pace = (position.progress(ms + 0.5) - position.progress(ms - 0.5)) * 1000;
          vx = (curve.last.x - curve.first.x) * pace;
          vy = (curve.last.y - curve.first.y) * pace;
        } else {
          const before = position.at(ms - 0.5);
          const after = position.at(ms + 0.5);
          vx = (after.x - before.x) * 1000;
          vy = (after.y - before.y) * 1000;
        }
      }
      return {
        animation: name,
        clock: still ? 0 : Math.max(0, (ms - begun_ms) / 1000),
        vx: b === 0 ? a * vx : a * vx - b * vy,
        vy: b === 0 ? a * vy : b * vx + a * vy,
        travelled: curve ? curve.length * Math.max(0, progress) : 0,
        airborne: height === 0 ? 0 : airborne(ms, progress, y),
        heading: heading ? heading.at(ms) : state.facing,
      };
    },
    slope(ms) {
      if (!swims || ms <= start_ms - SLOPE_MS || ms >= end_ms + SLOPE_MS) return 0;
      const before = position.at(ms - SLOPE_MS);
      const after = position.at(ms + SLOPE_MS);
      const vx = Math.abs(after.x - before.x) / (2 * SLOPE_MS);
      const vy = (after.y - before.y) / (2 * SLOPE_MS);
      const degrees = (Math.atan2(vy, vx + SLOPE_PACE / 1000) * 180) / Math.PI;
      const nose = Math.min(MOST_SLOPE, Math.max(-MOST_SLOPE, degrees * SLOPE_SHARE));
      return nose * (heading ? heading.at(ms) : state.facing);
    },
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
