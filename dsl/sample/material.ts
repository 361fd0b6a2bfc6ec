import type { MaterialState } from '../plan/timeline.ts';
import type { FrameMaterial } from './frame.ts';
import { numberTrack } from './track.ts';

/** Makes one state of a material ready to be asked: the same object for as long as no uniform changes. */
export function materialTrack(id: string, state: MaterialState): (ms: number) => FrameMaterial {
  const tracks = Object.entries(state.uniforms).map(([name, value]) => [name, numberTrack(value)] as const);
  const end_ms = tracks.reduce((latest, [, track]) => Math.max(latest, track.end_ms), Number.NEGATIVE_INFINITY);
  const at = (ms: number): FrameMaterial => ({
    id,
    recipe: state.recipe,
    uniforms: Object.fromEntries(tracks.map(([name, track]) => [name, track.at(ms)])),
  });
  const settled = at(Math.max(0, end_ms));
  let last = { ms: Number.NaN, made: settled };
  return (ms) => {
    if (ms >= end_ms) return settled;
    if (last.ms !== ms) last = { ms, made: at(ms) };
    return last.made;
  };
}
