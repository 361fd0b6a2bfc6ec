import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../compile.ts';
import { cowOverMoon } from '../../plan/fixtures.ts';
import { perform } from '../../plan/perform.ts';
import { plan } from '../../plan/plan.ts';
import { randomModel } from '../../plan/random-model.ts';
import type { Timeline } from '../../plan/timeline.ts';
import { parseTimeline } from '../../plan/timeline-schema.ts';
import { fromV2Operations } from '../from-v2-operations.ts';
import { toV2Operations } from '../to-v2-operations.ts';
import { applyOperations } from './apply-operations.ts';
import { V2_LIMITS } from './limits.ts';
import { emptyV2Scene, v2SceneOf } from './scene.ts';
import { v2SceneFromJson, v2SceneSchema, v2SceneToJson } from './scene-json.ts';

const roomy = { ...V2_LIMITS, max_patch_ops_per_turn: 10_000, max_behaviors: 10_000 };
const actor = (entity_id: string, at_ms = 0) => ({
  op_id: `c-${entity_id}`,
  op: 'createEntity',
  at_ms,
  entity_id,
  kind: 'fish',
  data: { x: 10, y: 20 },
});
const glass = {
  op_id: 'm1',
  op: 'createMaterial',
  at_ms: 0,
  material_id: 'pane',
  data: { recipe_id: 'glass_refraction_like', uniforms: { ior: 1.2 } },
};
const behavior = {
  op_id: 'b1',
  op: 'createBehavior',
  at_ms: 0,
  behavior_id: 'swim',
  target_id: 'nemo',
  data: { type: 'timeline', property: 'opacity', value: 0.5 },
};
const refusalOf = (operations: readonly unknown[], options = {}) => {
  const applied = applyOperations(emptyV2Scene, operations, options);
  return applied.ok ? null : applied.refusal;
};

