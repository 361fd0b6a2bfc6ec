import { LEAST_TURN_PX } from '../plan/arrival.ts';
import type { PathTrack } from './track.ts';

/** How long a thing takes to turn around. */
const TURN_MS = 320;
const SAMPLES = 64;
const TIMES = 256;

/** Where a thing looks: −1 to the left, 1 to the right, in between while it turns around. */
export interface Heading {
  at(ms: number): number;
  /** From here on it stays. */
  readonly rest_ms: number;
}

/**
 * A thing turns to the side to which its way goes: from the beginning of the way on, and around each moment at which
 * the way doubles back. It follows from the way alone, so that it is the same whatever was asked before.
 */
export function headingOf(position: PathTrack, facing: -1 | 1): Heading {
  const { curve, own_ms } = position;
  if (!curve) return { at: () => facing, rest_ms: Number.NEGATIVE_INFINITY };
  const before = position.before && headingOf(position.before, facing);
  const start = before ? before.at(own_ms) : facing;
  const { first = start, turns } = curve.straight
    ? { first: sideOf(curve.last.x - curve.first.x), turns: [] }
    : turnsOf(position);
  const rest_ms = Math.max(own_ms, turns.at(-1)?.at_ms ?? own_ms) + TURN_MS;
  const settled = turns.reduce((side, { by }) => side + by, first);
  return {
    rest_ms,
    at(ms) {
      if (ms >= rest_ms) return settled;
      if (ms <= own_ms) return before ? before.at(ms) : start;
      if (start === first && turns.length === 0) return first;
      let heading = start + (first - start) * smooth((ms - own_ms) / TURN_MS);
      for (const turn of turns) heading += turn.by * smooth((ms - turn.at_ms) / TURN_MS + 0.5);
      return Math.min(1, Math.max(-1, heading));
    },
  };
}

interface Turns {
  /** To which side it goes first, undefined if to none. */
  readonly first: number | undefined;
  readonly turns: readonly { readonly at_ms: number; readonly by: number }[];
}

/** Walks along a way and notes where it has gone back from its furthest point. */
function turnsOf(position: PathTrack): Turns {
  const { curve } = position;
  const turns: { at_ms: number; by: number }[] = [];
  let first: number | undefined;
  let side = 0;
  let furthest = { x: curve?.first.x ?? 0, share: 0 };
  for (let step = 1; curve && step <= SAMPLES; step += 1) {
    const share = step / SAMPLES;
    const { x } = curve.at(share);
    const gone = x - furthest.x;
    if (side === 0) {
      side = sideOf(gone) ?? 0;
      first = side === 0 ? undefined : side;
      if (side !== 0) furthest = { x, share };
    } else if (gone * side > 0) furthest = { x, share };
    else if (sideOf(gone) !== undefined) {
      side = -side;
      turns.push({ at_ms: momentOf(position, furthest.share), by: 2 * side });
      furthest = { x, share };
    }
  }
  return { first, turns };
}

/** When a way has been gone as far as `share`. */
function momentOf({ own_ms, end_ms, progress }: PathTrack, share: number): number {
  for (let step = 0; step < TIMES; step += 1) {
    const ms = own_ms + ((end_ms - own_ms) * step) / TIMES;
    if (progress(ms) >= share) return ms;
  }
  return end_ms;
}

const sideOf = (way: number): number | undefined => (Math.abs(way) < LEAST_TURN_PX ? undefined : Math.sign(way));

const smooth = (share: number): number => {
  const within = Math.min(1, Math.max(0, share));
  return within * within * (3 - 2 * within);
};
