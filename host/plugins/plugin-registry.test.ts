import { pino } from 'pino';
import { Registry } from 'prom-client';
import { describe, expect, it, vi } from 'vitest';
import { encodeWav } from '../../plugins/contract/index.ts';
import { manifestText, voiceSource, writePlugins } from '../fixtures/plugin-folder.ts';
import { createPluginMetrics } from './plugin-metrics.ts';
import { PluginRegistry } from './plugin-registry.ts';
import { surveyPlugins } from './survey-plugins.ts';

const WAV = `Uint8Array.from([${[...encodeWav(new Int16Array(80), 8000)].join(',')}])`;
const SPEECH = `{ audio: ${WAV}, sample_rate: 8000, duration_ms: 10, words: [], quality: 'measured', engine: 'test', real: true, warnings: [] }`;
const REQUEST = { text: 'hello', voice: null, rate: 1 } as const;
const quiet = new AbortController().signal;

async function registryOf(
  plugins: Readonly<Record<string, string>>,
  timeouts: Readonly<Record<string, number>> = {},
  now: () => number = () => 0,
) {
  const folders = Object.entries(plugins).map(([id, source]) => [
    id,
    { 'manifest.json': manifestText({ id }), 'index.mjs': source },
  ]);
  const path = await writePlugins(Object.fromEntries(folders));
  const metrics = new Registry();
  const found = await surveyPlugins({ builtinPlugins: '/nowhere', pluginPaths: [path], npmPlugins: null }, () => ({}));
  const registry = new PluginRegistry(found, {
    dataDir: path,
    environment: {},
    log: pino({ level: 'silent' }),
    metrics: createPluginMetrics(metrics),
    timeouts,
    now,
  });
  const state = (id: string) => registry.list().find(({ name }) => name === `voice/${id}`);
  return { registry, metrics, state };
}

const speak = async (registry: PluginRegistry, id: string, signal: AbortSignal = quiet) => {
  const voice = await registry.voice(id);
  if (voice.speak === null) throw new Error('it does not speak');
  return voice.speak(REQUEST, signal);
};

describe('a plugin of the host', () => {
  it('is started at its first use, once for all who ask', async () => {
    const { registry, state } = await registryOf({
      a: `globalThis.startsOfA = 0;
          export default { contract: 'voice/1', start: async () => { globalThis.startsOfA += 1; return {
            probe: async () => ({ ready: true, detail: String(globalThis.startsOfA), version: null }),
            stop: async () => { globalThis.startsOfA = 'stopped'; }, voices: async () => [], speak: null, transcribe: null }; } };`,
    });
    expect(state('a')?.state).toBe('found');
    const voices = await Promise.all([registry.voice('a'), registry.voice('a'), registry.voice('a')]);
    expect(new Set(voices).size).toBe(1);
    expect((await voices[0]?.probe(quiet))?.detail).toBe('1');
    expect(state('a')?.state).toBe('ready');
    await registry.stop();
    expect(Reflect.get(globalThis, 'startsOfA')).toBe('stopped');
  });

  it('cannot change what it is given, nor what it gave', async () => {
    const { registry } = await registryOf({
      a: voiceSource({ speak: `async (request) => { request.text = 'changed'; return ${SPEECH}; }` }),
    });
    const request = { ...REQUEST };
    const voice = await registry.voice('a');
    await voice.speak?.(request, quiet);
    expect(request.text).toBe('hello');
  });

  it('that is not there is said to be unknown, with those that are', async () => {
    const { registry } = await registryOf({ a: voiceSource() });
    await expect(registry.voice('b')).rejects.toMatchObject({
      code: 'host/plugin-unknown',
      cure: expect.stringContaining('a'),
    });
  });
});

