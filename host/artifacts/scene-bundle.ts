import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { drawStill } from '../exports/draw-still.ts';
import { ExportFault } from '../exports/export-fault.ts';
import { playedScene } from '../scenes/played-scene.ts';
import { type Scene, type SceneDocument, sceneDocumentSchema } from '../scenes/scene-document.ts';
import { narrate } from '../turns/narration.ts';
import type { AudioStore } from '../voice/audio-store.ts';
import type { SpeechDesk } from '../voice/speech-desk.ts';
import { type Bundle, type BundleFile, readPart } from './bundle.ts';

export interface BundleTools {
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

const DOCUMENT = 'scene.json';
/** The picture stands for the whole: two fifths in, most scenes show what they are about. */
const STILL_AT = 0.4;
const STILL_SIZE = { width: 640, height: 360 } as const;

const textFile = (path: string, type: string, text: string): BundleFile => ({ path, type, bytes: Buffer.from(text) });

/** All that a scene needs to play again elsewhere: script, what it was made from, timeline, sound, and a still. */
export async function filesOfScene({ document }: Scene, still: boolean, tools: BundleTools): Promise<SceneFiles> {
  const { timeline } = playedScene(document);
  const narration = await narrate(tools.desk, timeline.lines);
  const warnings = [...narration.warnings, ...narration.degrade_notes];
  const spoken = await Promise.all(
    [...narration.lines].flatMap(([line, { audio_uri }], at) =>
      audio_uri === null ? [] : [recording(line, at, join(tools.audio.folder, basename(audio_uri)))],
    ),
  );
  const files: BundleFile[] = [
    textFile('script.scene', 'text/plain', document.script),
    textFile(DOCUMENT, 'application/json', JSON.stringify(document)),
    textFile('timeline.json', 'application/json', JSON.stringify(timeline)),
    ...spoken,
  ];
  if (still) {
    try {
      const { studio, scenarios } = tools;
      const wish = { studio, timeline, size: STILL_SIZE, folder: scenarios };
      const { png } = await drawStill(wish, Math.round(timeline.duration_ms * STILL_AT));
      files.push({ path: 'still.png', type: 'image/png', bytes: png });
    } catch (error) {
      // A scene without its picture is worth keeping; one that cannot be kept is lost.
      if (!(error instanceof ExportFault)) throw error;
      warnings.push(`artifact_without_still: ${error.message} ${error.cure}`);
    }
  }
  return { files, warnings };
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

/** What a scene is found by beside its title: the words that it says and the things that it names. */
export const wordsIn = (files: readonly BundleFile[]): string => {
  const script = files.find(({ path }) => path === 'script.scene');
  return script ? Buffer.from(script.bytes).toString('utf8') : '';
};
