import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Speech } from '../../plugins/contract/index.ts';
import { replaceFile } from '../replace-file.ts';

const spokenSchema = z.object({
  duration_ms: z.number().nonnegative(),
  words: z.array(z.object({ offset: z.int(), length: z.int(), start_ms: z.number(), end_ms: z.number() })),
  quality: z.enum(['measured', 'aligned', 'estimated']),
  engine: z.string(),
  real: z.boolean(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});

/** What is known of a spoken text beside its sound. */
export type Spoken = z.infer<typeof spokenSchema>;

/** All that the sound depends on. */
export interface SpokenBy {
  readonly text: string;
  readonly voice: string | null;
  readonly rate: number;
  readonly plugin: string;
  readonly version: string;
  readonly options: Readonly<Record<string, unknown>>;
}

const NAME = /^[0-9a-f]{64}\.wav$/;

/** Sound files by the hash of what was said and by whom: `data/audio/<hash>.wav`, its words beside it. */
export class AudioStore {
  readonly folder: string;
  constructor(dataDir: string) {
    this.folder = join(dataDir, 'audio');
  }

  static hash({ text, voice, rate, plugin, version, options }: SpokenBy): string {
    return createHash('sha256')
      .update(JSON.stringify([text, voice, rate, plugin, version, options]))
      .digest('hex');
  }

  static isName(file: string): boolean {
    return NAME.test(file);
  }

  async read(hash: string): Promise<Spoken | null> {
    const json = await readFile(join(this.folder, `${hash}.json`), 'utf8').catch(() => null);
    if (json === null) return null;
    // A half-written or foreign file counts as none: the text is spoken anew and the file replaced.
    try {
      return spokenSchema.parse(JSON.parse(json));
    } catch {
      return null;
    }
  }

  /** The words are written last, so that where they are, the sound is too. */
  async write(hash: string, speech: Speech): Promise<Spoken> {
    const { duration_ms, words, quality, engine, real, warnings } = speech;
    const spoken: Spoken = { duration_ms, words: [...words], quality, engine, real, warnings: [...warnings] };
    await mkdir(this.folder, { recursive: true });
    await replaceFile(join(this.folder, `${hash}.wav`), speech.audio);
    await replaceFile(join(this.folder, `${hash}.json`), JSON.stringify(spoken));
    return spoken;
  }
}
