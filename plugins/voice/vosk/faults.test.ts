import { afterEach, describe, expect, it, vi } from 'vitest';
import { encodeWav, LISTENING_RATE, type Voice } from '../../contract/index.ts';
import { type Behaviour, recognizer, type StandIn, startStandIn } from './fixtures/vosk-server.ts';
import type { Message } from './fixtures/web-socket-frames.ts';
import vosk from './index.ts';

/** A second of speech, one of silence, half a one of speech. */
const samples = new Int16Array(2.5 * LISTENING_RATE);
samples.fill(1000, 0, LISTENING_RATE).fill(1000, 2 * LISTENING_RATE);
const SPEECH = encodeWav(samples, LISTENING_RATE);
const CALM = new AbortController().signal;
const servers: StandIn[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const serve = async (behave: () => Behaviour | null): Promise<StandIn> => {
  const server = await startStandIn(behave);
  servers.push(server);
  return server;
};
const voiceAt = (url: string, options = {}, environment = {}): Promise<Voice> =>
  vosk.start({ options: { url, ...options }, dataDir: '', environment, log: () => undefined });
const hear = async (voice: Voice, signal = CALM) => voice.transcribe?.({ audio: SPEECH, hint: null }, signal);
const isEnd = ({ opcode, payload }: Message): boolean => opcode === 1 && payload.toString() === '{"eof" : 1}';

describe('voice/vosk at a stand-in for its server', () => {
  it('sends configuration, samples and end as the protocol has them', async () => {
    const texts: string[] = [];
    let bytes = Buffer.alloc(0);
    const server = await serve(() => {
      const inner = recognizer('python');
      return {
        message: (message, client) => {
          if (message.opcode === 1) texts.push(message.payload.toString());
          else bytes = Buffer.concat([bytes, message.payload]);
          inner.message(message, client);
        },
      };
    });
    await hear(await voiceAt(server.url));
    expect(texts).toEqual(['{"config":{"sample_rate":16000,"words":true}}', '{"eof" : 1}']);
    expect(Buffer.compare(bytes, Buffer.from(samples.buffer))).toBe(0);
  });

  it.each(['python', 'cpp'] as const)('joins the results of one recording (%s)', async (dialect) => {
    const server = await serve(() => recognizer(dialect));
    const heard = await hear(await voiceAt(server.url));
    expect(heard).toMatchObject({ engine: 'Vosk', real: true, warnings: [] });
    expect(heard?.text).toBe(Array.from({ length: 15 }, () => 'la').join(' '));
    expect(heard?.words.at(9)).toEqual({ offset: 27, length: 2, start_ms: 900, end_ms: 1000 });
    expect(heard?.words.at(10)).toEqual({ offset: 30, length: 2, start_ms: 2000, end_ms: 2100 });
    expect(heard?.words.at(-1)).toEqual({ offset: 42, length: 2, start_ms: 2400, end_ms: 2500 });
    await vi.waitUntil(() => server.open() === 0);
  });

  it.each([
    [
      'the best of several alternatives',
      '{"alternatives":[{"confidence":9,"text":"moon"},{"confidence":1,"text":"noon"}]}',
      'moon',
    ],
    ['text without times', '{"text":" moon "}', 'moon'],
    [
      'text where there was speech it does not know',
      '{"result":[{"word":"[unk]","start":0,"end":1,"conf":1}],"text":"[unk]"}',
      '',
    ],
  ])('takes %s', async (_what, answer, text) => {
    const server = await serve(() => ({
      message: (message, { say }) => say(isEnd(message) ? answer : '{"partial":""}'),
    }));
    expect(await hear(await voiceAt(server.url))).toMatchObject({
      text,
      words: [],
      warnings: text === '' ? [{ code: 'voice.vosk/nothing-heard' }] : [],
    });
  });

  it.each<[string, Behaviour['message'], string, RegExp]>([
    [
      'closes because of a fault of its own',
      (_, { close }) => close(1011),
      'answer-cut-off',
      /ended the conversation \(code 1011\)/,
    ],
    [
      'closes before the last result',
      (message, { close, say }) => (isEnd(message) ? close(1000) : say('{"partial":"la"}')),
      'answer-cut-off',
      /code 1000/,
    ],
    ['is gone', (_, { socket }) => void socket.destroy(), 'answer-cut-off', /code 1006/],
    [
      'breaks off within an answer',
      (_, { socket }) => void socket.end(Buffer.from([0x81, 20, 123])),
      'answer-cut-off',
      /code 1006/,
    ],
    [
      'breaks the rules of WebSockets',
      (_, { socket }) => void socket.write('HTTP/1.1 500 no\r\n\r\n'),
      'answer-cut-off',
      /./,
    ],
    ['babbles', (_, { say }) => say('la la'), 'answer-garbled', /"la la"/],
    ['answers with other JSON', (_, { say }) => say('{"text":7}'), 'answer-garbled', /not known/],
    ['answers by half', (_, { say }) => say('{"text":"mo'), 'answer-garbled', /not known/],
    [
      'never stops talking',
      (_, { say }) => say(`{"partial":"${'la '.repeat(1e6)}"}`),
      'answer-too-long',
      /more than 16777216/,
    ],
  ])('fails with a reason when the server %s', async (_what, message, code, reason) => {
    const server = await serve(() => ({ message }));
    await expect(hear(await voiceAt(server.url))).rejects.toMatchObject({
      name: 'PluginFailure',
      code,
      message: expect.stringMatching(reason),
    });
    await vi.waitUntil(() => server.open() === 0, { timeout: 5000 });
  });

  it.each<[string, () => Behaviour | null]>([
    ['to the handshake', () => null],
    ['to the recording', () => ({ message: () => undefined })],
  ])('does not wait for one that gives no answer %s, and lets go of it', async (_what, behave) => {
    const server = await serve(behave);
    await expect(hear(await voiceAt(server.url, { timeout_ms: 200 }))).rejects.toMatchObject({
      code: 'engine-timeout',
    });
    await vi.waitUntil(() => server.open() === 0, { timeout: 5000 });
  });

  it.each(['its caller gives up', 'the plugin is stopped'])('lets go of the server when %s', async (why) => {
    const came = Promise.withResolvers<void>();
    const server = await serve(() => ({ message: () => came.resolve() }));
    const voice = await voiceAt(server.url);
    const control = new AbortController();
    const failure = expect(hear(voice, control.signal)).rejects.toMatchObject({ code: 'aborted' });
    await came.promise;
    if (why === 'the plugin is stopped') await voice.stop();
    else control.abort();
    await failure;
    await vi.waitUntil(() => server.open() === 0, { timeout: 5000 });
  });

  it('says in its probe whether a server is there, and how to start one with the model that is set', async () => {
    const server = await serve(() => recognizer('python'));
    const voice = await voiceAt(server.url, {}, { OPENCOMMOTION_VOSK_MODEL_PATH: '/models/vosk-small' });
    expect(await voice.probe(CALM)).toMatchObject({ ready: true, detail: expect.stringMatching(/Vosk server at 127/) });
    await server.close();
    expect(await voice.probe(CALM)).toMatchObject({
      ready: false,
      detail: expect.stringMatching(/can be reached at 127.*VOSK_MODEL_PATH=\/models\/vosk-small .*asr_server\.py/),
    });
    await expect(hear(voice)).rejects.toMatchObject({ code: 'unreachable' });
    for (const address of ['http://127.0.0.1:2700', 'there', 'ws://127.0.0.1:2700/#part']) {
      const wrong = await voiceAt(address);
      expect((await wrong.probe(CALM)).detail).toMatch(/is no WebSocket address/);
      await expect(hear(wrong)).rejects.toMatchObject({ code: 'address-invalid' });
    }
  });
});
