import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeWav, encodeWav, type Voice } from '../../contract/index.ts';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { voiceConformance } from '../../kit/voice.ts';
import { audioServer, type Mode } from './fixtures/audio-server.ts';
import { wordsIn } from './heard-words.ts';
import openaiVoice from './index.ts';

const server = await audioServer();
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => {
  server.mode = 'good';
});

const SECRET = 'sk-very-secret-0815';
const start = (environment: Readonly<Record<string, string>> = {}, options: object = {}): Promise<Voice> =>
  openaiVoice.start({
    options: { timeout_ms: 5_000, ...options },
    dataDir: '/nowhere',
    environment: { OPENCOMMOTION_VOICE_OPENAI_BASE_URL: server.url, ...environment },
    log: () => undefined,
  });
const never = (): AbortSignal => new AbortController().signal;
const say = async (voice: Voice, signal = never()) =>
  voice.speak?.({ text: 'Hello there', voice: null, rate: 1 }, signal);
const hear = async (voice: Voice, signal = never()) =>
  voice.transcribe?.({ audio: encodeWav(new Int16Array(16_000).fill(2_000), 16_000), hint: 'moon' }, signal);

describe('voice/openai, with a stand-in for its server', () => {
  describeConformance(
    voiceConformance(openaiVoice, new URL('./manifest.json', import.meta.url), { base_url: server.url }),
  );

  it.each<Mode>(['streamed', 'stereo'])('takes a sound that is %s', async (mode) => {
    server.mode = mode;
    const speech = await say(await start());
    const wav = decodeWav(speech?.audio ?? new Uint8Array());
    expect(wav).toMatchObject({ channels: 1, sample_rate: 24_000, duration_ms: 500 });
  });

  it.each<Mode>(['good', 'segments'])(
    'gives the words of a transcript (%s) their times, and their place',
    async (mode) => {
      server.mode = mode;
      const heard = await hear(await start());
      expect(heard).toMatchObject({ text: 'Hello there.', real: true });
      expect(heard?.words).toEqual([
        { offset: 0, length: 5, start_ms: 100, end_ms: 400 },
        { offset: 6, length: 5, start_ms: 400, end_ms: 800 },
      ]);
      expect(server.requests.at(-1)?.body).toContain('moon');
      server.mode = 'plain';
      expect((await hear(await start()))?.words).toEqual([]);
    },
  );

  it.each<[Mode, string]>([
    ['half', 'answer-cut-off'],
    ['html', 'audio-invalid'],
    ['endless', 'audio-too-long'],
    [401, 'key-refused'],
    [404, 'not-found'],
    [429, 'rate-limited'],
    [500, 'server-failed'],
  ])('names what goes wrong where the server does "%s": %s', async (mode, code) => {
    server.mode = mode;
    const voice = await start({ OPENCOMMOTION_VOICE_OPENAI_API_KEY: SECRET });
    const failure = await say(voice).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'PluginFailure', code });
    expect(JSON.stringify([failure, String(failure)])).not.toContain(SECRET);
  });

  it('follows nobody elsewhere', async () => {
    server.mode = 'elsewhere';
    await expect(say(await start())).rejects.toMatchObject({ name: 'PluginFailure' });
  });

  it('is asked again where that may help, and not where it will not', async () => {
    const before = server.requests.length;
    server.mode = 500;
    await expect(say(await start({}, { retries: 2 }))).rejects.toMatchObject({ code: 'server-failed' });
    expect(server.requests.length - before).toBe(3);
    server.mode = 401;
    await expect(say(await start({}, { retries: 2 }))).rejects.toMatchObject({ code: 'key-refused' });
    expect(server.requests.length - before).toBe(4);
  });

  it.each([
    ['speaking', say],
    ['listening', hear],
  ] as const)('ends the request on the server, too, when %s is given up', async (_what, work) => {
    server.mode = 'silent';
    const [asked, left] = [server.requests.length, server.left()];
    const control = new AbortController();
    const working = work(await start(), control.signal);
    await vi.waitFor(() => expect(server.requests.length).toBe(asked + 1));
    control.abort();
    await expect(working).rejects.toMatchObject({ code: 'aborted' });
    await vi.waitFor(() => expect(server.left()).toBe(left + 1));
  });

  it('sends its own key, or none, and nothing that is meant for another server', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-for-another');
    vi.stubEnv('OPENAI_ORG_ID', 'org-another');
    vi.stubEnv('OPENAI_PROJECT_ID', 'project-another');
    try {
      await say(await start());
      const { headers } = server.requests.at(-1) ?? {};
      expect(headers?.authorization).toBeUndefined();
      expect(JSON.stringify(headers)).not.toMatch(/another/);
      await say(await start({ OPENCOMMOTION_VOICE_OPENAI_API_KEY: SECRET }));
      expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${SECRET}`);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('says in its probe whether it could work', async () => {
    const probe = async (voice: Voice) => voice.probe(never());
    expect(await probe(await start())).toMatchObject({ ready: true });
    server.mode = 404;
    expect(await probe(await start())).toMatchObject({ ready: true });
    server.mode = 401;
    expect(await probe(await start())).toMatchObject({ ready: false, detail: expect.stringContaining('key') });
    const nowhere = await start({ OPENCOMMOTION_VOICE_OPENAI_BASE_URL: '' });
    expect(await probe(nowhere)).toMatchObject({
      ready: false,
      detail: expect.stringContaining('OPENCOMMOTION_VOICE_OPENAI_BASE_URL'),
    });
    await expect(say(nowhere)).rejects.toMatchObject({ code: 'not-configured' });
  });
});

describe('the words that a server heard', () => {
  it('are left out where they are not in the text, go back in time, or have none', () => {
    const timed = [
      { word: ' The ', start: 0, end: 0.2 },
      { word: 'ghost', start: 0.2, end: 0.3 },
      { word: 'cow', start: 0.1, end: 0.5 },
      { word: 'the', start: Number.NaN, end: 1 },
    ];
    expect(wordsIn('the cow', timed, 450)).toEqual([
      { offset: 0, length: 3, start_ms: 0, end_ms: 200 },
      { offset: 4, length: 3, start_ms: 200, end_ms: 450 },
    ]);
  });
});
