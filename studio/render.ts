/** The page that the command line draws with: no controls, one canvas of exactly the size asked for. */
import * as z from 'zod/mini';
import { createSampler, type Sampler } from '../dsl/index.ts';
import type { Renderer, RendererStats } from '../plugins/contract/index.ts';
import { isTimeline } from './compile/timeline-head.ts';
import { encodeSegment } from './export/encode-segment.ts';
import { type FilmFormat, isFilmFormat } from './export/film-format.ts';
import { hearEffect, hearRecording } from './export/hear.ts';
import { makeGif } from './export/make-gif.ts';
import { mixSound } from './export/mix-sound.ts';
import { muxFilm } from './export/mux-film.ts';
import { readSegment, type Segment, writeSegment } from './export/segment.ts';
import { fetchBelow } from './stage/fetch-file.ts';
import { builtinRenderers, chooseRenderer, unmetNeeds } from './stage/renderer-shelf.ts';
import { TIERS } from './stage/tiers.ts';

const LARGEST_SIDE = 8192;

/** Whoever drives this page answers here for the images and models that scripts name. */
const fetchFile = fetchBelow(new URL('/files/', location.href));

const optionsSchema = z.object({
  mode: z.enum(['2d', '3d']),
  width: z.int().check(z.minimum(1), z.maximum(LARGEST_SIDE)),
  height: z.int().check(z.minimum(1), z.maximum(LARGEST_SIDE)),
});

/** Whoever drives this page takes the files that it makes under this path, and gives the parts it asks for. */
const shelf = new URL('/shelf/', location.href);

