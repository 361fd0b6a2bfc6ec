import { shapeExtent } from '../plan/shape-extent.ts';
import type { ChartState, DrawingState } from '../plan/timeline.ts';
import { chartMarks } from './chart/chart-marks.ts';
import { drawingMarks } from './drawing/drawing-marks.ts';
import type { EntityTrack } from './entity-track.ts';
import type { FrameDrawing, Mark } from './frame.ts';
import { lyingTrack, unit } from './lying.ts';
import { remembering } from './remembering.ts';
import { colourTrack, numberTrack, type Track } from './track.ts';

/** Makes one state of a free drawing ready to be asked. */
export function drawingTrack(id: string, origin: number, state: DrawingState): EntityTrack {
  const fill = state.fill === null ? null : colourTrack(state.fill);
  const stroke = state.stroke === null ? null : colourTrack(state.stroke);
  const width = numberTrack(state.stroke_width);
  const progress = numberTrack(state.progress);
  const marks = lastMarks((ms) =>
    drawingMarks(state, {
      progress: unit(progress.at(ms)),
      fill: fill?.at(ms) ?? null,
      stroke: stroke?.at(ms) ?? null,
      stroke_width: Math.max(0, width.at(ms)),
    }),
  );
  const rest_ms = latest([fill, stroke, width, progress]);
  return drawn(id, origin, state, { role: 'drawing', kind: state.shape.kind, ...shapeExtent(state.shape) }, progress, {
    marks,
    rest_ms,
  });
}

/** Makes one state of a chart ready to be asked. */
export function chartTrack(id: string, origin: number, state: ChartState): EntityTrack {
  const progress = numberTrack(state.progress);
  const marks = lastMarks((ms) => chartMarks(state, unit(progress.at(ms))));
  const { chart: kind, width, height } = state;
  return drawn(id, origin, state, { role: 'chart', kind, width, height }, progress, {
    marks,
    rest_ms: progress.end_ms,
  });
}

interface Marking {
  /** `ms` is held at the end of all changes, so that the marks stay the same afterwards. */
  readonly marks: (ms: number) => readonly Mark[];
  readonly rest_ms: number;
}

function drawn(
  id: string,
  origin: number,
  state: ChartState | DrawingState,
  about: Pick<FrameDrawing, 'role' | 'kind' | 'width' | 'height'>,
  progress: Track<number>,
  { marks, rest_ms }: Marking,
): EntityTrack {
  const lying = lyingTrack(state);
  const frame: Parameters<typeof remembering>[1] = (ms, view, group): FrameDrawing => {
    const at = lying.at(ms, group);
    const bounds = view.bounds(at.x, at.y, at.z, about.width * at.scale, about.height * at.scale, at.rotation);
    const share = unit(progress.at(ms));
    return { ...about, id, ...at, bounds, progress: share, marks: marks(Math.min(ms, Math.max(0, rest_ms))), origin };
  };
  return remembering(Math.max(rest_ms, lying.rest_ms), frame, (ms, group) => lying.landmarkAt(ms, about, group));
}

/** Marks cost much more than the rest of a frame: those made last are kept. */
function lastMarks(make: (ms: number) => readonly Mark[]): (ms: number) => readonly Mark[] {
  let last: { readonly ms: number; readonly marks: readonly Mark[] } | null = null;
  return (ms) => {
    if (last?.ms !== ms) last = { ms, marks: make(ms) };
    return last.marks;
  };
}

const latest = (tracks: readonly (Track<unknown> | null)[]): number =>
  tracks.reduce((end, track) => Math.max(end, track?.end_ms ?? end), Number.NEGATIVE_INFINITY);
