import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeWav, encodeWav, LISTENING_RATE, type Transcript } from '../../contract/index.ts';
import { findProgram } from '../../programs/index.ts';
import { findEngineProgram } from './find-engine.ts';
import pocketsphinx from './index.ts';

const searchPath = process.env.PATH ?? '';
const installed =
  (await findEngineProgram('', searchPath)) !== null && (await findProgram('flite', searchPath)) !== null;

describe.skipIf(!installed)('real speech (skipped where PocketSphinx or flite is not installed)', () => {
  let folder = '';
  let line: Int16Array = new Int16Array(0);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'opencommotion-listening-'));
    const file = join(folder, 'line.wav');
    await promisify(execFile)('flite', ['-voice', 'rms', '-t', 'Show me how the water cycle works.', file]);
    const wav = decodeWav(new Uint8Array(await readFile(file)));
    if (typeof wav === 'string') throw new Error(wav);
    line = wav.samples;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const hear = async (samples: Int16Array): Promise<Transcript> => {
    const context = { options: {}, dataDir: join(folder, 'data'), log: () => undefined };
    const { transcribe } = await pocketsphinx.start({ ...context, environment: { PATH: searchPath } });
    if (!transcribe) throw new Error('it does not listen');
    return transcribe({ audio: encodeWav(samples, LISTENING_RATE), hint: null }, new AbortController().signal);
  };

  it('is understood', async () => {
    expect(await hear(line)).toMatchObject({ text: 'show me how the water cycle works', real: true, warnings: [] });
  });

  it('has words at the times at which they are said, wherever in the recording the line begins', async () => {
    const before = LISTENING_RATE;
    const later = new Int16Array(before + line.length);
    later.set(line, before);
    const [now, then] = [await hear(line), await hear(later)];
    const water = (heard: Transcript) => heard.words[heard.text.split(' ').indexOf('water')];
    expect(water(then)).toBeDefined();
    expect(Math.abs((water(then)?.start_ms ?? 0) - (water(now)?.start_ms ?? 0) - 1000)).toBeLessThanOrEqual(50);
  });
});