async function put(name: string, bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<void> {
  const { ok, status } = await fetch(new URL(name, shelf), { method: 'POST', body: bytes });
  if (!ok) throw new Error(`${name} could not be handed over (${status}).`);
}

async function get(name: string): Promise<ArrayBuffer> {
  const answer = await fetch(new URL(name, shelf));
  if (!answer.ok) throw new Error(`${name} is not there (${answer.status}).`);
  return answer.arrayBuffer();
}

async function* segmentsNamed(names: readonly string[]): AsyncGenerator<Segment> {
  for (const name of names) yield readSegment(new Uint8Array(await get(name)));
}

/** A stretch of the scene as frames. */
export interface FramesWish {
  readonly fps: number;
  /** Where in the scene the film begins. */
  readonly from_ms: number;
  /** Index of the first frame in the film, and how many. */
  readonly first: number;
  readonly count: number;
}

export interface FilmWish {
  readonly format: string;
  readonly fps: number;
  /** Names of the stretches, in order. */
  readonly segments: readonly string[];
  /** Null for a silent film. Recordings by name. */
  readonly sound: {
    readonly spoken: readonly { readonly name: string; readonly start_ms: number }[];
    readonly effects: readonly { readonly sound: string; readonly volume: number; readonly start_ms: number }[];
    readonly from_ms: number;
    readonly to_ms: number;
  } | null;
}

/** `prepare` a timeline (its JSON text or the object), then `draw` any time of it, in any order. */
export interface RenderPage {
  prepare(timeline: unknown, options: unknown): Promise<void>;
  /** Resolves when the picture of that time (ms) is on the canvas. */
  draw(ms: number): Promise<void>;
  stats(): RendererStats;
  /** Puts the picture of that time under that name: `image/png` or `image/webp`. */
  still(ms: number, type: string, name: string): Promise<void>;
  /** Draws and encodes a stretch of a film and puts it under that name. */
  segment(format: string, wish: FramesWish, name: string): Promise<void>;
  /** Joins stretches and sound to a film and puts it under that name. */
  film(wish: FilmWish, name: string): Promise<void>;
  gif(wish: FramesWish, name: string): Promise<void>;
}

function knownFormat(format: string): FilmFormat {
  if (isFilmFormat(format)) return format;
  throw new Error(`There is no film format ${format}.`);
}

interface Prepared {
  readonly canvas: HTMLCanvasElement;
  readonly sampler: Sampler;
  readonly renderer: Renderer;
  readonly unmet: readonly string[];
}

function createRenderPage(): RenderPage {
  let prepared: Prepared | null = null;
  const ready = (): Prepared => {
    if (prepared === null) throw new Error('Call prepare(timeline, options) first.');
    return prepared;
  };
  const show = async (ms: number): Promise<void> => {
    const { sampler, renderer } = ready();
    renderer.draw(sampler.frameAt(ms));
    await renderer.settle?.();
  };
  const frameOf =
    ({ fps, from_ms }: FramesWish) =>
    (index: number): Promise<void> =>
      show(from_ms + (index * 1000) / fps);
  return {
    async prepare(json, wanted) {
      const timeline = typeof json === 'string' ? JSON.parse(json) : json;
      if (!isTimeline(timeline)) throw new Error('This is no timeline that this studio can draw.');
      const { mode, width, height } = z.parse(optionsSchema, wanted);
      const entry = chooseRenderer(builtinRenderers(), { mode, needs: timeline.needs });
      prepared?.renderer.dispose();
      prepared = null;
      const canvas = document.createElement('canvas');
      canvas.id = 'stage';
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${width / devicePixelRatio}px`;
      canvas.style.height = `${height / devicePixelRatio}px`;
      document.querySelector('#stage')?.replaceWith(canvas);
      const plugin = await entry.load();
      const renderer = await plugin.create(canvas, {
        width,
        height,
        quality: timeline.quality ? TIERS[timeline.quality].quality : 1,
        fetchFile,
      });
      const unmet = unmetNeeds(timeline.needs, entry.capabilities);
      prepared = { canvas, sampler: createSampler(timeline), renderer, unmet };
    },
    async draw(ms) {
      await show(ms);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    },
    async still(ms, type, name) {
      const { canvas } = ready();
      await show(ms);
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, 0.92));
      if (blob?.type !== type) throw new Error(`This browser cannot write ${type}.`);
      await put(name, await blob.arrayBuffer());
    },
    async segment(format, wish, name) {
      const { canvas } = ready();
      const { fps, first, count } = wish;
      const picture = { format: knownFormat(format), width: canvas.width, height: canvas.height, fps };
      await put(name, writeSegment(await encodeSegment(canvas, { picture, first, count, draw: frameOf(wish) })));
    },
    async film({ format, fps, segments, sound }, name) {
      let heard: AudioBuffer | null = null;
      if (sound) {
        const { spoken, effects, from_ms, to_ms } = sound;
        const clips = await Promise.all(spoken.map(async (clip) => hearRecording(await get(clip.name), clip.start_ms)));
        clips.push(...effects.map((each) => hearEffect(each.sound, each.volume, each.start_ms)));
        heard = await mixSound(clips, from_ms, to_ms);
      }
      await put(name, await muxFilm(knownFormat(format), fps, segmentsNamed(segments), heard));
    },
    async gif(wish, name) {
      const { canvas } = ready();
      const { width, height } = canvas;
      const draw = frameOf(wish);
      await put(name, await makeGif(canvas, { width, height, fps: wish.fps, frames: wish.count, draw }));
    },
    stats() {
      const { renderer, unmet } = ready();
      const stats = renderer.stats();
      const missing = unmet.map((need) => ({
        code: 'studio/unmet-need',
        message: `This renderer cannot draw ${need}.`,
      }));
      return { ...stats, warnings: [...stats.warnings, ...missing] };
    },
  };
}

const complain = (reason: unknown): void => {
  document.documentElement.dataset.error = reason instanceof Error ? reason.message : String(reason);
};

addEventListener('error', (event) => complain(event.error ?? event.message));
addEventListener('unhandledrejection', (event) => complain(event.reason));
Object.assign(window, { opencommotion: createRenderPage() });
document.documentElement.dataset.ready = 'true';
