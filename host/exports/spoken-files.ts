import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Timeline } from '../../dsl/index.ts';
import type { Narration } from '../turns/narration.ts';
import type { AudioStore } from '../voice/audio-store.ts';
import type { SpokenFile } from './make-film.ts';

/** The recordings of a timeline's lines, each where its line begins. Lines that nobody could speak are silent. */
export async function spokenFiles(narration: Narration, timeline: Timeline, audio: AudioStore): Promise<SpokenFile[]> {
  const files = await Promise.all(
    timeline.lines.map(async ({ id, start_ms }) => {
      const uri = narration.lines.get(id)?.audio_uri;
      return uri ? [{ wav: await readFile(join(audio.folder, basename(uri))), start_ms }] : [];
    }),
  );
  return files.flat();
}
