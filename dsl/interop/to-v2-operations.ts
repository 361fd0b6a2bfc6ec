import { canonicalJson, contentHash } from '../plan/canonical-json.ts';
import type { Timeline } from '../plan/timeline.ts';
import { emptyV2Scene, type V2Scene, v2SceneOf } from './v2/scene.ts';
import type { V2Change, V2Operation } from './v2-operation.ts';

/**
 * Everything of a timeline as operations on an empty v2 scene, ordered by (`at_ms`, `op_id`). Equal timelines give
 * equal `op_id`s. `salt` (a turn's id, say) keeps the names of two turns apart, for an `op_id` seen before is ignored.
 */
export function toV2Operations(timeline: Timeline, salt = ''): V2Operation[] {
  return named(differences(emptyV2Scene, v2SceneOf(timeline)), timeline.hash + salt);
}

/** Only what turns the scene of `before` into that of `after`: what a follow-up turn sends. Empty for equal scenes. */
export function changedOperations(before: Timeline, after: Timeline, salt = ''): V2Operation[] {
  return named(differences(v2SceneOf(before), v2SceneOf(after)), before.hash + after.hash + salt);
}

/** The same between two scenes of which at least one is no timeline any more, for agents have patched it. */
export function operationsBetween(before: V2Scene, after: V2Scene, salt: string): V2Operation[] {
  return named(differences(before, after), salt);
}

const equal = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

function differences(before: V2Scene, after: V2Scene): V2Change[] {
  return [
    ...behaviorChanges(before, after),
    ...entityChanges(before, after),
    ...materialChanges(before, after),
    ...appliedChanges(before, after),
  ];
}

/** An entity whose kind changes is made anew, and everything that hangs on it too. */
const stays = (id: string, before: V2Scene, after: V2Scene): boolean =>
  before.entities.get(id)?.kind === after.entities.get(id)?.kind;

function behaviorChanges(before: V2Scene, after: V2Scene): V2Change[] {
  const gone = [...before.behaviors]
    .filter(([id, { target_id }]) => !after.behaviors.has(id) || !stays(target_id, before, after))
    .map(([behavior_id]): V2Change => ({ at_ms: 0, op: 'destroyBehavior', behavior_id }));
  const made = [...after.behaviors].flatMap(([behavior_id, { at_ms, target_id, data }]): V2Change[] => {
    const known = stays(target_id, before, after) ? before.behaviors.get(behavior_id) : undefined;
    if (!known) return [{ at_ms, op: 'createBehavior', behavior_id, target_id, data }];
    return equal(known.data, data)
      ? []
      : [{ at_ms, op: 'updateBehavior', behavior_id, changes: changed(known.data, data) }];
  });
  return [...gone, ...made];
}

function entityChanges(before: V2Scene, after: V2Scene): V2Change[] {
  const gone = [...before.entities]
    .filter(([id, { kind }]) => after.entities.get(id)?.kind !== kind)
    .map(([entity_id]): V2Change => ({ at_ms: 0, op: 'destroyEntity', entity_id }));
  const made = [...after.entities].flatMap(([entity_id, { at_ms, kind, data }]): V2Change[] => {
    const known = before.entities.get(entity_id);
    if (!known || known.kind !== kind) return [{ at_ms, op: 'createEntity', entity_id, kind, data }];
    return equal(known.data, data)
      ? []
      : [{ at_ms, op: 'updateEntity', entity_id, changes: changed(known.data, data) }];
  });
  return [...gone, ...made];
}

function materialChanges(before: V2Scene, after: V2Scene): V2Change[] {
  const gone = [...before.materials.keys()]
    .filter((id) => !after.materials.has(id))
    .map((material_id): V2Change => ({ at_ms: 0, op: 'destroyMaterial', material_id }));
  const made = [...after.materials].flatMap(([material_id, { at_ms, data }]): V2Change[] => {
    const known = before.materials.get(material_id);
    if (!known) return [{ at_ms, op: 'createMaterial', material_id, data }];
    return equal(known.data, data)
      ? []
      : [{ at_ms, op: 'updateMaterial', material_id, changes: changed(known.data, data) }];
  });
  return [...gone, ...made];
}

function appliedChanges(before: V2Scene, after: V2Scene): V2Change[] {
  const off = [...before.applied.keys()]
    .filter((id) => !after.applied.has(id) && after.entities.has(id) && stays(id, before, after))
    .map((entity_id): V2Change => ({ at_ms: 0, op: 'updateEntity', entity_id, changes: { material: null } }));
  const on = [...after.applied].flatMap(([entity_id, { at_ms, material_id }]): V2Change[] =>
    before.applied.get(entity_id)?.material_id === material_id && stays(entity_id, before, after)
      ? []
      : [{ at_ms, op: 'applyMaterial', entity_id, material_id }],
  );
  return [...off, ...on];
}

/** The members that differ; one that is gone becomes null. */
function changed(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return Object.fromEntries(
    keys.filter((key) => !equal(before[key] ?? null, after[key] ?? null)).map((key) => [key, after[key] ?? null]),
  );
}

/** Within one moment things go before they come, and come before what hangs on them. */
const PHASES: readonly V2Change['op'][] = [
  'destroyBehavior',
  'destroyEntity',
  'destroyMaterial',
  'createMaterial',
  'updateMaterial',
  'setUniform',
  'createEntity',
  'updateEntity',
  'applyMaterial',
  'createBehavior',
  'updateBehavior',
  'trigger',
];

function named(changes: readonly V2Change[], salt: string): V2Operation[] {
  return changes
    .map((change, at): V2Operation => {
      const phase = String(PHASES.indexOf(change.op)).padStart(2, '0');
      const op_id = `${phase}-${String(at).padStart(5, '0')}-${contentHash([salt, change]).slice(0, 12)}`;
      return { op_id, ...change };
    })
    .sort((a, b) => a.at_ms - b.at_ms || (a.op_id < b.op_id ? -1 : 1));
}
