import { isMotion } from '../../plan/motion.ts';
import type { MaterialState, Patch, Timeline } from '../../plan/timeline.ts';
import { wireRecipe, wireUniform } from '../wire-materials.ts';
import { addressOf, RENDER } from './address.ts';

export type Members = Readonly<Record<string, unknown>>;

export interface V2Entity {
  readonly at_ms: number;
  readonly kind: string;
  readonly data: Members;
}
export interface V2Material {
  readonly at_ms: number;
  readonly data: Members;
}
export interface V2Behavior {
  readonly at_ms: number;
  readonly target_id: string;
  readonly data: Members;
}
/** What an agent has set off; `perform` plays it. */
export interface V2Trigger {
  readonly at_ms: number;
  readonly target_id: string;
  readonly action: string;
  readonly payload: Members;
}

/** A timeline as v2 clients see it: entities, materials, and behaviours that hang on entities. */
export interface V2Scene {
  readonly entities: ReadonlyMap<string, V2Entity>;
  readonly materials: ReadonlyMap<string, V2Material>;
  readonly behaviors: ReadonlyMap<string, V2Behavior>;
  /** The material each entity ends with. */
  readonly applied: ReadonlyMap<string, { readonly at_ms: number; readonly material_id: string }>;
  readonly triggers: readonly V2Trigger[];
}

export const emptyV2Scene: V2Scene = {
  entities: new Map(),
  materials: new Map(),
  behaviors: new Map(),
  applied: new Map(),
  triggers: [],
};

/**
 * Whole things become entities, what changes them later becomes behaviours (`parametric_motion` for a way through
 * space, `timeline` for anything else, `state_machine` for what viewers set off), so that two scenes can be compared
 * thing by thing. How long a thing stays is part of its data (`until_ms`): it is not destroyed when its time is over,
 * so that a later turn can still change it.
 */
export function v2SceneOf(timeline: Timeline): V2Scene {
  const entities = new Map<string, V2Entity>();
  const materials = new Map<string, V2Material>();
  const behaviors = new Map<string, V2Behavior>();
  const applied = new Map<string, { at_ms: number; material_id: string }>();
  const counts = new Map<string, number>();
  const behave = (owner: string, target_id: string, at_ms: number, property: string, data: Members) => {
    const series = `${owner}.${property}`;
    const count = (counts.get(series) ?? 0) + 1;
    counts.set(series, count);
    behaviors.set(`${series}#${count}`, { at_ms, target_id, data });
  };

  for (const patch of timeline.patches) {
    const address = addressOf(patch.path);
    if (!address) continue;
    const { id, kind, property } = address;
    const { at_ms } = patch;
    if (address.of === 'material') {
      if (property === '' && patch.op !== 'remove') materials.set(id, { at_ms, data: materialData(patch) });
      else if (materials.has(id))
        behave(`materials:${id}`, RENDER, at_ms, property, { ...change(property, patch), material_id: id });
      continue;
    }
    const known = entities.get(id);
    // What happens to a thing that is not there is nothing.
    if (property !== '' && !known) continue;
    if (property === 'material') {
      if (typeof patch.value === 'string') applied.set(id, { at_ms, material_id: patch.value });
      else applied.delete(id);
    } else if (property !== '' || (known && patch.op !== 'remove'))
      behave(id, id, at_ms, property, change(property, patch));
    else if (patch.op !== 'remove') {
      const data = patch.value as Members;
      entities.set(id, { at_ms, kind: typeof data.kind === 'string' && kind === 'actor' ? data.kind : kind, data });
    } else if (known) entities.set(id, { ...known, data: { ...known.data, until_ms: at_ms } });
  }
  for (const { id, ...machine } of timeline.machines)
    behaviors.set(`machine:${id}`, { at_ms: 0, target_id: RENDER, data: { type: 'state_machine', id, ...machine } });
  return { entities, materials, behaviors, applied, triggers: [] };
}

function change(property: string, { value, at_ms }: Patch): Members {
  const spatial = property === 'position' || property === 'focus';
  if (isMotion(value)) return { type: spatial ? 'parametric_motion' : 'timeline', property, motion: value };
  return { type: 'timeline', property, at_ms, value };
}

function materialData({ value }: Patch): Members {
  const { recipe, uniforms } = value as MaterialState;
  const settings = Object.entries(uniforms).map(([name, setting]) => [wireUniform(name), setting]);
  return { recipe_id: wireRecipe(recipe), uniforms: Object.fromEntries(settings) };
}
