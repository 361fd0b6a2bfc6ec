import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { V2_LIMITS } from '../../dsl/index.ts';
import type { Config } from '../config.ts';
import { type TestHost, testHost } from '../fixtures/test-host.ts';

const post = async (host: TestHost, url: string, payload: unknown) => {
  const answer = await host.app.inject({ method: 'POST', url, payload: payload as object });
  return { status: answer.statusCode, body: answer.json() };
};
const look = async (host: TestHost, scene = 's1') => (await host.app.inject({ url: `/v2/scenes/${scene}` })).json();
const operate = (host: TestHost, operations: readonly unknown[], more: object = {}, scene = 's1') =>
  post(host, `/v2/scenes/${scene}/operations`, { operations, ...more });
const errorOf = async (host: TestHost, operations: readonly unknown[], more: object = {}) => {
  const { status, body } = await operate(host, operations, more);
  return { status, ...body.detail };
};

const fish = (id: string, more: object = {}) => ({
  op_id: `create-${id}`,
  op: 'createEntity',
  at_ms: 0,
  entity_id: id,
  kind: 'fish',
  data: { x: 100, y: 200 },
  ...more,
});
const pane = {
  op_id: 'pane',
  op: 'createMaterial',
  at_ms: 0,
  material_id: 'pane',
  data: { recipe_id: 'glass_refraction_like' },
};
const swim = {
  op_id: 'swim',
  op: 'createBehavior',
  at_ms: 1,
  behavior_id: 'swim',
  target_id: 'nemo',
  data: { type: 'timeline', property: 'opacity', value: 0.5 },
};
const setIor = (op_id: string, at_ms: number, value: unknown) => ({
  op_id,
  op: 'setUniform',
  at_ms,
  material_id: 'pane',
  uniform: 'ior',
  value,
});

