import type { ActorKind } from '../check/vocabulary/actor-kinds.ts';
import { type Reference, STAGE } from '../plan/reference.ts';
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
  /** Where it looks: 1 to the right, -1 to the left. */
  heading(ms: number): number;
  /** Whether its way tilts it. */
  readonly swims: boolean;
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
  const straight = curve?.straight === true;
  const wayX = curve ? curve.last.x - curve.first.x : 0;
  const wayY = curve ? curve.last.y - curve.first.y : 0;
  const length = curve?.length ?? 0;
  const duration = Math.max(1e-9, end_ms - own_ms);
  const half = 0.5 / duration;
  const perSecond = 1000 / duration;
  const { ease } = position;
  const { name, start_ms: begun_ms } = state.animation;
  const moves = curve !== null;
  const still = name === 'none';

  const airborne = (ms: number, progress: number, y: number): number => {
    if (height < LEAST_JUMP_PX || !curve || ms <= start_ms || ms >= end_ms) return 0;
    const ground = curve.first.y + (curve.last.y - curve.first.y) * progress;
    const lifted = Math.min(1, Math.max(0, (ground - y) / height));
    return lifted * lifted * (3 - 2 * lifted);
  };
  /** Pixels in the next half millisecond or, at the very end, the last: the motion's own speed for every easing. */
  const stride = (ms: number, axis: 'x' | 'y'): number => {
    if (ms < start_ms || ms > end_ms) return 0;
    return position.at(ms + 0.5)[axis] - position.at(ms - 0.5)[axis];
  };
  /** Share of a straight way gone in a second; the progress of now is known already. */
  const pace = (ms: number, progress: number): number => {
    if (ms > end_ms) return 0;
    const share = (ms - own_ms) / duration;
    const step = share + half <= 1 ? half : -half;
    return ((ease(share + step) - progress) / step) * perSecond;
  };
  // Kept small, for it is asked for every moving thing in every frame; what few things need stands apart.
  const rest_ms = heading?.rest_ms ?? Number.NEGATIVE_INFINITY;
  const settled = heading ? heading.at(rest_ms) : state.facing;
  const headed = (ms: number): number => (ms >= rest_ms || !heading ? settled : heading.at(ms));
  const pose: Bearing['pose'] = (ms, progress, y, group) => {
    let vx = 0;
    let vy = 0;
    if (straight && ms > own_ms) {
      const speed = pace(ms, progress);
      vx = wayX * speed;
      vy = wayY * speed;
    } else if (moves) {
      vx = stride(ms, 'x') * 1000;
      vy = stride(ms, 'y') * 1000;
    }
    return {
      animation: name,
      clock: still ? 0 : Math.max(0, (ms - begun_ms) / 1000),
      vx: group === STAGE ? vx : group.a * vx - group.b * vy,
      vy: group === STAGE ? vy : group.b * vx + group.a * vy,
      travelled: progress > 0 ? length * progress : 0,
      airborne: height === 0 ? 0 : airborne(ms, progress, y),
      heading: headed(ms),
    };
  };
  return {
    swims,
    rest_ms: Math.max(rest_ms, swims ? end_ms + SLOPE_MS : end_ms),
    pose,
    heading: headed,
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
