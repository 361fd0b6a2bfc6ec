import { createSampler, type Timeline, toSrt, toWebVtt } from '../../dsl/index.ts';
import type { Renderer } from '../../plugins/contract/index.ts';
import { encodeSegment } from './encode-segment.ts';
import type { FilmFormat } from './film-format.ts';
import { makeGif } from './make-gif.ts';
import { type HeardClip, mixSound } from './mix-sound.ts';
import { muxFilm } from './mux-film.ts';
import type { Segment } from './segment.ts';

export type ExportFormat = FilmFormat | 'gif' | 'png' | 'webp' | 'vtt' | 'srt';

export interface ExportWish {
  readonly timeline: Timeline;
  readonly format: ExportFormat;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  /** The stretch of the scene; a still shows its beginning. */
  readonly from_ms: number;
  readonly to_ms: number;
  /** What is heard; nothing for a silent film. */
  readonly clips: readonly HeardClip[];
  /** Makes the renderer that draws into the canvas. */
  readonly renderer: (canvas: HTMLCanvasElement) => Promise<Renderer>;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, frames: number) => void;
}

const TYPES: Readonly<Record<ExportFormat, string>> = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  gif: 'image/gif',
  png: 'image/png',
  webp: 'image/webp',
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
};

/** Frames of one stretch of encoding: after each the page may breathe, and the wish may have changed. */
const STRETCH = 60;

const even = (side: number): number => Math.max(2, Math.round(side / 2) * 2);

/**
 * Makes a file of a scene in the page, frame by frame, whatever the studio plays meanwhile.
 * @throws Error where this browser cannot; AbortError when it was stopped
 */
export async function exportScene(wish: ExportWish): Promise<Blob> {
  const { timeline, format, fps, from_ms, to_ms, signal, onProgress } = wish;
  const type = TYPES[format];
  if (format === 'vtt' || format === 'srt') {
    return new Blob([(format === 'vtt' ? toWebVtt : toSrt)(timeline, from_ms, to_ms)], { type });
  }
  const canvas = document.createElement('canvas');
  canvas.width = format === 'mp4' ? even(wish.width) : wish.width;
  canvas.height = format === 'mp4' ? even(wish.height) : wish.height;
  const renderer = await wish.renderer(canvas);
  try {
    const sampler = createSampler(timeline);
    const frames = Math.max(1, Math.ceil(((to_ms - from_ms) * fps) / 1000 - 1e-6));
    const draw = async (index: number): Promise<void> => {
      signal.throwIfAborted();
      renderer.draw(sampler.frameAt(from_ms + (index * 1000) / fps));
      await renderer.settle?.();
      onProgress(index + 1, frames);
      // Every few frames the page may answer to its user.
      if (index % 4 === 0) await new Promise((done) => setTimeout(done));
    };
    if (format === 'png' || format === 'webp') {
      await draw(0);
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, 0.92));
      if (blob?.type !== type) throw new Error(`This browser cannot write ${format}; choose another format.`);
      return blob;
    }
    const { width, height } = canvas;
    if (format === 'gif') return new Blob([await makeGif(canvas, { width, height, fps, frames, draw })], { type });
    const segments: Segment[] = [];
    for (let first = 0; first < frames; first += STRETCH) {
      const count = Math.min(STRETCH, frames - first);
      segments.push(
        await encodeSegment(canvas, { picture: { format, width, height, fps }, first, count, draw, signal }),
      );
    }
    return new Blob([await muxFilm(format, fps, segments, await mixSound(wish.clips, from_ms, to_ms))], { type });
  } finally {
    renderer.dispose();
  }
}