describe('operations on a scene', () => {
  it('move its revision on, and are in what is read', async () => {
    await using host = await testHost();
    const { status, body } = await operate(host, [swim, fish('nemo'), pane], { base_revision: 0 });
    expect(status).toBe(200);
    expect(body).toEqual({
      ok: true,
      scene_id: 's1',
      revision: 1,
      applied: ['create-nemo', 'pane', 'swim'],
      warnings: [],
    });
    expect(await look(host)).toMatchObject({
      scene: { revision: 1, material_count: 1, behavior_count: 1 },
      timeline: { patches: expect.arrayContaining([expect.objectContaining({ path: '/actors/nemo' })]) },
    });
  });

  it('that were applied are ignored when they come again, even on an older revision', async () => {
    await using host = await testHost();
    await operate(host, [fish('nemo')], { base_revision: 0 });
    const again = await operate(host, [fish('nemo')], { base_revision: 0 });
    expect(again.body).toMatchObject({
      ok: true,
      revision: 1,
      applied: [],
      warnings: ['op_duplicate_ignored:create-nemo'],
    });
    const more = await operate(host, [fish('nemo'), fish('dory')], { base_revision: 1 });
    expect(more.body).toMatchObject({
      revision: 2,
      applied: ['create-dory'],
      warnings: ['op_duplicate_ignored:create-nemo'],
    });
  });

  it('on another revision than the current one are a conflict that names both', async () => {
    await using host = await testHost();
    await operate(host, [fish('nemo')]);
    expect(await errorOf(host, [fish('dory')], { base_revision: 0 })).toMatchObject({
      status: 409,
      error: 'revision_conflict',
      expected_revision: 1,
      received_base_revision: 0,
    });
  });

  it('of many agents at once are won by one of them each time, and none is lost', async () => {
    await using host = await testHost({ runtime: { id: 'sqlite' } });
    const agents = Array.from({ length: 6 }, (_, index) => fish(`fish-${index}`));
    const insist = async (operation: unknown): Promise<number> => {
      const { status } = await operate(host, [operation]);
      return status === 409 ? insist(operation) : status;
    };
    expect(await Promise.all(agents.map(insist))).toEqual(agents.map(() => 200));
    const { scene, timeline } = await look(host);
    expect(scene.revision).toBe(agents.length);
    const paths = timeline.patches.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(agents.map(({ entity_id }) => `/actors/${entity_id}`)));
  });

  it.each([
    ['unknown_entity_id', [{ op_id: 'x', op: 'destroyEntity', at_ms: 0, entity_id: 'gone' }]],
    ['unknown_material_id', [setIor('x', 0, 1.2)]],
    ['unknown_behavior_id', [{ op_id: 'x', op: 'destroyBehavior', at_ms: 0, behavior_id: 'gone' }]],
    ['unknown_recipe_id', [{ ...pane, data: { recipe_id: 'lava' } }]],
    ['unknown_uniform', [{ ...pane, data: { ...pane.data, uniforms: { heat: 1 } } }]],
    ['uniform_out_of_range', [pane, setIor('x', 1, 7)]],
    ['uniform_not_numeric', [pane, setIor('x', 1, 'much')]],
    ['uniform_rate_limited', [pane, setIor('x', 1, 1.2), setIor('y', 11, 1.3)]],
    ['invalid_trigger', [fish('nemo'), { op_id: 'x', op: 'trigger', at_ms: 0, target_id: 'nemo', action: '' }]],
    [
      'unknown_trigger_target',
      [{ op_id: 'x', op: 'trigger', at_ms: 0, target_id: 'gone', action: 'click', payload: {} }],
    ],
    ['unsupported_op', [{ op_id: 'x', op: 'explode', at_ms: 0 }]],
    ['schema_validation_failed', [{ op_id: 'x', op: 'createEntity', at_ms: 0 }]],
  ])('%s: are refused whole, with 422', async (error, operations) => {
    await using host = await testHost();
    expect(await errorOf(host, operations)).toMatchObject({ status: 422, error });
    expect((await host.app.inject({ url: '/v2/scenes/s1' })).statusCode).toBe(404);
  });

  it.each([
    ['patch_ops_per_turn', { max_patch_ops_per_turn: 1 }],
    ['materials', { max_materials: 0 }],
    ['behaviors', { max_behaviors: 0 }],
    ['entities_2d', { max_entities_2d: 1 }],
  ])('over the cap on %s are refused with cap, count and scope', async (scope, limits) => {
    await using host = await testHost({ limits: { ...V2_LIMITS, ...limits } });
    expect(await errorOf(host, [fish('nemo'), pane, swim])).toMatchObject({
      status: 422,
      error: 'patch_budget_exceeded',
      cap: Object.values(limits)[0],
      count: expect.any(Number),
      scope,
    });
  });

  it('that tear most of a scene down and build it up need intent.rebuild', async () => {
    await using host = await testHost();
    await operate(host, [fish('a'), fish('b'), fish('c')]);
    const churn = [
      ...['a', 'b'].map((entity_id) => ({ op_id: `d-${entity_id}`, op: 'destroyEntity', at_ms: 0, entity_id })),
      fish('d'),
    ];
    expect(await errorOf(host, churn)).toMatchObject({ status: 422, error: 'suspicious_rebuild' });
    expect((await operate(host, churn, { intent: { rebuild: true } })).status).toBe(200);
  });

  it('stay when a prompt changes the scene, and go when one rebuilds it', async () => {
    await using host = await testHost({
      provider: { id: 'heuristic', allowFallback: false, timeoutMs: 5_000, maxRepairs: 2 },
    });
    const ask = async (prompt: string, more: object = {}) =>
      (await post(host, '/v2/orchestrate', { session_id: 's1', prompt, ...more })).body;
    await ask('a red ball on a meadow');
    await operate(host, [fish('nemo')]);
    const paths = ({ timeline }: { timeline: { patches: { path: string }[] } }) =>
      timeline.patches.map(({ path }) => path);
    const follow = await ask('make the ball blue');
    expect(paths(follow)).toContain('/actors/nemo');
    // The ball, and the line that spoke of a red one.
    expect(follow.patches.map(({ op }: { op: string }) => op)).toEqual(['updateEntity', 'updateEntity']);
    expect(paths(await ask('a red ball on a meadow', { intent: { rebuild: true } }))).not.toContain('/actors/nemo');
  });
});