describe('I8 operations', () => {
  it('apply in the order (at_ms, op_id), whatever their order in the list', () => {
    const change = (op_id: string, at_ms: number, x: number) => ({
      op_id,
      at_ms,
      op: 'updateEntity',
      entity_id: 'nemo',
      changes: { x },
    });
    const applied = applyOperations(emptyV2Scene, [
      change('b', 5, 2),
      change('z', 1, 3),
      change('a', 5, 1),
      actor('nemo'),
    ]);
    if (!applied.ok) throw new Error(applied.refusal.code);
    expect(applied.applied).toEqual(['c-nemo', 'z', 'a', 'b']);
    expect(applied.scene.entities.get('nemo')?.data).toMatchObject({ x: 2 });
  });

  it('that were seen before are ignored, by name', () => {
    const applied = applyOperations(emptyV2Scene, [actor('nemo'), actor('nemo'), actor('dory')], {
      seen: new Set(['c-dory']),
    });
    expect(applied).toMatchObject({
      ok: true,
      applied: ['c-nemo'],
      warnings: ['op_duplicate_ignored:c-dory', 'op_duplicate_ignored:c-nemo'],
    });
  });

  it('are applied all or none, and what they are given stays as it is', () => {
    expect(refusalOf([actor('nemo'), { op_id: 'x', op: 'destroyEntity', at_ms: 1, entity_id: 'dory' }])).toMatchObject({
      code: 'unknown_entity_id',
      details: { op_id: 'x', entity_id: 'dory' },
    });
    expect(emptyV2Scene.entities.size).toBe(0);
  });

  it.each([
    ['unknown_entity_id', [{ op_id: 'x', op: 'updateEntity', at_ms: 0, entity_id: 'gone', changes: {} }]],
    ['unknown_entity_id', [behavior]],
    [
      'unknown_material_id',
      [actor('nemo'), { op_id: 'x', op: 'applyMaterial', at_ms: 0, entity_id: 'nemo', material_id: 'gone' }],
    ],
    [
      'unknown_material_id',
      [{ op_id: 'x', op: 'setUniform', at_ms: 0, material_id: 'gone', uniform: 'ior', value: 1 }],
    ],
    ['unknown_behavior_id', [{ op_id: 'x', op: 'updateBehavior', at_ms: 0, behavior_id: 'gone', changes: {} }]],
    ['unknown_recipe_id', [{ ...glass, data: { recipe_id: 'lava' } }]],
    ['unknown_uniform', [{ ...glass, data: { ...glass.data, uniforms: { heat: 1 } } }]],
    ['uniform_out_of_range', [{ ...glass, data: { ...glass.data, uniforms: { ior: 1.7 } } }]],
    [
      'uniform_out_of_range',
      [glass, { op_id: 'x', op: 'setUniform', at_ms: 9, material_id: 'pane', uniform: 'ior', value: 9 }],
    ],
    [
      'uniform_not_numeric',
      [glass, { op_id: 'x', op: 'setUniform', at_ms: 9, material_id: 'pane', uniform: 'ior', value: 'much' }],
    ],
    [
      'uniform_rate_limited',
      [
        glass,
        ...[0, 20].map((at_ms) => ({
          op_id: `u${at_ms}`,
          op: 'setUniform',
          at_ms,
          material_id: 'pane',
          uniform: 'ior',
          value: 1.3,
        })),
      ],
    ],
    ['invalid_trigger', [actor('nemo'), { op_id: 'x', op: 'trigger', at_ms: 0, target_id: 'nemo', action: '' }]],
    [
      'invalid_trigger',
      [actor('nemo'), { op_id: 'x', op: 'trigger', at_ms: 0, target_id: 'nemo', action: 'key', payload: {} }],
    ],
    [
      'unknown_trigger_target',
      [{ op_id: 'x', op: 'trigger', at_ms: 0, target_id: 'gone', action: 'click', payload: {} }],
    ],
    ['unsupported_op', [{ op_id: 'x', op: 'explode', at_ms: 0 }]],
    ['schema_validation_failed', [{ op_id: 'x', op: 'createEntity', at_ms: 0 }]],
    ['schema_validation_failed', [7]],
  ])('%s', (code, operations) => {
    expect(refusalOf(operations)?.code).toBe(code);
  });

  it.each([
    ['patch_ops_per_turn', { max_patch_ops_per_turn: 1 }, [actor('a'), actor('b')]],
    ['entities_2d', { max_entities_2d: 1 }, [actor('a'), actor('b')]],
    ['materials', { max_materials: 0 }, [glass]],
    ['behaviors', { max_behaviors: 0 }, [actor('nemo'), { ...behavior, at_ms: 1 }]],
    [
      'texture_dimension',
      { max_texture_dimension: 64 },
      [{ ...actor('a'), data: { texture: { width: 65, height: 1 } } }],
    ],
    [
      'texture_memory_mb',
      { max_texture_memory_mb: 1 },
      [{ ...actor('a'), data: { textures: [{ width: 1024, height: 1024 }] } }],
    ],
  ])('I9 more than the cap on %s are refused with cap, count and scope', (scope, limits, operations) => {
    const refusal = refusalOf(operations, { limits: { ...V2_LIMITS, ...limits } });
    const expected = { cap: Object.values(limits)[0], count: expect.any(Number), scope };
    expect(refusal).toEqual({ code: 'patch_budget_exceeded', details: expected });
  });

  it('I9 that tear down and build up a scene need the intent to rebuild', () => {
    const built = applyOperations(
      emptyV2Scene,
      ['a', 'b', 'c', 'd', 'e'].map((id) => actor(id)),
    );
    if (!built.ok) throw new Error(built.refusal.code);
    const churn = [
      { op_id: 'd1', op: 'destroyEntity', at_ms: 0, entity_id: 'a' },
      { op_id: 'd2', op: 'destroyEntity', at_ms: 0, entity_id: 'b' },
      actor('f', 1),
    ];
    expect(applyOperations(built.scene, churn)).toMatchObject({ ok: false, refusal: { code: 'suspicious_rebuild' } });
    expect(applyOperations(built.scene, churn, { intent: { rebuild: true } }).ok).toBe(true);
    expect(applyOperations(built.scene, churn.slice(0, 2)).ok).toBe(true);
  });

  it('never throw, whatever is sent', () => {
    const op = fc.record(
      {
        op_id: fc.string(),
        at_ms: fc.nat(),
        op: fc.constantFrom('createEntity', 'createMaterial', 'trigger', 'setUniform'),
        entity_id: fc.string(),
        material_id: fc.string(),
        target_id: fc.string(),
        kind: fc.string(),
        data: fc.jsonValue(),
        action: fc.jsonValue(),
        value: fc.jsonValue(),
        uniform: fc.string(),
      },
      { requiredKeys: ['op'] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(op, fc.jsonValue())), (operations) => {
        expect(typeof applyOperations(emptyV2Scene, operations).ok).toBe('boolean');
        const made = fromV2Operations(operations);
        if (made.ok) expect(parseTimeline(structuredClone(made.value)).ok).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('I10 a timeline', () => {
  const frameOf = ({ patches: _patches, machines: _machines, hash: _hash, version: _version, ...frame }: Timeline) =>
    frame;

  it('comes back from its operations, and gives the same operations again', () => {
    fc.assert(
      fc.property(randomModel, fc.constantFrom('2d' as const, '3d' as const), (model, mode) => {
        const timeline = plan(model, { mode }).value;
        fc.pre(parseTimeline(structuredClone(timeline)).ok);
        const made = fromV2Operations(toV2Operations(timeline), frameOf(timeline), {
          limits: roomy,
          intent: { rebuild: true },
        });
        if (!made.ok) throw new Error(JSON.stringify(made.refusal));
        expect(made.warnings).toEqual([]);
        expect(parseTimeline(structuredClone(made.value))).toMatchObject({ ok: true });
        expect(v2SceneToJson(v2SceneOf(made.value))).toEqual(v2SceneToJson(v2SceneOf(timeline)));
      }),
      { numRuns: 80 },
    );
  });

  it('of scenario A has the same patches again, at the same times', () => {
    const timeline = plan(cowOverMoon, { mode: '3d' }).value;
    const made = fromV2Operations(toV2Operations(timeline), frameOf(timeline));
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    const plain = ({ patches }: Timeline) =>
      patches.map(({ origin: _origin, ...patch }) => JSON.stringify(patch)).sort();
    expect(plain(made.value)).toEqual(plain(timeline));
  });

  it('plays what an agent sets off, as if a viewer had done it', () => {
    const script = `scene "Lamp" {
      actor bulb is lamp at (640, 360)
      states light {
        state dark { fade bulb to 0.4 over 300ms }
        state lit { fade bulb to 1 over 300ms  sound ding }
        when click bulb from dark go lit
        when signal "storm" go dark
      }
    }`;
    const timeline = compile(script, { mode: '2d' }).value;
    const press = { op_id: 'zz', at_ms: 900, op: 'trigger', target_id: 'bulb', action: 'click', payload: {} };
    const made = fromV2Operations([...toV2Operations(timeline), press], frameOf(timeline));
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    const pressed = perform(timeline, [{ at_ms: 900, trigger: { kind: 'click', target: 'bulb' } }]);
    expect(made.value.patches.filter(({ at_ms }) => at_ms >= 900)).toEqual(
      pressed.patches.filter(({ at_ms }) => at_ms >= 900),
    );
    expect(made.value.machines).toEqual(timeline.machines);
  });

  it('says what a renderer needs for it', () => {
    const timeline = plan(cowOverMoon, { mode: '3d' }).value;
    const { needs: _needs, ...frame } = frameOf(timeline);
    const made = fromV2Operations(toV2Operations(timeline), frame);
    expect(made.ok && made.value.needs).toEqual(timeline.needs);
  });

  it('is made from what an agent draws by itself, however little it says', () => {
    const made = fromV2Operations([
      actor('nemo'),
      { ...actor('sign'), kind: 'text', entity_id: 'texts:sign', data: { text: 'Hi' } },
      glass,
    ]);
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    expect(made.value.patches).toMatchObject([
      { path: '/materials/pane', value: { recipe: 'glass', uniforms: { ior: 1.2 } } },
      { path: '/actors/nemo', value: { kind: 'fish', position: { x: 10, y: 20, z: 0 }, animation: { name: 'swim' } } },
      { path: '/texts/sign', value: { text: 'Hi' } },
    ]);
    expect(parseTimeline(structuredClone(made.value)).ok).toBe(true);
  });

  it('is stored as plain JSON', () => {
    const scene = v2SceneOf(plan(cowOverMoon, { mode: '2d' }).value);
    const stored = v2SceneSchema.parse(JSON.parse(JSON.stringify(v2SceneToJson(scene))));
    expect(v2SceneFromJson(stored)).toEqual(scene);
  });
});
