import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Config } from '../config.ts';
import { manifestText, voiceSource, writePlugins } from '../fixtures/plugin-folder.ts';
import { type TestHost, testHost } from '../fixtures/test-host.ts';

const post = async (host: TestHost, url: string, payload: Readonly<Record<string, unknown>>) => {
  const answer = await host.app.inject({ method: 'POST', url, payload });
  return { status: answer.statusCode, body: answer.json() };
};
const voiced = (tts: string, requireReal = false): Partial<Config> => ({ voice: { tts, stt: 'auto', requireReal } });
const lines = [
  { id: 'one', text: 'Hello there' },
  { id: 'two', text: 'and good night' },
];

describe('lines', () => {
  it('are spoken, each with its words in step', async () => {
    await using host = await testHost(voiced('metronome'));
    const { status, body } = await post(host, '/v2/speech', { lines });
    expect(status).toBe(200);
    expect(body.lines.one).toMatchObject({ quality: 'measured', warnings: [] });
    expect(body.lines.two.words).toHaveLength(3);
    expect(body.alignment.lines.two).toEqual({
      quality: body.lines.two.quality,
      duration_ms: body.lines.two.duration_ms,
      words: body.lines.two.words,
    });
  });

  it('are spoken once and then remembered, over a restart too', async () => {
    const folder = await writePlugins({
      counting: {
        'manifest.json': manifestText({ id: 'counting', capabilities: ['speak'] }),
        'index.mjs': voiceSource({ speak: COUNTING }),
      },
    });
    const overrides = { ...voiced('counting'), pluginPaths: [folder], dataDir: join(folder, 'data') };
    Reflect.set(globalThis, 'timesSpoken', 0);
    for (let start = 0; start < 2; start += 1) {
      await using host = await testHost(overrides);
      const asked = Array.from({ length: 4 }, () => post(host, '/v2/speech', { lines }));
      const uris = (await Promise.all(asked)).map(({ body }) => body.lines.one.audio_uri);
      expect(new Set(uris).size).toBe(1);
    }
    expect(Reflect.get(globalThis, 'timesSpoken')).toBe(2);
    expect((await readdir(join(folder, 'data/audio'))).filter((name) => name.endsWith('.wav'))).toHaveLength(2);
  });

  it('whose kept words are damaged are spoken anew', async () => {
    const folder = await writePlugins({});
    const overrides = { ...voiced('metronome'), dataDir: join(folder, 'data') };
    const speak = async () => {
      await using host = await testHost(overrides);
      return (await post(host, '/v2/speech', { lines })).body;
    };
    const before = await speak();
    const audio = join(folder, 'data/audio');
    for (const name of await readdir(audio)) if (name.endsWith('.json')) await writeFile(join(audio, name), '{"half');
    expect(await speak()).toEqual(before);
  });

  it('fall to the tone where the voice fails, and the turn says so by name', async () => {
    const folder = await writePlugins({
      hoarse: {
        'manifest.json': manifestText({ id: 'hoarse', capabilities: ['speak'] }),
        'index.mjs': voiceSource({ speak: "async () => { throw new Error('hoarse'); }" }),
      },
    });
    await using host = await testHost({ ...voiced('hoarse'), pluginPaths: [folder] });
    const { status, body } = await post(host, '/v2/orchestrate', { session_id: 's', prompt: 'x' });
    expect(status).toBe(200);
    expect(body.voice).toMatchObject({ real: false, segments: [{ audio_uri: expect.stringMatching(/\.wav$/) }] });
    expect(body.degrade_notes).toContainEqual(expect.stringMatching(/instead of hoarse/));
    expect(body.warnings).toContainEqual(expect.stringMatching(/^host\/plugin-failed: .*hoarse/));
  });

  it('are at least timed where nothing can speak', async () => {
    const folder = await writePlugins({});
    await using host = await testHost({
      ...voiced('absent'),
      builtinPlugins: folder,
      pluginPaths: ['provider/scripted', 'runtime/memory'].map((name) =>
        join(import.meta.dirname, '../../plugins', name),
      ),
    });
    const { status, body } = await post(host, '/v2/orchestrate', { session_id: 's', prompt: 'x' });
    expect(status).toBe(200);
    expect(body.timeline.alignment).toBe('estimated');
    expect(body.voice.segments).toEqual([]);
    expect(body.degrade_notes).toContainEqual(expect.stringMatching(/estimated/));
  });
});

describe('strict mode', () => {
  it.each([
    ['/v2/orchestrate', { session_id: 's', prompt: 'x' }],
    ['/v2/speech', { lines }],
    ['/v1/voice/synthesize', { text: 'hello' }],
  ])('refuses stand-ins at %s with 503 and a reason', async (url, payload) => {
    await using host = await testHost(voiced('tone-fallback', true));
    const { status, body } = await post(host, url, payload);
    expect([status, body.detail.error]).toEqual([503, 'tts_engine_unavailable']);
    expect(body.detail.reasons[0].message).toMatch(/stand-in/);
  });
});

describe('POST /v1/voice/synthesize', () => {
  it('answers as before', async () => {
    await using host = await testHost(voiced('metronome'));
    const { body } = await post(host, '/v1/voice/synthesize', { text: 'Hello there' });
    expect(body).toMatchObject({
      ok: true,
      voice: { segments: [{ text: 'Hello there', start_ms: 0, duration_ms: expect.any(Number) }] },
    });
  });

  it.each([[{}], [{ text: '' }], [{ text: '  \n' }]])('%j is 400 text_required', async (payload) => {
    await using host = await testHost();
    const { status, body } = await post(host, '/v1/voice/synthesize', payload);
    expect([status, body.detail.error]).toEqual([400, 'text_required']);
  });
});

describe('audio', () => {
  it.each([
    '../../package.json',
    '..%2f..%2fsettings.json',
    `${'a'.repeat(64)}.json`,
    `${'a'.repeat(64)}.wav`,
    `${'A'.repeat(64)}.wav`,
    '%00.wav',
    '.wav',
  ])('%s is 404', async (file) => {
    await using host = await testHost();
    const answer = await host.app.inject({ url: `/v1/audio/${file}` });
    expect([answer.statusCode, answer.json().detail.error]).toEqual([404, expect.stringMatching(/not_found/)]);
  });
});

describe('GET /v1/voice/capabilities', () => {
  it('says which engine is chosen, which are ready and why not', async () => {
    await using host = await testHost(voiced('auto'));
    const { tts } = (await host.app.inject({ url: '/v1/voice/capabilities' })).json();
    expect(tts).toMatchObject({ selected_engine: 'auto', strict_real_engines: false });
    expect(Object.keys(tts.engines)).toEqual(expect.arrayContaining(['espeak', 'metronome', 'tone']));
    expect(tts.engines.tone).toMatchObject({ ready: true, detail: expect.stringMatching(/./) });
    expect(tts.real_engines).not.toContain('tone');
  });
});

const COUNTING = `async () => {
  globalThis.timesSpoken += 1;
  const audio = new Uint8Array(44 + 160);
  audio.set([82, 73, 70, 70]);
  return { audio, sample_rate: 8000, duration_ms: 10, words: [], quality: 'measured', engine: 'c', real: true, warnings: [] };
}`;
