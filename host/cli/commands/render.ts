import { spawnSync } from 'node:child_process';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Command, Option } from 'commander';
import { type Timeline, toSrt, toWebVtt } from '../../../dsl/index.ts';
import { drawStills } from '../../exports/draw-still.ts';
import { planFilm } from '../../exports/film-plan.ts';
import { makeFilm, type SpokenFile } from '../../exports/make-film.ts';
import type { DrawWarning } from '../../exports/stage-page.ts';
import { InputFault, UsageFault } from '../faults.ts';
import { STDIN } from '../input.ts';
import { FILE_ARGUMENT, modeOption, type ReadingOptions, type Size, sizeOption, timingsOption } from '../options.ts';
import { writeWhole } from '../output.ts';
import { openReading, readTimeline } from '../reading.ts';
import { type OutputKind, outputKind } from '../render/kinds.ts';
import { openNarrator } from '../render/narrator.ts';
import {
  fpsOption,
  fromOption,
  momentOption,
  PRESETS,
  type Preset,
  presetOption,
  toOption,
} from '../render/options.ts';
import { progressLine } from '../render/progress-line.ts';
import { ensureStudio } from '../studio-build.ts';

type RenderOptions = ReadingOptions & {
  readonly output: string;
  readonly at?: number;
  readonly from: number;
  readonly to?: number;
  readonly fps: number;
  readonly size: Size;
  readonly preset?: Preset;
  readonly sound: boolean;
  readonly ffmpeg: boolean;
};

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const sayWarnings = (warnings: readonly DrawWarning[]): void => {
  for (const { code, message } of warnings) say(`warning ${code}: ${message}`);
};

const folderOf = (script: string): string => (script === STDIN ? '.' : dirname(script));

interface Spoken {
  readonly timeline: Timeline;
  /** Null where nobody spoke. */
  readonly files: SpokenFile[] | null;
}

/** Has the lines spoken and plans the scene by what was measured, as the studio does. */
async function spoken(path: string, options: RenderOptions): Promise<Spoken> {
  const { timeline: silent, plannedBy } = await openReading(path, options);
  if (!options.sound || options.timings !== undefined || silent.lines.length === 0) {
    return { timeline: silent, files: options.sound ? [] : null };
  }
  const narrator = await openNarrator();
  try {
    const narration = await narrator.speak(silent);
    const timeline = plannedBy(narration.alignment);
    for (const note of narration.degrade_notes) say(`note: ${note}`);
    return { timeline, files: await narrator.files(narration, timeline) };
  } finally {
    await narrator.close();
  }
}

async function renderPictures(path: string, options: RenderOptions, kind: OutputKind): Promise<void> {
  if (kind.kind !== 'still' && kind.kind !== 'sequence') return;
  const timeline = await readTimeline(path, options);
  const size = sizeOf(options);
  const wish = { studio: await ensureStudio(say), timeline, size, folder: folderOf(path) };
  if (kind.kind === 'still') {
    if (options.at === undefined) throw new UsageFault('A still needs its moment: --at 2.5s');
    const { at, output } = options;
    sayWarnings(await drawStills(wish, kind.type, [at], (picture) => writeWhole(output, picture)));
    say(`Drew ${output}: ${size.width}x${size.height}, ${options.mode}, at ${at} of ${timeline.duration_ms} ms.`);
    return;
  }
  const { fps, from_ms, frames } = planFilm(timeline.duration_ms, spanOf(options, timeline));
  const times = Array.from({ length: frames }, (_, at) => from_ms + (at * 1000) / fps);
  const line = progressLine(process.stderr, performance.now.bind(performance));
  const take = async (picture: Buffer, index: number): Promise<void> => {
    await writeWhole(kind.nameOf(index), picture);
    line.show({ done: index + 1, frames, kept: 0 });
  };
  sayWarnings(await drawStills(wish, kind.type, times, take).finally(() => line.end()));
  say(`Drew ${frames} frames: ${kind.nameOf(0)} to ${kind.nameOf(frames - 1)}.`);
}

