import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeWav, LISTENING_RATE, type Voice } from '../../contract/index.ts';
import { fullJson, installStandIn } from './fixtures/stand-in-program.ts';
import whisper from './index.ts';

const SPEECH = encodeWav(new Int16Array(2 * LISTENING_RATE).fill(5000), LISTENING_RATE);
const CALM = new AbortController().signal;
const HELLO = fullJson([
  [
    [' Hel', 200, 400],
    ['lo', 400, 500],
    ['.', 500, 510],
  ],
]);
const ANSWER = `answer(${JSON.stringify(HELLO)});`;
let folder = '';
const voices: Voice[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opencommotion-whisper-'));
});
afterEach(async () => {
  await Promise.all(voices.splice(0).map((voice) => voice.stop()));
  await rm(folder, { recursive: true, force: true });
});

async function voiceWith(script: string, options = {}, environment = {}): Promise<Voice> {
  const installed = await installStandIn(folder, script);
  const voice = await whisper.start({
    options: { ...installed, ...options },
    dataDir: join(folder, 'data'),
    environment,
    log: () => undefined,
  });
  voices.push(voice);
  return voice;
}
const hear = async (
  voice: Voice,
  { hint = null, signal = CALM }: { hint?: string | null; signal?: AbortSignal } = {},
) => voice.transcribe?.({ audio: SPEECH, hint }, signal);

describe('voice/whisper with a stand-in for whisper-cli', () => {
  it('gives it model, recording, language and hint, reads its JSON without its signs, and leaves no file', async () => {
    const seen = JSON.stringify(join(folder, 'seen'));
    const voice = await voiceWith(
      `fs.writeFileSync(${seen}, JSON.stringify([args, wav().length, process.env])); ${ANSWER}`,
      { model: '/not/this' },
      { OPENCOMMOTION_STT_MODEL: join(folder, 'ggml-tiny.bin') },
    );
    expect(await hear(voice, { hint: '-m /etc/passwd' })).toEqual({
      text: 'Hello.',
      words: [{ offset: 0, length: 6, start_ms: 200, end_ms: 510 }],
      engine: 'whisper.cpp',
      real: true,
      warnings: [],
    });
    const [args, bytes, environment] = JSON.parse(await readFile(join(folder, 'seen'), 'utf8'));
    const own = (name: string) => expect.stringMatching(new RegExp(`data/recording-[^/]+/${name}$`));
    expect(args).toEqual([
      ...['-m', join(folder, 'ggml-tiny.bin'), '-f', own('recording.wav'), '-of', own('answer')],
      ...['-ojf', '-np', '-l', 'en', '--prompt', '-m /etc/passwd'],
    ]);
    expect(bytes).toBe(SPEECH.length);
    expect(environment).toEqual({});
    expect(await readdir(join(folder, 'data'))).toEqual([]);
  });

  it('answers without times where the program gives none', async () => {
    const voice = await voiceWith(`answer('{"transcription":[{"text":" Hello."},{"text":" Moon."}]}');`);
    expect(await hear(voice)).toMatchObject({ text: 'Hello. Moon.', words: [] });
  });

  it.each([
    [
      'exits with 1',
      'console.error("error: failed to initialize whisper context\\n"); process.exitCode = 1;',
      'engine-failed',
      /exit code 1 and no answer: error: failed to initialize whisper context/,
    ],
    [
      'says with exit code 0 that it failed',
      'console.error("error: failed to read WAV file"); console.error("bye");',
      'engine-failed',
      /exit code 0 and no answer: error: failed to read WAV file/,
    ],
    ['crashes', `${ANSWER} process.kill(process.pid, "SIGABRT");`, 'engine-failed', /was ended by SIGABRT/],
    ['babbles', 'answer("la la");', 'answer-garbled', /"la la"/],
    ['answers by half', `answer(${JSON.stringify(HELLO.slice(0, 99))});`, 'answer-garbled', /not known/],
    ['writes other JSON', 'answer("[]");', 'answer-garbled', /not known/],
    ['writes far too much', 'answer("x".repeat(9e6));', 'answer-too-long', /more than 8388608 bytes/],
  ])('fails with a reason when it %s, and leaves no file behind', async (_what, script, code, message) => {
    const voice = await voiceWith(script);
    await expect(hear(voice)).rejects.toMatchObject({
      name: 'PluginFailure',
      code,
      message: expect.stringMatching(message),
    });
    expect(await readdir(join(folder, 'data'))).toEqual([]);
  });

  it('ends a program that hangs, at the time-out', async () => {
    const voice = await voiceWith('setInterval(() => {}, 1000);', { timeout_ms: 500 });
    await expect(hear(voice)).rejects.toMatchObject({ code: 'engine-timeout' });
  });

  it.each(['its caller gives up', 'the plugin is stopped'])('ends a program that hangs when %s', async (why) => {
    const pidFile = join(folder, 'pid');
    const voice = await voiceWith(
      `fs.writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); setInterval(() => {}, 1000);`,
    );
    const control = new AbortController();
    const failure = expect(hear(voice, { signal: control.signal })).rejects.toMatchObject({ code: 'aborted' });
    const pid = await vi.waitFor(async () => {
      const number = Number(await readFile(pidFile, 'utf8'));
      expect(number).toBeGreaterThan(0);
      return number;
    });
    if (why === 'the plugin is stopped') await voice.stop();
    else control.abort();
    await failure;
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 5000 });
  });

  it('has one model in memory at a time', async () => {
    const lock = JSON.stringify(join(folder, 'lock'));
    const voice = await voiceWith(`fs.mkdirSync(${lock}); setTimeout(() => { fs.rmdirSync(${lock}); ${ANSWER} }, 50);`);
    for (const heard of await Promise.all([hear(voice), hear(voice), hear(voice)])) expect(heard?.text).toBe('Hello.');
  });

  it.each([
    ['without a model', { model: '' }, /Neither a server nor a model is set\. Set url/],
    ['with the name of a model that is no file', { model: 'base.en' }, /There is no model file at "base\.en"/],
    ['without the program', { binary: '/nowhere/whisper-cli' }, /whisper-cli is not there/],
    ['with a model in place of the program', { binary: 'ggml-tiny.bin' }, /ggml-tiny\.bin is not there/],
  ])('is not ready %s, and says what to do', async (_what, options, detail) => {
    const voice = await voiceWith('', options, { PATH: folder });
    expect(await voice.probe(CALM)).toMatchObject({ ready: false, detail: expect.stringMatching(detail) });
    await expect(hear(voice)).rejects.toMatchObject({ code: 'no-engine' });
  });

  it('is found along the path', async () => {
    const voice = await voiceWith(ANSWER, { binary: '' }, { PATH: `/nowhere:${folder}` });
    expect(await voice.probe(CALM)).toMatchObject({ ready: true, detail: expect.stringContaining(folder) });
    expect(await hear(voice)).toMatchObject({ text: 'Hello.' });
  });
});
