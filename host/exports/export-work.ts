import { join } from 'node:path';
import { type Alignment, compile, type Timeline, toSrt, toWebVtt } from '../../dsl/index.ts';
import type { LibraryStore } from '../library/library-store.ts';
import { type Narration, narrate } from '../turns/narration.ts';
import type { AudioStore } from '../voice/audio-store.ts';
import type { SpeechDesk } from '../voice/speech-desk.ts';
import { drawStills } from './draw-still.ts';
import { ExportFault } from './export-fault.ts';
import type { ExportRequest } from './export-request.ts';
import { planFilm } from './film-plan.ts';
import { type FilmProgress, makeFilm } from './make-film.ts';
import { spokenFiles } from './spoken-files.ts';
import type { DrawWarning } from './stage-page.ts';

export interface ExportTools {
  readonly library: LibraryStore;
  readonly desk: SpeechDesk;
  readonly audio: AudioStore;
  /** Folder of the built studio. */
  readonly studio: string;
  /** Images and models that scripts name are read from here. */
  readonly scenarios: string;
}

export interface Exported {
  readonly bytes: Buffer;
  readonly warnings: readonly DrawWarning[];
  readonly degrade_notes: readonly string[];
}

interface Plan {
  readonly timeline: Timeline;
  readonly narration: Narration | null;
}

/** Compiles, has the lines spoken where sound or captions are wanted, and plans by what was measured. */
async function planned(request: ExportRequest, { library, desk }: ExportTools): Promise<Plan> {
  const { script, files, mode, format, sound } = request;
  const surroundings = await library.around(script, files);
  const read = (alignment: Alignment | null) => compile(script, { mode, alignment, surroundings });
  const { value, diagnostics } = read(null);
  const [error] = diagnostics.filter(({ severity }) => severity === 'error');
  if (error) {
    const message = `Line ${error.span.line}: ${error.message}`;
    throw new ExportFault('export/script-errors', message, 'POST /v2/check shows all that is wrong, with cures.');
  }
  const wanted = sound && ['mp4', 'webm', 'vtt', 'srt'].includes(format) && value.lines.length > 0;
  if (!wanted) return { timeline: value, narration: null };
  const narration = await narrate(desk, value.lines);
  return { timeline: read(narration.alignment).value, narration };
}

/**
 * Makes the file that was asked for.
 * @param work where stretches of a film are kept until it is done
 * @throws ExportFault where it cannot be made
 */
export async function makeExport(
  request: ExportRequest,
  tools: ExportTools,
  work: string,
  follow: { readonly signal: AbortSignal; readonly onProgress: (progress: FilmProgress) => void },
): Promise<Exported> {
  const { format, width, height, fps, at_ms, from_ms, sound } = request;
  const { timeline, narration } = await planned(request, tools);
  const span = { fps, from_ms, to_ms: request.to_ms ?? timeline.duration_ms };
  const degrade_notes = narration?.degrade_notes ?? [];
  const scene = { studio: tools.studio, timeline, size: { width, height }, folder: tools.scenarios };
  if (format === 'vtt' || format === 'srt') {
    const { to_ms } = planFilm(timeline.duration_ms, span);
    const text = (format === 'vtt' ? toWebVtt : toSrt)(timeline, from_ms, to_ms);
    return { bytes: Buffer.from(text), warnings: [], degrade_notes };
  }
  if (format === 'png' || format === 'webp') {
    const pictures: Buffer[] = [];
    const warnings = await drawStills(scene, `image/${format}`, [at_ms], async (picture) => {
      pictures.push(picture);
    });
    return { bytes: Buffer.concat(pictures), warnings, degrade_notes };
  }
  const silent = !sound || format === 'gif';
  const spoken = silent ? null : narration ? await spokenFiles(narration, timeline, tools.audio) : [];
  const film = await makeFilm({ ...scene, ...span, ...follow, format, spoken, work: join(work, 'parts') });
  return { bytes: film.bytes, warnings: film.warnings, degrade_notes };
}
