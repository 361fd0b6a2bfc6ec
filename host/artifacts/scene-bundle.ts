import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { analyse, type Mode, type Timeline } from '../../dsl/index.ts';
import { drawStill } from '../exports/draw-still.ts';
import { ExportFault } from '../exports/export-fault.ts';
import type { LibraryStore } from '../library/library-store.ts';
import { playedScene } from '../scenes/played-scene.ts';
import { EMPTY_DOCUMENT, type SceneDocument, sceneDocumentSchema } from '../scenes/scene-document.ts';
import { narrate } from '../turns/narration.ts';
import type { AudioStore } from '../voice/audio-store.ts';
import type { SpeechDesk } from '../voice/speech-desk.ts';
import { type Bundle, type BundleFile, readPart } from './bundle.ts';

export interface BundleTools {
  readonly library: LibraryStore;
  readonly desk: SpeechDesk;
  readonly audio: AudioStore;
  /** Folder of the built studio. */
  readonly studio: string;
  /** Images and models that scripts name are read from here. */
  readonly scenarios: string;
}

export interface SceneFiles {
  readonly files: readonly BundleFile[];
  readonly warnings: readonly string[];
}

/** A script without a scene of its own. */
export interface LooseScript {
  readonly script: string;
  readonly mode: Mode;
  readonly files: Readonly<Record<string, string>>;
}

/** False: none; bytes: a PNG that was drawn elsewhere; true: one is drawn. */
export type StillWish = boolean | Uint8Array;

const DOCUMENT = 'scene.json';
const STILL = 'still.png';
/** The picture stands for the whole: two fifths in, most scenes show what they are about. */
const STILL_AT = 0.4;
const STILL_SIZE = { width: 640, height: 360 } as const;

const textFile = (path: string, type: string, text: string): BundleFile => ({ path, type, bytes: Buffer.from(text) });

/** A scene of what stands in an editor, with what it uses of the library, in step with the voice that speaks it now. */
export async function documentOf({ script, mode, files }: LooseScript, tools: BundleTools): Promise<SceneDocument> {
  const surroundings = await tools.library.around(script, files);
  const { lines } = analyse(script, surroundings).value;
  const { alignment } = await narrate(tools.desk, lines);
  return {
    ...EMPTY_DOCUMENT,
    ...{ script, mode, alignment },
    files: { ...surroundings.files },
    prefabs: { ...surroundings.prefabs },
  };
}

/** All that a scene needs to play again elsewhere: script, what it was made from, timeline, sound, and a still. */
export async function filesOfScene(document: SceneDocument, still: StillWish, tools: BundleTools): Promise<SceneFiles> {
  const { timeline } = playedScene(document);
  const narration = await narrate(tools.desk, timeline.lines);
  const warnings = [...narration.warnings, ...narration.degrade_notes];
  const spoken = await Promise.all(
    [...narration.lines].flatMap(([line, { audio_uri }], at) =>
      audio_uri === null ? [] : [recording(line, at, join(tools.audio.folder, basename(audio_uri)))],
    ),
  );
  const picture = typeof still === 'boolean' ? (still ? await drawn(timeline, tools) : null) : still;
  if (typeof picture === 'string') warnings.push(picture);
  return {
    files: [
      textFile('script.scene', 'text/plain', document.script),
      textFile(DOCUMENT, 'application/json', JSON.stringify(document)),
      textFile('timeline.json', 'application/json', JSON.stringify(timeline)),
      ...spoken,
      ...(picture === null || typeof picture === 'string' ? [] : [{ path: STILL, type: 'image/png', bytes: picture }]),
    ],
    warnings,
  };
}

/** The picture, or a warning: a scene without its picture is worth keeping; one that cannot be kept is lost. */
async function drawn(timeline: Timeline, { studio, scenarios }: BundleTools): Promise<Uint8Array | string> {
  try {
    const wish = { studio, timeline, size: STILL_SIZE, folder: scenarios };
    return (await drawStill(wish, Math.round(timeline.duration_ms * STILL_AT))).png;
  } catch (error) {
    if (!(error instanceof ExportFault)) throw error;
    return `artifact_without_still: ${error.message} ${error.cure}`;
  }
}

async function recording(line: string, at: number, path: string): Promise<BundleFile> {
  const name = line.replaceAll(/[^A-Za-z0-9_-]/g, '-');
  return { path: `audio/${at}-${name}.wav`, type: 'audio/wav', bytes: await readFile(path) };
}

/**
 * The scene in a bundle; null where it was saved without one.
 * @throws HostError `bundle_unreadable` where what is there is no scene
 */
export function sceneIn({ files }: Bundle): SceneDocument | null {
  const file = files.find(({ path }) => path === DOCUMENT);
  return file ? readPart(file.bytes, sceneDocumentSchema, DOCUMENT) : null;
}

/** The picture in a bundle; null where it has none. */
export const stillIn = ({ files }: Bundle): Uint8Array | null =>
  files.find(({ path }) => path === STILL)?.bytes ?? null;

/** What a scene is found by beside its title: the words that it says and the things that it names. */
export const wordsIn = (files: readonly BundleFile[]): string => {
  const script = files.find(({ path }) => path === 'script.scene');
  return script ? Buffer.from(script.bytes).toString('utf8') : '';
};
