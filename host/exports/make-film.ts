import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { soundsOf, type Timeline } from '../../dsl/index.ts';
import { ExportFault } from './export-fault.ts';
import { type FilmSpan, planFilm } from './film-plan.ts';
import { type DrawWarning, openStage, type Shelf, type Size } from './stage-page.ts';
import { openWorkFolder } from './work-folder.ts';

export type FilmFormat = 'mp4' | 'webm' | 'gif';

/** A line as it was spoken: WAV, and when it begins in the scene. */
export interface SpokenFile {
  readonly wav: Buffer;
  readonly start_ms: number;
}

export interface FilmWish extends FilmSpan {
  /** Folder of the built studio. */
  readonly studio: string;
  readonly timeline: Timeline;
  readonly size: Size;
  /** Images and models that the script names are read from here and below. */
  readonly folder: string;
  readonly format: FilmFormat;
  /** Null for a silent film. */
  readonly spoken: readonly SpokenFile[] | null;
  /** Where stretches are kept until the film is done, so that an interrupted one goes on. */
  readonly work: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: FilmProgress) => void;
}

export interface FilmProgress {
  readonly done: number;
  readonly frames: number;
  /** Frames that an earlier, interrupted export had made. */
  readonly kept: number;
}

export interface Film {
  readonly bytes: Buffer;
  readonly frames: number;
  readonly duration_ms: number;
  readonly warnings: readonly DrawWarning[];
}

/**
 * Draws, encodes and joins a film in a headless Chromium: the same wish gives the same frames.
 * @throws ExportFault where the wish cannot be fulfilled; what was made until then is kept in `work`
 */
export async function makeFilm(wish: FilmWish): Promise<Film> {
  const { timeline, size, format, studio, signal } = wish;
  const plan = planFilm(timeline.duration_ms, wish);
  if (format === 'mp4' && (size.width % 2 === 1 || size.height % 2 === 1)) {
    const message = `An MP4 has even sides; ${size.width}x${size.height} has not.`;
    throw new ExportFault('export/odd-size', message, 'Choose even sides, or webm.');
  }
  const { fps, from_ms, to_ms } = plan;
  // Another build of the studio may draw otherwise: its stretches would not fit.
  const build = await readFile(join(studio, '.sources'), 'utf8').catch(() => studio);
  const work = await openWorkFolder(wish.work, { hash: timeline.hash, size, format, fps, from_ms, to_ms, build });
  const shelf = withSpoken(work, wish.spoken ?? []);
  const stage = await openStage({ ...wish, shelf });
  // What is being drawn ends with the page.
  const end = (): void => void stage.close();
  signal?.addEventListener('abort', end, { once: true });
  try {
    if (format === 'gif') {
      const frames = { fps, from_ms, first: 0, count: plan.frames };
      await stage.run((page, input) => page.gif(input, 'film'), frames);
      wish.onProgress?.({ done: plan.frames, frames: plan.frames, kept: 0 });
    } else {
      const there = await work.names();
      let done = 0;
      let kept = 0;
      for (const { name, first, count } of plan.segments) {
        signal?.throwIfAborted();
        if (there.has(name)) kept += count;
        else {
          const input = [format, { fps, from_ms, first, count }, name] as const;
          await stage.run((page, [as, frames, called]) => page.segment(as, frames, called), input);
        }
        done += count;
        wish.onProgress?.({ done, frames: plan.frames, kept });
      }
      const film = {
        format,
        fps,
        segments: plan.segments.map(({ name }) => name),
        sound: soundOf(wish, from_ms, to_ms),
      };
      await stage.run((page, input) => page.film(input, 'film'), film);
    }
    signal?.throwIfAborted();
    const bytes = await work.get('film');
    if (!bytes) throw new ExportFault('export/not-drawn', 'The page made no film.', 'Please report this.');
    const warnings = await stage.run((page) => [...page.stats().warnings], null);
    await work.remove();
    return { bytes, frames: plan.frames, duration_ms: to_ms - from_ms, warnings };
  } finally {
    signal?.removeEventListener('abort', end);
    await stage.close();
  }
}

const spokenName = (at: number): string => `spoken-${at}`;

/** The page takes recordings from the same shelf. */
function withSpoken(work: Shelf, spoken: readonly SpokenFile[]): Shelf {
  const wavs = new Map(spoken.map(({ wav }, at) => [spokenName(at), wav]));
  return { put: work.put, get: async (name) => wavs.get(name) ?? work.get(name) };
}

function soundOf({ spoken, timeline }: FilmWish, from_ms: number, to_ms: number) {
  if (spoken === null) return null;
  const effects = soundsOf(timeline).map(({ sound, volume, start_ms }) => ({ sound, volume, start_ms }));
  return {
    spoken: spoken.map(({ start_ms }, at) => ({ name: spokenName(at), start_ms })),
    effects,
    from_ms,
    to_ms,
  };
}
