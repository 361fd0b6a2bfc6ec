import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { PluginContext, Voice } from '../../contract/index.ts';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { voiceConformance } from '../../kit/voice.ts';
import piper from './index.ts';

const program = fileURLToPath(new URL('./fixtures/stand-in.mjs', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'opencommotion-piper-'));
const model = join(folder, 'voice.onnx');
await writeFile(model, '');
await writeFile(`${model}.json`, JSON.stringify({ audio: { sample_rate: 22_050, quality: 'medium' } }));
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = (options: object = {}, environment: PluginContext['environment'] = {}): Promise<Voice> =>
  piper.start({
    options: { bin: program, model, ...options },
    dataDir: folder,
    environment: { PATH: dirname(process.execPath), ...environment },
    log: () => undefined,
  });
const say = async (voice: Voice, text: string) =>
  voice.speak?.({ text, voice: null, rate: 1 }, new AbortController().signal);
const probe = async (voice: Voice) => voice.probe(new AbortController().signal);

describe('voice/piper, with a stand-in for its program', () => {
  describeConformance(voiceConformance(piper, new URL('./manifest.json', import.meta.url), { bin: program, model }));

  it.each([
    ['crash', 'engine-failed'],
    ['exit', 'engine-failed'],
    ['half', 'no-audio'],
    ['stuck', 'engine-timeout'],
  ])('of which the program does "%s" fails as %s', async (mode, code) => {
    const voice = await start({ timeout_ms: 1_000 });
    await expect(say(voice, `Hello MODE:${mode}`)).rejects.toMatchObject({ name: 'PluginFailure', code });
  });

  it.each<[string, object, string]>([
    ['no program', { bin: '/nowhere/piper' }, 'no-engine'],
    ['no voice', { model: '' }, 'no-model'],
    ['a voice that is not there', { model: '/nowhere/voice.onnx' }, 'no-model'],
  ])('with %s says so, in the probe and when it should speak', async (_what, options, code) => {
    const voice = await start(options);
    expect(await probe(voice)).toMatchObject({ ready: false, detail: expect.stringMatching(/Download|Install/) });
    await expect(say(voice, 'Hello')).rejects.toMatchObject({ code });
  });

  it('is not mistaken for another program of that name', async () => {
    const other = join(folder, 'piper');
    await writeFile(other, '#!/bin/sh\necho "Usage: piper [--debug]"\n', { mode: 0o755 });
    expect(await probe(await start({ bin: other }))).toMatchObject({
      ready: false,
      detail: expect.stringContaining('another program'),
    });
  });

  it('takes program and voice from the environment before its options', async () => {
    const voice = await start(
      { bin: '/nowhere', model: '/nowhere' },
      { OPENCOMMOTION_PIPER_BIN: program, OPENCOMMOTION_PIPER_MODEL: model },
    );
    expect(await probe(voice)).toMatchObject({ ready: true });
    expect(await say(voice, 'Hello there')).toMatchObject({
      engine: 'Piper',
      sample_rate: 22_050,
      quality: 'estimated',
    });
  });
});
