import type { Landmark } from '../plan/places.ts';
import { type Reference, STAGE } from '../plan/reference.ts';
import type { EntityTrack, View } from './entity-track.ts';
import type { FrameEntity } from './frame.ts';

/** A track that hands out the same frame again for as long as it, its group and the camera rest. */
export function remembering(
  rest_ms: number,
  frame: (ms: number, view: View, group: Reference) => FrameEntity,
  landmark: (ms: number, group: Reference) => Landmark,
): EntityTrack {
  let last: { readonly made: FrameEntity; readonly view: View; readonly group: Reference } | null = null;
  return {
    frameAt(ms, view, group) {
      const resting = ms > rest_ms;
      if (resting && last && last.view === view && last.group === group) return last.made;
      const made = frame(ms, view, group);
      if (resting) last = { made, view, group };
      return made;
    },
    landmarkAt: (ms, group = STAGE) => landmark(ms, group),
  };
}
