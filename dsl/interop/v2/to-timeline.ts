import { contentHash } from '../../plan/canonical-json.ts';
import { DEFAULT_STAGE } from '../../plan/empty-state.ts';
import { machineSchema } from '../../plan/machine-schema.ts';
import { TOP } from '../../plan/opening.ts';
import { schemaFor } from '../../plan/patch-places.ts';
import { perform } from '../../plan/perform.ts';
import { pointer } from '../../plan/pointer.ts';
import { type Machine, type Patch, TIMELINE_VERSION, type Timeline } from '../../plan/timeline.ts';
import { ownRecipe, ownUniform } from '../wire-materials.ts';
import { pathOf, placeOf } from './address.ts';
import { stateOf } from './entity-state.ts';
import { recipeOf } from './material-guard.ts';
import { needsOfPatches } from './needs.ts';
import type { Members, V2Behavior, V2Entity, V2Scene } from './scene.ts';
import { happeningOf } from './trigger-guard.ts';

/** What entities do not say: stage, seed, title, words. */
export type V2Frame = Omit<Timeline, 'version' | 'patches' | 'machines' | 'needs' | 'hash'> &
  Partial<Pick<Timeline, 'needs'>>;

export interface FromV2 {
  readonly value: Timeline;
  /** `entity_not_drawable:ID`, `behavior_not_playable:ID`. */
  readonly warnings: readonly string[];
}

const BREATH_MS = 800;
export const PLAIN_FRAME: V2Frame = {
  title: 'A scene',
  mode: '2d',
  seed: 1,
  quality: null,
  stage: DEFAULT_STAGE,
  duration_ms: 0,
  alignment: 'measured',
  lines: [],
  words: [],
};

/** The timeline of a v2 scene: the inverse of `v2SceneOf`, and of whatever agents have made of that. */
export function timelineOfV2Scene(scene: V2Scene, frame: V2Frame = PLAIN_FRAME): FromV2 {
  const warnings: string[] = [];
  const patches: Patch[] = [];
  const add = (at_ms: number, op: Patch['op'], path: string, value?: unknown) =>
    patches.push({ at_ms, op, path, ...(op === 'remove' ? {} : { value }), origin: TOP });

  for (const [id, { at_ms, data }] of scene.materials) add(at_ms, 'add', pointer('materials', id), materialState(data));
  for (const [id, entity] of scene.entities) {
    const state = stateOf(id, entity, frame.stage);
    const path = pathOf(id, entity.kind);
    if (state === null || schemaFor(path, 'add') === null) warnings.push(`entity_not_drawable:${id}`);
    else {
      add(entity.at_ms, 'add', path, state);
      const { until_ms } = entity.data;
      if (typeof until_ms === 'number' && placeOf(id, entity.kind).id !== null) add(until_ms, 'remove', path);
    }
  }
  for (const [id, { at_ms, material_id }] of scene.applied) {
    const entity = scene.entities.get(id);
    if (entity) add(at_ms, 'replace', pathOf(id, entity.kind, 'material'), material_id);
  }
  const machines: Machine[] = [];
  for (const [id, behavior] of scene.behaviors) {
    const done = behavior.data.type === 'state_machine' ? machineOf(behavior, machines) : playOf(behavior, scene, add);
    if (!done) warnings.push(`behavior_not_playable:${id}`);
  }
  patches.sort((a, b) => a.at_ms - b.at_ms);
  const latest = patches.reduce((last, { at_ms }) => Math.max(last, at_ms), 0);
  const bare = {
    ...frame,
    version: TIMELINE_VERSION,
    duration_ms: Math.max(frame.duration_ms, frame.duration_ms > 0 ? 0 : latest + BREATH_MS),
    needs: frame.needs ?? needsOfPatches(patches),
    machines,
    patches,
  } satisfies Omit<Timeline, 'hash'>;
  const value = { ...bare, hash: contentHash(bare) };
  return { value: scene.triggers.length > 0 ? perform(value, scene.triggers.map(happeningOf)) : value, warnings };
}

function materialState(data: Members): Members {
  const uniforms = Object.entries(Object(data.uniforms)).map(([name, value]) => [ownUniform(name), value]);
  return { recipe: ownRecipe(String(recipeOf(data))), uniforms: Object.fromEntries(uniforms) };
}

function machineOf({ data }: V2Behavior, machines: Machine[]): boolean {
  const { type: _type, ...machine } = data;
  const parsed = machineSchema.safeParse(machine);
  if (parsed.success) machines.push(parsed.data as Machine);
  return parsed.success;
}

type Add = (at_ms: number, op: Patch['op'], path: string, value: unknown) => unknown;

function playOf({ at_ms, target_id, data }: V2Behavior, scene: V2Scene, add: Add): boolean {
  const entity: V2Entity | undefined = scene.entities.get(target_id);
  const { property = '', material_id, motion, value } = data;
  if (!entity || typeof property !== 'string') return false;
  const inside = property === '' ? '' : `/${property}`;
  const path =
    typeof material_id === 'string'
      ? `${pointer('materials', material_id)}${inside}`
      : pathOf(target_id, entity.kind, property);
  const carried = motion ?? value;
  if (schemaFor(path, 'replace')?.safeParse(carried).success !== true) return false;
  add(at_ms, 'replace', path, carried);
  return true;
}
