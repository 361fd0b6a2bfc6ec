import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { decodeWav, encodeWav, LISTENING_RATE, type Voice } from '../../contract/index.ts';
import { type Asked, type StandIn, startStandIn, verboseJson } from './fixtures/whisper-server.ts';
import whisper from './index.ts';

const SPEECH = encodeWav(new Int16Array(2 * LISTENING_RATE).fill(5000), LISTENING_RATE);
const CALM = new AbortController().signal;
const HELLO = verboseJson([
  [
    [' Hel', 0.2, 0.4],
    ['lo', 0.4, 0.5],
  ],
  [[' moon', 0.6, 0.9]],
]);
const servers: StandIn[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const serve = async (...parts: Parameters<typeof startStandIn>): Promise<StandIn> => {
  const server = await startStandIn(...parts);
  servers.push(server);
  return server;
};
const voiceAt = (url: string, options = {}): Promise<Voice> =>
  whisper.start({ options: { url, ...options }, dataDir: '', environment: {}, log: () => undefined });
const hear = async (voice: Voice, parts: { hint?: string; audio?: Uint8Array; signal?: AbortSignal } = {}) =>
  voice.transcribe?.({ audio: parts.audio ?? SPEECH, hint: parts.hint ?? null }, parts.signal ?? CALM);

describe("voice/whisper at a stand-in for whisper.cpp's server", () => {
  it('sends the recording as a form, and reads words with their times from the answer', async () => {
    const server = await serve((response) => response.end(HELLO));
    const voice = await voiceAt(`${server.url}/`, { language: 'de' });
    expect(await hear(voice, { hint: 'the\u0000moon' })).toEqual({
      text: 'Hello moon',
      words: [
        { offset: 0, length: 5, start_ms: 200, end_ms: 500 },
        { offset: 6, length: 4, start_ms: 600, end_ms: 900 },
      ],
      engine: 'whisper.cpp',
      real: true,
      warnings: [],
    });
    const [asked] = server.asked;
    expect(asked?.fields).toEqual({
      response_format: 'verbose_json',
      temperature: '0.0',
      language: 'de',
      split_on_word: 'true',
      no_language_probabilities: 'true',
      prompt: 'the moon',
    });
    expect(Buffer.compare(asked?.wav ?? new Uint8Array(), SPEECH)).toBe(0);
  });

  it('reads the short form too, without times', async () => {
    const server = await serve((response) => response.end('{"text":" Hello moon\\n"}'));
    expect(await hear(await voiceAt(server.url))).toMatchObject({ text: 'Hello moon', words: [] });
  });

  it('makes short recordings as long as the engine wants them, and keeps words inside what was recorded', async () => {
    const server = await serve((response) => response.end(HELLO));
    const audio = encodeWav(new Int16Array(LISTENING_RATE / 2).fill(5000), LISTENING_RATE);
    const heard = await hear(await voiceAt(server.url), { audio });
    expect(heard?.words.at(-1)).toEqual({ offset: 6, length: 4, start_ms: 500, end_ms: 500 });
    const sent = decodeWav(server.asked[0]?.wav ?? new Uint8Array());
    expect(sent).toMatchObject({ duration_ms: 1200 });
  });

  it('does not ask about silence, in which Whisper hears voices', async () => {
    const server = await serve((response) => response.end(HELLO));
    const audio = encodeWav(new Int16Array(LISTENING_RATE).fill(20), LISTENING_RATE);
    expect(await hear(await voiceAt(server.url), { audio })).toMatchObject({
      text: '',
      warnings: [{ code: 'voice.whisper/nothing-heard' }],
    });
    expect(server.asked).toEqual([]);
  });

  it.each<[string, (response: ServerResponse, asked: Asked) => void, string, RegExp]>([
    [
      'fails',
      (response) => response.writeHead(500).end('500 Internal\nstoi'),
      'server-failed',
      /500\): 500 Internal stoi/,
    ],
    ['is still loading its model', (response) => response.writeHead(503).end('{}'), 'loading', /loading its model/],
    ['sends it elsewhere', (r) => r.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), 'not-found', /302/],
    [
      'can not read the recording, with HTTP 200',
      (response) => response.end('{"error":"failed to read WAV file"}'),
      'engine-failed',
      /could not do it: failed to read WAV file/,
    ],
    [
      'answers with a page',
      (response) => response.end('<html>Hello</html>'),
      'answer-garbled',
      /"<html>Hello<\/html>"/,
    ],
    ['answers with other JSON', (response) => response.end('{"segments":[{"txt":1}]}'), 'answer-garbled', /not known/],
    ['stops in the middle of its JSON', (response) => response.end(HELLO.slice(0, 50)), 'answer-garbled', /not known/],
    [
      'goes away in the middle of its answer',
      (response) => {
        response.writeHead(200, { 'content-length': HELLO.length });
        response.write(HELLO.slice(0, 50), () => response.destroy());
      },
      'answer-cut-off',
      /broke off/,
    ],
    ['goes away before it', (response) => response.destroy(), 'unreachable', /UND_ERR_SOCKET|ECONNRESET/],
    [
      'never stops talking',
      (response) => {
        const talk = (): void => {
          if (!response.destroyed) response.write('la '.repeat(100_000), talk);
        };
        talk();
      },
      'answer-too-long',
      /more than 8388608 bytes/,
    ],
  ])('fails with a reason when the server %s', async (_what, answer, code, message) => {
    const server = await serve(answer);
    await expect(hear(await voiceAt(server.url))).rejects.toMatchObject({
      name: 'PluginFailure',
      code,
      message: expect.stringMatching(message),
    });
  });

  it.each([
    ['before its answer', (): void => undefined],
    [
      'in the middle of its answer',
      (response: ServerResponse): void => {
        response.writeHead(200).write('{"text":');
      },
    ],
  ])('does not wait for one that hangs %s', async (_when, answer) => {
    const server = await serve(answer);
    await expect(hear(await voiceAt(server.url, { timeout_ms: 200 }))).rejects.toMatchObject({
      code: 'engine-timeout',
    });
  });

  it.each(['its caller gives up', 'the plugin is stopped'])('lets go of the server when %s', async (why) => {
    const left = Promise.withResolvers<void>();
    const came = Promise.withResolvers<void>();
    const server = await serve((response) => {
      response.on('close', left.resolve);
      came.resolve();
    });
    const voice = await voiceAt(server.url);
    const control = new AbortController();
    const failure = expect(hear(voice, { signal: control.signal })).rejects.toMatchObject({ code: 'aborted' });
    await came.promise;
    if (why === 'the plugin is stopped') await voice.stop();
    else control.abort();
    await failure;
    await left.promise;
  });

  it('says in its probe whether the server is there, has its model, or can not be asked', async () => {
    const ready = await serve(() => undefined);
    expect(await (await voiceAt(ready.url)).probe(CALM)).toMatchObject({ ready: true });
    const older = await serve(() => undefined, { status: 404, body: 'File Not Found (/health)' });
    expect(await (await voiceAt(older.url)).probe(CALM)).toMatchObject({ ready: true });
    const loading = await serve(() => undefined, { status: 503, body: '{"status":"loading model"}' });
    expect((await (await voiceAt(loading.url)).probe(CALM)).detail).toMatch(/still loading its model/);
    const failing = await serve(() => undefined, { status: 500, body: '' });
    expect((await (await voiceAt(failing.url)).probe(CALM)).detail).toMatch(/HTTP 500/);
    await ready.close();
    const gone = await voiceAt(ready.url);
    expect(await gone.probe(CALM)).toMatchObject({
      ready: false,
      detail: expect.stringMatching(/can be reached at 127.*Start it/),
    });
    await expect(hear(gone)).rejects.toMatchObject({ code: 'unreachable' });
    const wrong = await voiceAt('ftp://there');
    expect((await wrong.probe(CALM)).detail).toMatch(/no http or https address/);
    await expect(hear(wrong)).rejects.toMatchObject({ code: 'address-invalid' });
  });
});
