import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Model } from '../check/model.ts';
import { actor, cowOverMoon, point } from '../plan/fixtures.ts';
import { plan } from '../plan/plan.ts';
import { randomModel } from '../plan/random-model.ts';
import { toV1Patches } from './to-v1-patches.ts';
import { changedOperations, toV2Operations } from './to-v2-operations.ts';
import { v1PatchSchema } from './v1-patch.ts';
import { type V2Operation, v2OperationSchema } from './v2-operation.ts';

const timelineOf = (model: Model, mode: '2d' | '3d' = '3d') => plan(model, { mode }).value;
const mode = fc.constantFrom('2d' as const, '3d' as const);

/** What a v2 client keeps: applies operations as contract.md says, and fails where it would answer 422. */
function play(operations: readonly V2Operation[], scene = new Map<string, unknown>()): Map<string, unknown> {
  const known = (key: string) => {
    if (!scene.has(key)) throw new Error(`unknown ${key}`);
    return key;
  };
  const merge = (key: string, changes: Readonly<Record<string, unknown>>) => {
    const before = scene.get(known(key)) as Readonly<Record<string, unknown>>;
    scene.set(key, Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null)));
  };
  const bare = (data: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
  for (const each of operations) {
    switch (each.op) {
      case 'createEntity':
        scene.set(`entity ${each.entity_id}`, bare({ ...each.data, entity_kind: each.kind }));
        break;
      case 'updateEntity':
        merge(`entity ${each.entity_id}`, each.changes);
        break;
      case 'destroyEntity':
        scene.delete(known(`entity ${each.entity_id}`));
        break;
      case 'createMaterial':
        scene.set(`material ${each.material_id}`, bare(each.data));
        break;
      case 'updateMaterial':
        merge(`material ${each.material_id}`, each.changes);
        break;
      case 'destroyMaterial':
        scene.delete(known(`material ${each.material_id}`));
        break;
      case 'applyMaterial':
        known(`material ${each.material_id}`);
        merge(`entity ${each.entity_id}`, { material: each.material_id });
        break;
      case 'createBehavior':
        known(`entity ${each.target_id}`);
        scene.set(`behavior ${each.behavior_id}`, bare(each.data));
        break;
      case 'updateBehavior':
        merge(`behavior ${each.behavior_id}`, each.changes);
        break;
      case 'destroyBehavior':
        scene.delete(known(`behavior ${each.behavior_id}`));
        break;
      default:
        throw new Error(`unexpected ${each.op}`);
    }
  }
  return scene;
}
const sorted = (scene: Map<string, unknown>) => Object.fromEntries([...scene].sort(([a], [b]) => (a < b ? -1 : 1)));

describe('v1', () => {
  it('I1 scenario A patches what its clients look for', () => {
    const paths = toV1Patches(timelineOf(cowOverMoon)).map(({ path }) => path);
    for (const path of [
      '/actors/cow',
      '/actors/moon',
      '/lyrics/words',
      '/fx/bouncing_ball',
      '/render/mode',
      '/environment/mood',
    ]) {
      expect(paths).toContain(path);
    }
  });
  it('I2 lengths are those of a stage of 720 × 360, words carry their times', () => {
    const patches = toV1Patches(timelineOf(cowOverMoon));
    const value = (path: string) => patches.find((patch) => patch.path === path)?.value;
    expect(value('/actors/cow')).toMatchObject({ x: 129.375, y: 260, type: 'cow' });
    expect(value('/actors/cow/motion')).toMatchObject({ start_ms: 1120, duration_ms: 2600, easing: 'in-out-cubic' });
    expect(value('/lyrics/words')).toMatchObject({
      start_ms: 560,
      items: [{ text: 'The', at_ms: 560 }, {}, {}, {}, {}, {}],
    });
  });
  it('I1 every patch of every timeline has the shape of the contract and keeps the order of time', () => {
    fc.assert(
      fc.property(randomModel, mode, (model, reading) => {
        const patches = toV1Patches(timelineOf(model, reading));
        expect(z.array(v1PatchSchema).safeParse(patches).success).toBe(true);
        expect(patches.map(({ at_ms }) => at_ms)).toEqual(patches.map(({ at_ms }) => at_ms).sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });
});

describe('v2', () => {
  it('I3 operations have the shape of the contract, come in the order (at_ms, op_id), and no name comes twice', () => {
    fc.assert(
      fc.property(randomModel, mode, (model, reading) => {
        const operations = toV2Operations(timelineOf(model, reading));
        expect(z.array(v2OperationSchema).safeParse(operations).success).toBe(true);
        expect(operations).toEqual(operations.toSorted((a, b) => a.at_ms - b.at_ms || (a.op_id < b.op_id ? -1 : 1)));
        expect(new Set(operations.map(({ op_id }) => op_id)).size).toBe(operations.length);
      }),
      { numRuns: 60 },
    );
  });
  it('I5 names are the same for the same timeline, and apart for another turn', () => {
    const timeline = timelineOf(cowOverMoon);
    const names = (salt?: string) => toV2Operations(timeline, salt).map(({ op_id }) => op_id);
    expect(names()).toEqual(names());
    expect(names('turn-2').filter((name) => names().includes(name))).toEqual([]);
  });
  it('I4 a turn that changes nothing sends nothing', () => {
    expect(changedOperations(timelineOf(cowOverMoon), timelineOf(structuredClone(cowOverMoon)))).toEqual([]);
  });
  it('I4 a follow-up sends only the difference', () => {
    const more: Model = {
      ...cowOverMoon,
      actors: [
        ...cowOverMoon.actors.map((each) => (each.id === 'cow' ? { ...each, colors: { body: '#ff0000' } } : each)),
        actor('tree', 'tree', point(1000, 400)),
      ],
    };
    const operations = changedOperations(timelineOf(cowOverMoon), timelineOf(more));
    expect(operations.map(({ op_id, at_ms, ...rest }) => rest)).toMatchObject([
      { op: 'createEntity', entity_id: 'tree', kind: 'tree' },
      { op: 'updateEntity', entity_id: 'cow', changes: { colors: { body: '#ff0000' } } },
    ]);
  });
  it('I4 the difference turns one scene into the other, for any two', () => {
    fc.assert(
      fc.property(randomModel, randomModel, mode, (one, two, reading) => {
        const [before, after] = [timelineOf(one, reading), timelineOf(two, reading)];
        const scene = play(changedOperations(before, after), play(toV2Operations(before)));
        expect(sorted(scene)).toEqual(sorted(play(toV2Operations(after))));
      }),
      { numRuns: 100 },
    );
  });
});
