import { ExportFault } from './export-fault.ts';

/** Frames of one stretch: what is lost when a process is killed. */
const SEGMENT_FRAMES = 60;
const MOST_FRAMES = 200_000;

export interface FilmSpan {
  readonly fps: number;
  readonly from_ms: number;
  readonly to_ms: number;
}

export interface PlannedSegment {
  readonly name: string;
  readonly first: number;
  readonly count: number;
}

export interface FilmPlan extends FilmSpan {
  readonly frames: number;
  readonly segments: readonly PlannedSegment[];
}

/**
 * Which frames a film has, in which stretches: frame k shows the moment `from_ms + k·1000/fps`, the last begins before
 * `to_ms`.
 * @throws ExportFault where the stretch is empty, outside of the scene, or too long
 */
export function planFilm(duration_ms: number, { fps, from_ms, to_ms }: FilmSpan): FilmPlan {
  const end_ms = Math.min(to_ms, duration_ms);
  if (duration_ms <= 0) {
    const cure = 'Give it something to say or to do, or a "length".';
    throw new ExportFault('export/empty-scene', 'The scene lasts no time, so there is no film of it.', cure);
  }
  if (from_ms >= end_ms) {
    const cure = `The scene lasts ${duration_ms} ms: choose from and to within, from before to.`;
    throw new ExportFault('export/empty-span', `There is nothing between ${from_ms} ms and ${to_ms} ms.`, cure);
  }
  // Without the small share an exact number of frames could become one more by rounding.
  const frames = Math.max(1, Math.ceil(((end_ms - from_ms) * fps) / 1000 - 1e-6));
  if (frames > MOST_FRAMES) {
    const cure = 'Choose fewer frames a second, or export it in parts with from and to.';
    throw new ExportFault('export/too-long', `That film has ${frames} frames; ${MOST_FRAMES} are the most.`, cure);
  }
  const segments = Array.from({ length: Math.ceil(frames / SEGMENT_FRAMES) }, (_, at) => {
    const first = at * SEGMENT_FRAMES;
    return { name: `segment-${String(at).padStart(5, '0')}`, first, count: Math.min(SEGMENT_FRAMES, frames - first) };
  });
  return { fps, from_ms, to_ms: end_ms, frames, segments };
}
