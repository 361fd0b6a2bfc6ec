import { readdir } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { TOKENS } from '../container.ts';
import { testHost } from '../fixtures/test-host.ts';

const TURN = '/v2/orchestrate';
const JSON_TYPE = { 'content-type': 'application/json' };
const turn = (body: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ session_id: 's', prompt: 'x', ...body });

const bodies: readonly (readonly [string, string, string, number, string])[] = [
  ['nothing', TURN, '', 400, 'invalid_json'],
  ['no JSON', TURN, '{"session_id": ', 400, 'invalid_json'],
  ['a list', TURN, '[]', 422, 'schema_validation_failed'],
  ['a number', TURN, '7', 422, 'schema_validation_failed'],
  ['null', TURN, 'null', 422, 'schema_validation_failed'],
  ['no prompt', TURN, '{"session_id":"s"}', 422, 'schema_validation_failed'],
  ['no session', TURN, '{"prompt":"x"}', 422, 'schema_validation_failed'],
  ['a blank prompt', TURN, turn({ prompt: '  ' }), 422, 'schema_validation_failed'],
  ['a number for a prompt', TURN, turn({ prompt: 7 }), 422, 'schema_validation_failed'],
  ['a prompt of 4001 characters', TURN, turn({ prompt: 'x'.repeat(4001) }), 422, 'prompt_too_long'],
  ['a session with a NUL', TURN, turn({ session_id: 'a\u0000b' }), 422, 'schema_validation_failed'],
  ['a revision that is none', TURN, turn({ base_revision: -1 }), 422, 'schema_validation_failed'],
  ['half a revision', TURN, turn({ base_revision: 0.5 }), 422, 'schema_validation_failed'],
  ['a mode that is none', TURN, turn({ capabilities: { mode: '4d' } }), 422, 'schema_validation_failed'],
  ['a scene above its folder', TURN, turn({ scene_id: '../../etc/passwd' }), 422, 'invalid_scene_id'],
  ['a scene that is two dots', TURN, turn({ scene_id: '..' }), 422, 'invalid_scene_id'],
  ['a scene with a slash', TURN, turn({ scene_id: 'a/b' }), 422, 'invalid_scene_id'],
  ['a scene of 129 characters', TURN, turn({ scene_id: 'a'.repeat(129) }), 422, 'invalid_scene_id'],
  ['a poisoned prototype', TURN, '{"__proto__":{"polluted":1},"session_id":"s","prompt":"x"}', 400, 'invalid_json'],
  ['more than a megabyte', TURN, turn({ prompt: 'x'.repeat(1_100_000) }), 413, 'body_too_large'],
  ['no script', '/v2/check', '{"script":""}', 400, 'script_required'],
  ['a script that is a number', '/v2/compile', '{"script":1}', 422, 'schema_validation_failed'],
  [
    'an alignment that is none',
    '/v2/compile',
    '{"script":"x","alignment":{"lines":{"a":{"words":7}}}}',
    422,
    'schema_validation_failed',
  ],
  ['lines that are none', '/v2/speech', '{"lines":[{"id":1}]}', 422, 'schema_validation_failed'],
  [
    'a line called __proto__',
    '/v2/speech',
    '{"lines":[{"id":"__proto__","text":"a"}]}',
    422,
    'schema_validation_failed',
  ],
];

describe('a body with', () => {
  it.each(bodies)('%s is refused with a code', async (_what, url, payload, status, error) => {
    await using host = await testHost();
    const answer = await host.app.inject({ method: 'POST', url, headers: JSON_TYPE, payload });
    expect([answer.statusCode, answer.json().detail.error]).toEqual([status, error]);
    expect(answer.payload).not.toMatch(/\n?\s+at .*\.(ts|js):\d+/);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect((await readdir(host.folder)).sort()).toEqual(['data']);
  });

  it('another type than JSON is 415', async () => {
    await using host = await testHost();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const headers = { 'content-type': type };
      const answer = await host.app.inject({ method: 'POST', url: TURN, headers, payload: turn({}) });
      expect([answer.statusCode, answer.json().detail.error], type).toEqual([415, 'unsupported_media_type']);
    }
  });

  it('issues tells where each is', async () => {
    await using host = await testHost();
    const { detail } = (
      await host.app.inject({ method: 'POST', url: TURN, headers: JSON_TYPE, payload: '{"prompt":7}' })
    ).json();
    expect(detail).toMatchObject({ schema: 'POST /v2/orchestrate', context: 'body' });
    expect(detail.issues.map(({ path }: { path: string }) => path).sort()).toEqual(['/prompt', '/session_id']);
  });

  it('lone surrogates and odd characters in the prompt is a prompt like any other', async () => {
    await using host = await testHost({
      provider: { id: 'heuristic', allowFallback: false, timeoutMs: 5_000, maxRepairs: 2 },
    });
    for (const prompt of ['\\ud800', '\\u0000\\u0001', '💥'.repeat(500), '"}{"', '\\u202e<script>alert(1)</script>']) {
      const payload = `{"session_id":"s","prompt":${prompt.includes('\\') ? `"${prompt}"` : JSON.stringify(prompt)}}`;
      const answer = await host.app.inject({ method: 'POST', url: TURN, headers: JSON_TYPE, payload });
      expect(answer.statusCode, prompt).toBe(200);
    }
  });
});

const paths: readonly (readonly [string, string, number])[] = [
  ['GET', '/nothing', 404],
  ['GET', '/v2/nothing', 404],
  ['PUT', '/health', 404],
  ['GET', '/v2/orchestrate', 404],
  ['GET', '/%zz', 400],
  ['GET', '/../package.json', 404],
  ['GET', '/..%2fpackage.json', 404],
  ['GET', '/%2e%2e/%2e%2e/etc/passwd', 404],
  ['GET', '/v2/scenes/..%2f..%2fsettings', 422],
  ['GET', '/v2/scenes/nobody', 404],
  ['GET', '/v2/examples/..%2f..%2fpackage', 404],
  ['GET', '/v2/examples/nobody', 404],
  ['GET', '/plugins/renderer/three/index.ts', 404],
  ['GET', '/plugins/renderer/nobody/index.js', 404],
  ['GET', '/plugins/renderer/three/..%2f..%2f..%2fpackage.json', 404],
  ['GET', `/v2/examples/${'a'.repeat(90)}`, 404],
  ['GET', `/v2/examples/${'a'.repeat(120)}`, 404],
];

describe('a path', () => {
  it.each(paths)('%s %s is %i in the shape of an error', async (method, url, status) => {
    await using host = await testHost();
    const answer = await host.app.inject({ method: method as 'GET', url });
    expect(answer.statusCode).toBe(status);
    expect(answer.json().detail).toMatchObject({
      error: expect.stringMatching(/^[a-z_]+$/),
      message: expect.any(String),
    });
  });
});

describe('what the host does not understand of itself', () => {
  it('is 500 with an id and nothing more', async () => {
    await using host = await testHost();
    vi.spyOn(host.house.resolve(TOKENS.examples), 'list').mockRejectedValue(new Error('a private detail'));
    const answer = await host.app.inject({ url: '/v2/examples' });
    expect([answer.statusCode, answer.json().detail]).toEqual([
      500,
      { error: 'internal_error', message: expect.any(String), id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    ]);
    expect(answer.payload).not.toContain('private');
  });
});
