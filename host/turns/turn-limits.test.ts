import { describe, expect, it } from 'vitest';
import { V2_LIMITS } from '../../dsl/index.ts';
import { readConfig } from '../config.ts';
import { type TestHost, testHost } from '../fixtures/test-host.ts';

const builtIn = { provider: { id: 'heuristic', allowFallback: false, timeoutMs: 5_000, maxRepairs: 2 } };
const ask = async (host: TestHost, prompt: string, more: object = {}) => {
  const payload = { session_id: 's1', prompt, ...more };
  const answer = await host.app.inject({ method: 'POST', url: '/v2/orchestrate', payload });
  return { status: answer.statusCode, body: answer.json() };
};
const COW = 'A cow jumps over the moon';
const OTHER = 'Three red balloons rise over a city at night';

describe('a turn', () => {
  it.each([
    ['entities_2d', { max_entities_2d: 2 }],
    ['patch_ops_per_turn', { max_patch_ops_per_turn: 2 }],
    ['behaviors', { max_behaviors: 1 }],
  ])('that is over the cap on %s is refused, and nothing is saved', async (scope, limits) => {
    await using host = await testHost({ ...builtIn, limits: { ...V2_LIMITS, ...limits } });
    const { status, body } = await ask(host, COW);
    expect(status).toBe(422);
    expect(body.detail).toMatchObject({
      error: 'patch_budget_exceeded',
      cap: Object.values(limits)[0],
      count: expect.any(Number),
      scope,
    });
    expect((await host.app.inject({ url: '/v2/scenes/s1' })).statusCode).toBe(404);
  });

  it('that puts another scene in the place of the first warns, or is refused to who does not want that', async () => {
    await using host = await testHost(builtIn);
    await ask(host, COW);
    const refused = await ask(host, OTHER, { intent: { rebuild: false } });
    expect([refused.status, refused.body.detail?.error]).toEqual([422, 'suspicious_rebuild']);
    const warned = await ask(host, OTHER);
    expect(warned.body.warnings).toContainEqual(expect.stringMatching(/^suspicious_rebuild/));
    const meant = await ask(host, COW, { intent: { rebuild: true } });
    expect(meant.body.warnings).not.toContainEqual(expect.stringMatching(/^suspicious_rebuild/));
  });

  it('has the caps of the contract unless a variable says otherwise', async () => {
    expect(readConfig({}, '/').limits).toEqual(V2_LIMITS);
    const names = Object.keys(V2_LIMITS).map((name) => `OPENCOMMOTION_V2_${name.toUpperCase()}`);
    const { limits } = readConfig(Object.fromEntries(names.map((name) => [name, '7'])), '/');
    expect(new Set(Object.values(limits))).toEqual(new Set([7]));
    expect(() => readConfig({ OPENCOMMOTION_V2_MAX_MATERIALS: 'lots' }, '/')).toThrow(/MAX_MATERIALS.*whole number/);
    await using host = await testHost({ limits });
    expect((await host.app.inject({ url: '/v2/runtime/capabilities' })).json().limits).toEqual(limits);
  });
});