const failures: readonly (readonly [string, string, string, RegExp])[] = [
  ['throws when imported', "throw new Error('bang');", 'host/plugin-load-failed', /bang/],
  ['is not JavaScript', 'export default {', 'host/plugin-load-failed', /./],
  ['has no default export', 'export const a = 1;', 'host/plugin-load-failed', /default export/],
  ['says another contract', "export default { contract: 'voice/2' };", 'host/contract-mismatch', /voice\/2/],
  ['has no start', "export default { contract: 'voice/1' };", 'host/plugin-failed', /"start"/],
  [
    'throws when started',
    "export default { contract: 'voice/1', start: () => { throw 'no'; } };",
    'host/plugin-failed',
    /no/,
  ],
  [
    'starts nothing',
    "export default { contract: 'voice/1', start: async () => null };",
    'host/plugin-result-invalid',
    /"probe"/,
  ],
  ['lacks a method', voiceSource({ voices: 'undefined' }), 'host/plugin-failed', /"voices"/],
  ['throws when used', voiceSource({ speak: "() => { throw new Error('hoarse'); }" }), 'host/plugin-failed', /hoarse/],
  [
    'fails in its own words',
    voiceSource({
      speak:
        "async () => { throw Object.assign(new Error('hoarse'), { name: 'PluginFailure', code: 'no-audio', cure: 'tea' }); }",
    }),
    'voice.bad/no-audio',
    /hoarse/,
  ],
  ['answers nonsense', voiceSource({ speak: 'async () => ({ audio: 1 })' }), 'host/plugin-result-invalid', /contract/],
  ['never answers', voiceSource({ speak: '() => new Promise(() => undefined)' }), 'host/plugin-timeout', /40 ms/],
];

describe('a plugin that', () => {
  it.each(failures)('%s is reported, and the others go on', async (_what, source, code, message) => {
    const good = voiceSource({ speak: `async () => (${SPEECH})` });
    const { registry, metrics, state } = await registryOf({ bad: source, good }, { speak: 40 });
    await expect(speak(registry, 'bad')).rejects.toMatchObject({
      name: 'PluginFault',
      plugin: 'voice/bad',
      code,
      message: expect.stringMatching(message),
    });
    expect(state('bad')).toMatchObject({ state: 'failed', code });
    expect(state('bad')?.cure).not.toBe('');
    expect((await speak(registry, 'good')).engine).toBe('test');
    expect(state('good')?.state).toBe('ready');
    expect(await metrics.metrics()).toMatch(/calls_total\{plugin="voice\/bad",method="\w+",outcome="failed"\} 1/);
    await registry.stop();
  });

  it('never answers is told to stop', async () => {
    const source = voiceSource({
      speak:
        "(_, signal) => new Promise(() => signal.addEventListener('abort', () => { globalThis.toldToStop = true; }))",
    });
    const { registry } = await registryOf({ a: source }, { speak: 20 });
    await expect(speak(registry, 'a')).rejects.toMatchObject({ code: 'host/plugin-timeout' });
    expect(Reflect.get(globalThis, 'toldToStop')).toBe(true);
  });

  it('is no longer wanted is not to blame', async () => {
    const { registry, state } = await registryOf({ a: voiceSource({ speak: '() => new Promise(() => undefined)' }) });
    const caller = new AbortController();
    const speaking = speak(registry, 'a', caller.signal);
    await vi.waitFor(() => expect(state('a')?.state).toBe('ready'));
    caller.abort();
    await expect(speaking).rejects.toMatchObject({ code: 'host/plugin-aborted' });
    expect(state('a')?.state).toBe('ready');
  });

  it('works again is ready again', async () => {
    const source = voiceSource({
      speak: `async () => { globalThis.hoarse = !globalThis.hoarse; if (globalThis.hoarse) throw new Error('hoarse'); return ${SPEECH}; }`,
    });
    const { registry, state } = await registryOf({ a: source });
    await expect(speak(registry, 'a')).rejects.toThrow('hoarse');
    expect(state('a')?.state).toBe('failed');
    await speak(registry, 'a');
    expect(state('a')?.state).toBe('ready');
  });

  it('failed to start is tried again after a while, not at once', async () => {
    let time = 0;
    const source = `globalThis.triesOfA = 0;
      export default { contract: 'voice/1', start: async () => { globalThis.triesOfA += 1; throw new Error('not yet'); } };`;
    const { registry } = await registryOf({ a: source }, {}, () => time);
    await expect(registry.voice('a')).rejects.toThrow('not yet');
    await expect(registry.voice('a')).rejects.toThrow('not yet');
    expect(Reflect.get(globalThis, 'triesOfA')).toBe(1);
    time = 60_000;
    await expect(registry.voice('a')).rejects.toThrow('not yet');
    expect(Reflect.get(globalThis, 'triesOfA')).toBe(2);
  });
});
