import { type Reference, referenceWithin } from '../plan/reference.ts';
import type { GroupState } from '../plan/timeline.ts';
import { unit } from './lying.ts';
import { numberTrack, pathTrack } from './track.ts';

/** How a group lies, made ready to be asked. */
export interface GroupTrack {
  /** While nothing about it and what it lies in changes, it is the same object. */
  at(ms: number, outer: Reference): Reference;
  /** The same without remembering it: for questions beside the frame. */
  afresh(ms: number, outer: Reference): Reference;
}

export function groupTrack(state: GroupState): GroupTrack {
  const position = pathTrack(state.position);
  const scale = numberTrack(state.scale);
  const rotation = numberTrack(state.rotation);
  const opacity = numberTrack(state.opacity);
  const rest_ms = Math.max(position.end_ms, scale.end_ms, rotation.end_ms, opacity.end_ms);
  const afresh = (ms: number, outer: Reference): Reference => {
    const size = Math.max(0, scale.at(ms));
    return referenceWithin(outer, position.at(ms), state.origin, size, rotation.at(ms), unit(opacity.at(ms)));
  };
  let last: { readonly ms: number; readonly outer: Reference; readonly made: Reference } | null = null;
  return {
    afresh,
    at(ms, outer) {
      if (last && last.outer === outer && (last.ms === ms || (last.ms > rest_ms && ms > rest_ms))) return last.made;
      last = { ms, outer, made: afresh(ms, outer) };
      return last.made;
    },
  };
}
