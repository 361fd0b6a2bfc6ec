import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { compile, createSampler, parseTimeline } from '../../dsl/index.ts';
import type { Config } from '../config.ts';
import { TOKENS } from '../container.ts';
import { GOOD_SCRIPT, piecesOf, withProvider } from '../fixtures/odd-provider.ts';
import { writePlugins } from '../fixtures/plugin-folder.ts';
import { type TestHost, testHost } from '../fixtures/test-host.ts';
import { type TurnEnvelope, turnEnvelopeSchema } from './turn-envelope.ts';

const ask = async (host: TestHost, body: Readonly<Record<string, unknown>>, path = '/v2/orchestrate') => {
  const answer = await host.app.inject({ method: 'POST', url: path, payload: { session_id: 's1', ...body } });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
};

const builtIn: Partial<Config> = {
  provider: { id: 'heuristic', allowFallback: false, timeoutMs: 5_000, maxRepairs: 2 },
};
const COW = 'A cow jumps over the moon';

describe('a prompt', () => {
  it('becomes a spoken scene in one envelope', async () => {
    await using host = await testHost(builtIn);
    const { status, body } = await ask(host, { prompt: COW });
    expect(status).toBe(200);
    const envelope: TurnEnvelope = turnEnvelopeSchema.parse(body);
    expect(envelope).toMatchObject({ version: 'v2', session_id: 's1', scene_id: 's1', base_revision: 0, revision: 1 });
    const timeline = parseTimeline(envelope.timeline);
    if (!timeline.ok) throw new Error(JSON.stringify(timeline.issues));
    expect(timeline.value.lines.length).toBeGreaterThan(0);
    expect(envelope.voice.segments.map(({ line_id, start_ms }) => [line_id, start_ms])).toEqual(
      timeline.value.lines.map(({ id, start_ms }) => [id, start_ms]),
    );
    // The envelope carries all that the timeline can be made from again.
    const again = compile(envelope.script, { mode: '2d', alignment: envelope.alignment }).value;
    expect(again.hash).toBe(timeline.value.hash);
    expect(createSampler(again).frameAt(0)).toBeTruthy();
  });

  it('of scenario A patches what v1 clients wait for, and carries its quality report', async () => {
    await using host = await testHost(builtIn);
    const { body } = await ask(host, { prompt: COW });
    const paths = body.legacy_visual_patches.map(({ path }: { path: string }) => path);
    for (const path of ['/actors/cow', '/actors/moon', '/lyrics/words', '/fx/bouncing_ball'])
      expect(paths).toContain(path);
    expect(body.quality_report).toMatchObject({ ok: true, failures: [] });
    expect(body.patches.map(({ op }: { op: string }) => op)).toContain('createEntity');
  });

  it('is played in the mode that the client asks for', async () => {
    await using host = await testHost(builtIn);
    const { body } = await ask(host, { prompt: COW, capabilities: { mode: '3d' } });
    expect(body.timeline.mode).toBe('3d');
    // And it stays there until somebody asks for another.
    expect((await ask(host, { prompt: 'make the cow red' })).body.timeline.mode).toBe('3d');
  });

  it('gives the audio it names, as WAV, in ranges too', async () => {
    await using host = await testHost(builtIn);
    const { body } = await ask(host, { prompt: COW });
    const url = body.voice.segments[0].audio_uri;
    const whole = await host.app.inject({ url });
    expect(whole.rawPayload.subarray(0, 4).toString()).toBe('RIFF');
    expect(whole.headers).toMatchObject({ 'cache-control': expect.stringContaining('immutable') });
    const part = await host.app.inject({ url, headers: { range: 'bytes=4-11' } });
    expect(part.statusCode).toBe(206);
    expect(part.rawPayload).toEqual(whole.rawPayload.subarray(4, 12));
  });

  it('is told to all who listen and kept for those who come later', async () => {
    await using host = await testHost(builtIn);
    const publish = vi.spyOn(host.house.resolve(TOKENS.hub), 'publish');
    const { body } = await ask(host, { prompt: COW });
    expect(publish).toHaveBeenCalledTimes(1);
    const told = publish.mock.calls[0]?.[0];
    expect(told).toMatchObject({ event_type: 'gateway.v2.event', session_id: 's1', turn_id: body.turn_id });
    expect(JSON.parse(JSON.stringify(told?.payload))).toEqual(body);
    const runtime = await host.house.resolve(TOKENS.plugins).runtime('memory');
    const kept = await runtime.eventsSince(0, 10);
    expect(kept.map(({ event }) => event)).toEqual([expect.objectContaining({ turn_id: body.turn_id })]);
  });

  it('of the first version is answered as then, with the way to the new one', async () => {
    await using host = await testHost(builtIn);
    const { headers, body } = await ask(host, { prompt: COW }, '/v1/orchestrate');
    expect(headers).toMatchObject({ deprecation: 'true', link: '</v2/orchestrate>; rel="successor-version"' });
    expect(body).toMatchObject({
      session_id: 's1',
      text: expect.stringContaining('cow'),
      visual_strokes: expect.arrayContaining([expect.objectContaining({ kind: 'setLyricsTrack' })]),
      timeline: { duration_ms: expect.any(Number) },
      quality_report: { ok: true },
    });
    expect(body.visual_patches.length).toBeGreaterThan(0);
    const again = await host.app.inject({
      method: 'POST',
      url: '/v1/brush/compile',
      payload: { strokes: body.visual_strokes },
    });
    expect(again.statusCode).toBe(200);
  });
});

