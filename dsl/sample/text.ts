import { restOf } from '../plan/motion.ts';
import type { Landmark } from '../plan/places.ts';
import { textExtent } from '../plan/text-extent.ts';
import type { TextState } from '../plan/timeline.ts';
import type { View } from './actor.ts';
import type { FrameText } from './frame.ts';
import { numberTrack, pathTrack } from './track.ts';

export interface TextTrack {
  frameAt(ms: number, view: View): FrameText;
  landmarkAt(ms: number): Landmark;
}

const SHIFT = { left: 0.5, center: 0, right: -0.5 } as const;

/** Makes one state of a text ready to be asked. (x, y) is its middle, or its left or right edge by `align`. */
export function textTrack(id: string, origin: number, state: TextState): TextTrack {
  const extent = textExtent(state.text, restOf(state.size), state.weight);
  const position = pathTrack(state.position);
  const scale = numberTrack(state.scale);
  const rotation = numberTrack(state.rotation);
  const opacity = numberTrack(state.opacity);
  const rest_ms = Math.max(position.end_ms, scale.end_ms, rotation.end_ms, opacity.end_ms);
  let last: { readonly frame: FrameText; readonly view: View; readonly resting: boolean } | null = null;

  return {
    frameAt(ms, view) {
      const resting = ms > rest_ms;
      if (last?.resting && resting && last.view === view) return last.frame;
      const { x, y, z } = position.at(ms);
      const size = Math.max(0, scale.at(ms));
      const turned = rotation.at(ms);
      const middle = x + extent.width * size * SHIFT[state.align];
      const frame: FrameText = {
        role: 'text',
        kind: 'text',
        id,
        text: state.text,
        x,
        y,
        z,
        scale: size,
        rotation: turned,
        opacity: Math.min(1, Math.max(0, opacity.at(ms))),
        bounds: view.bounds(middle, y, z, extent.width * size, extent.height * size, turned),
        size: restOf(state.size),
        color: restOf(state.color),
        lines: [],
        background: null,
        weight: state.weight,
        align: state.align,
        origin,
      };
      last = { frame, view, resting };
      return frame;
    },
    landmarkAt(ms) {
      const size = Math.max(0, scale.at(ms));
      return { position: position.at(ms), width: extent.width * size, height: extent.height * size };
    },
  };
}