async function renderFilm(path: string, options: RenderOptions, format: 'mp4' | 'webm' | 'gif'): Promise<void> {
  const { output, fps } = options;
  const { timeline, files } = await spoken(path, format === 'gif' ? { ...options, sound: false } : options);
  const size = sizeOf(options);
  const line = progressLine(process.stderr, performance.now.bind(performance));
  const film = await makeFilm({
    ...spanOf(options, timeline),
    studio: await ensureStudio(say),
    timeline,
    size,
    folder: folderOf(path),
    format,
    spoken: files,
    work: join(dirname(output), `.${basename(output)}.parts`),
    onProgress: line.show,
  }).finally(() => line.end());
  sayWarnings(film.warnings);
  await writeWhole(output, film.bytes);
  if (options.ffmpeg) await withAac(output);
  const seconds = (film.duration_ms / 1000).toFixed(1);
  say(`Wrote ${output}: ${size.width}x${size.height}, ${film.frames} frames, ${fps}/s, ${seconds} s, ${options.mode}.`);
}

/** Players that know no Opus in MP4 know AAC, which Debian's Chromium cannot write: ffmpeg copies the pictures over. */
async function withAac(path: string): Promise<void> {
  const converted = join(dirname(path), `.${basename(path)}.aac.mp4`);
  const words = ['-v', 'error', '-y', '-i', path, '-c:v', 'copy', '-c:a', 'aac', '-movflags', '+faststart', converted];
  const { status, error, stderr } = spawnSync('ffmpeg', words, { encoding: 'utf8' });
  if (status === 0) {
    await rename(converted, path);
    return;
  }
  await rm(converted, { force: true });
  const why = error ? 'there is no ffmpeg here; install it or leave --ffmpeg out' : stderr.trim();
  throw new InputFault('cli/ffmpeg-failed', path, `The film is there, but its sound is still Opus: ${why}.`);
}

async function renderCaptions(path: string, options: RenderOptions, format: 'vtt' | 'srt'): Promise<void> {
  const { timeline } = await spoken(path, options);
  const { from_ms, to_ms } = planFilm(timeline.duration_ms, spanOf(options, timeline));
  const write = format === 'vtt' ? toWebVtt : toSrt;
  await writeWhole(options.output, write(timeline, from_ms, to_ms));
  say(`Wrote ${options.output}: ${timeline.lines.length} lines, timings ${timeline.alignment}.`);
}

const sizeOf = ({ preset, size }: RenderOptions): Size => (preset ? PRESETS[preset] : size);

const spanOf = ({ fps, from, to }: RenderOptions, { duration_ms }: Timeline) => ({
  fps,
  from_ms: from,
  to_ms: to ?? duration_ms,
});

async function render(path: string, options: RenderOptions): Promise<void> {
  const kind = outputKind(options.output);
  if (options.ffmpeg && !(kind.kind === 'film' && kind.format === 'mp4')) {
    throw new UsageFault('--ffmpeg puts AAC into an .mp4; this is none.');
  }
  if (kind.kind === 'film') await renderFilm(path, options, kind.format);
  else if (kind.kind === 'captions') await renderCaptions(path, options, kind.format);
  else await renderPictures(path, options, kind);
}

export const renderCommand = (): Command =>
  new Command('render')
    .summary('draw a scene to a picture, a film or captions')
    .description(
      'Draws a scene with the renderers of the studio in a headless Chromium. The ending of the file says what is made:\n' +
        '.png, .webp a still at --at, or with %04d in the name every frame; .mp4 (H.264), .webm (VP9), .gif a film, with\n' +
        'the voice and the sounds of the scene; .vtt, .srt captions. An interrupted film goes on where it stopped.',
    )
    .argument('<file>', FILE_ARGUMENT)
    .addOption(modeOption())
    .requiredOption('-o, --output <file>', 'the file to write')
    .addOption(momentOption())
    .addOption(fromOption())
    .addOption(toOption())
    .addOption(fpsOption())
    .addOption(sizeOption())
    .addOption(presetOption())
    .addOption(new Option('--no-sound', 'a silent film, with estimated timings'))
    .addOption(new Option('--ffmpeg', 'write the sound of an .mp4 as AAC, by the ffmpeg installed here').default(false))
    .addOption(timingsOption())
    .addHelpText(
      'after',
      `
Example:
  opencommotion render scenarios/a-cow-moon.scene --mode 3d --at 2.5s -o cow.png
  opencommotion render scenarios/a-cow-moon.scene --mode 2d -o cow.mp4
  opencommotion render scenarios/d-fish-bowl.scene --mode 3d --preset 9:16 --fps 24 --from 2s --to 6s -o bowl.webm
  opencommotion render scenarios/b-day-night.scene --mode 2d -o night.vtt`,
    )
    .action(render);