describe('snapshots', () => {
  it('are listed, and restored as a new revision', async () => {
    await using host = await testHost();
    await operate(host, [fish('nemo')]);
    const taken = await post(host, '/v2/scenes/s1/snapshot', { snapshot_name: 'one fish', persist_artifact: false });
    expect(taken.body).toMatchObject({
      ok: true,
      artifact: null,
      snapshot: { scene_id: 's1', snapshot_name: 'one fish', revision: 1 },
    });
    const { snapshot } = taken.body;
    const before = await look(host);
    expect(before.snapshots).toEqual([snapshot]);
    await operate(host, [fish('dory')]);
    const restored = await post(host, '/v2/scenes/s1/restore', { snapshot_id: snapshot.snapshot_id });
    expect(restored.body).toMatchObject({ ok: true, revision: 3, restored: { ...snapshot.summary, revision: 3 } });
    expect((await look(host)).timeline).toEqual(before.timeline);
  });

  it.each(['/v2/scenes/s1/snapshot', '/v2/scenes/s1/restore'])('%s of what is not there is 404', async (url) => {
    await using host = await testHost();
    expect(await post(host, url, { snapshot_id: 'gone' })).toMatchObject({ status: 404 });
    await operate(host, [fish('nemo')]);
    if (url.endsWith('restore'))
      expect((await post(host, url, { snapshot_id: 'gone' })).body.detail.error).toBe('snapshot_not_found');
  });

  it('give back the scene as it was, whatever happened since', async () => {
    await using host = await testHost();
    const id = fc.constantFrom('nemo', 'dory', 'marlin');
    const create = id.map((entity_id) => fish(entity_id));
    const update = fc
      .tuple(id, fc.integer({ min: 0, max: 700 }))
      .map(([entity_id, x]) => ({ op: 'updateEntity', at_ms: 0, entity_id, changes: { x } }));
    const destroy = id.map((entity_id) => ({ op: 'destroyEntity', at_ms: 0, entity_id }));
    const steps = fc.array(fc.oneof(create, update, destroy), { maxLength: 6 });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(steps, steps, async (first, then) => {
        round += 1;
        const scene = `scene-${round}`;
        const play = async (operations: readonly object[], part: string) => {
          for (const [index, operation] of operations.entries())
            await operate(host, [{ ...operation, op_id: `${part}-${index}` }], { intent: { rebuild: true } }, scene);
        };
        await operate(host, [fish('coral')], {}, scene);
        await play(first, 'first');
        const { timeline, scene: before } = await look(host, scene);
        const { snapshot } = (await post(host, `/v2/scenes/${scene}/snapshot`, {})).body;
        await play(then, 'then');
        await post(host, `/v2/scenes/${scene}/restore`, { snapshot_id: snapshot.snapshot_id });
        const after = await look(host, scene);
        expect(after.timeline).toEqual(timeline);
        expect({ ...after.scene, revision: 0 }).toEqual({ ...before, revision: 0 });
      }),
      { numRuns: 15 },
    );
  });

  it('and acknowledged operations outlive the host', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'opencommotion-scenes-'));
    const kept: Partial<Config> = { dataDir, runtime: { id: 'sqlite' } };
    const read = async () => {
      await using host = await testHost(kept);
      return await look(host);
    };
    {
      await using host = await testHost(kept);
      await operate(host, [fish('nemo')]);
      await post(host, '/v2/scenes/s1/snapshot', { snapshot_name: 'kept' });
      await operate(host, [fish('dory')]);
    }
    expect(await read()).toMatchObject({ scene: { revision: 2 }, snapshots: [{ snapshot_name: 'kept' }] });
    await rm(dataDir, { recursive: true, force: true });
  });
});
