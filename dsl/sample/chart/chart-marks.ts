import type { ChartState } from '../../plan/timeline.ts';
import type { Mark } from '../frame.ts';

/** The marks of a chart of which `progress` has grown: its parts side by side, each as high as its value. */
export function chartMarks(state: ChartState, progress: number): readonly Mark[] {
  const most = state.parts.reduce((top, { value }) => Math.max(top, Math.abs(value)), 0) || 1;
  const wide = state.width / Math.max(1, state.parts.length);
  return state.parts.map(({ color, value }, at): Mark => {
    const left = at * wide - state.width / 2;
    const top = state.height / 2 - (state.height * progress * Math.abs(value)) / most;
    const points = [left, top, left + wide * 0.8, top, left + wide * 0.8, state.height / 2, left, state.height / 2];
    const flat = { stroke: null, stroke_width: 0, opacity: 1, depth: 0, z: 0 };
    return { kind: 'shape', points, closed: true, fill: color, ...flat };
  });
}