describe('a follow-up', () => {
  it('patches the difference only, and moves the revision on', async () => {
    await using host = await testHost(builtIn);
    const first = (await ask(host, { prompt: COW })).body;
    const same = (await ask(host, { prompt: COW, base_revision: 1, intent: { rebuild: true } })).body;
    expect(same).toMatchObject({ base_revision: 1, revision: 2, patches: [] });
    expect(first.patches.length).toBeGreaterThan(0);
    const scene = (await host.app.inject({ url: '/v2/scenes/s1' })).json();
    expect(scene).toMatchObject({
      scene_id: 's1',
      scene: { revision: 2, entity_count: expect.any(Number) },
      script: same.script,
    });
  });

  it('goes on from the script that it is given, where a person has edited it', async () => {
    await using host = await testHost(builtIn);
    const { script } = (await ask(host, { prompt: 'a red ball on a meadow' })).body;
    const edited = script.replace('red ball', 'ball of mine');
    expect(edited).not.toBe(script);
    const { body } = await ask(host, { prompt: 'make the ball blue', script: edited });
    expect(body.script).toContain('ball of mine');
    expect(body.script).toContain('#0000ff');
  });

  it.each([5, 0])('on revision %i of a scene at 1 is a conflict that names both', async (base_revision) => {
    await using host = await testHost();
    await ask(host, { prompt: 'anything' });
    const { status, body } = await ask(host, { prompt: 'anything', base_revision });
    expect(status).toBe(409);
    expect(body.detail).toMatchObject({
      error: 'revision_conflict',
      expected_revision: 1,
      received_base_revision: base_revision,
    });
  });

  it('loses against another that was saved while it was being written', async () => {
    await using host = await testHost();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ask(host, { prompt: 'at once', base_revision: 0 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.detail).toMatchObject({
      expected_revision: 1,
      received_base_revision: 0,
    });
  });
});

describe('a provider', () => {
  it('gets a script that does not compile back with the diagnostics, and the turn says so', async () => {
    await using host = await withProvider(
      `async function* (request) { const told = request.failed?.diagnostics.length ?? 0; ${piecesOf(`told > 0 ? '${GOOD_SCRIPT}' : 'scene "x" { actr }'`)} }`,
    );
    const { status, body } = await ask(host, { prompt: 'x' });
    expect(status).toBe(200);
    expect(body.provider).toEqual({ id: 'odd', tries: 2, usage: null });
    expect(body.degrade_notes).toContainEqual(expect.stringContaining('repair'));
  });

  it.each([
    ['never compiles', `async function* () { ${piecesOf("'nonsense'")} }`, 502, 'provider_script_invalid'],
    ['throws', "async function* () { throw new Error('no'); }", 502, 'provider_failed'],
    ['gives nonsense', 'async function* () { yield 7; }', 502, 'provider_failed'],
    ['is no stream', '() => 7', 502, 'provider_failed'],
    ['never answers', 'async function* () { await new Promise(() => undefined); }', 504, 'provider_timeout'],
    [
      'never ends',
      "async function* () { for (;;) { yield { type: 'script', text: ' ' }; await new Promise((d) => setTimeout(d, 5)); } }",
      504,
      'provider_timeout',
    ],
    ['has no method', 'null', 503, 'provider_unavailable'],
  ])('that %s is named, and nothing is saved', async (_what, compose, status, error) => {
    await using host = await withProvider(compose);
    const answer = await ask(host, { prompt: 'x' });
    expect([answer.status, answer.body.detail.error, answer.body.detail.provider]).toEqual([status, error, 'odd']);
    expect((await host.app.inject({ url: '/v2/scenes/s1' })).statusCode).toBe(404);
    expect((await host.app.inject({ url: '/health' })).statusCode).toBe(200);
  });

  it('that fails is stood in for by the built-in one only if that is allowed, and by name', async () => {
    const provider = { id: 'odd', allowFallback: true, timeoutMs: 100, maxRepairs: 2 };
    await using host = await withProvider("async function* () { throw new Error('no'); }", { provider });
    const { status, body } = await ask(host, { prompt: COW });
    expect(status).toBe(200);
    expect(body.degrade_notes[0]).toBe('provider: heuristic instead of odd (provider_failed)');
  });

  it('that is not installed is said to be unavailable', async () => {
    await using host = await testHost({
      provider: { id: 'absent', allowFallback: false, timeoutMs: 100, maxRepairs: 2 },
    });
    const { status, body } = await ask(host, { prompt: 'x' });
    expect([status, body.detail.error]).toEqual([503, 'provider_unavailable']);
    expect(body.detail.cure).toContain('heuristic');
  });
});

describe('a store that cannot be used', () => {
  it('is 503 with its reason', async () => {
    await using host = await testHost({ runtime: { id: 'absent' } });
    const { status, body } = await ask(host, { prompt: 'x' });
    expect([status, body.detail.error, body.detail.code]).toEqual([503, 'runtime_unavailable', 'host/plugin-unknown']);
  });
});

describe('settings', () => {
  it('reach the plugin they are for', async () => {
    const folder = await writePlugins({});
    const file = join(folder, 'answers.json');
    await writeFile(file, JSON.stringify({ 'say hi': 'scene "Hi" {\n  say hi "Hi" at 0s\n}\n' }));
    await using host = await testHost({ pluginOptions: { 'provider/scripted': { file } } });
    expect((await ask(host, { prompt: 'say hi' })).body.text).toBe('Hi');
  });
});
