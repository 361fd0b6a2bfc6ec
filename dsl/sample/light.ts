import type { LightState } from '../plan/timeline.ts';
import type { FrameLight } from './frame.ts';
import { type Landmarks, locate } from './location.ts';
import { colourTrack, numberTrack } from './track.ts';

/** Makes one state of a light ready to be asked; null while what it shines from is not on the stage. */
export function lightTrack(id: string, state: LightState): (ms: number, landmarks: Landmarks) => FrameLight | null {
  const color = colourTrack(state.color);
  const intensity = numberTrack(state.intensity);
  const source = 'of' in state.from ? state.from.of : null;
  return (ms, landmarks) => {
    const at = locate(state.from, ms, landmarks);
    return at && { id, ...at, color: color.at(ms), intensity: Math.max(0, intensity.at(ms)), source };
  };
}
