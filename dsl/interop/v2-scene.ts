import { isMotion } from '../plan/motion.ts';
import { tokensOf } from '../plan/pointer.ts';
import type { Patch, Timeline } from '../plan/timeline.ts';

type Members = Readonly<Record<string, unknown>>;

/** A timeline as v2 clients see it: entities, materials, and behaviours that hang on entities. */
export interface V2Scene {
  readonly entities: ReadonlyMap<string, { readonly at_ms: number; readonly kind: string; readonly data: Members }>;
  readonly materials: ReadonlyMap<string, { readonly at_ms: number; readonly data: Members }>;
  readonly behaviors: ReadonlyMap<
    string,
    { readonly at_ms: number; readonly target_id: string; readonly data: Members }
  >;
  /** The material each entity ends with. */
  readonly applied: ReadonlyMap<string, { readonly at_ms: number; readonly material_id: string }>;
}

/** Entities that are not actors carry their collection in their name, so that an actor may be called `camera`. */
const KIND_OF: Readonly<Record<string, string>> = {
  texts: 'text',
  groups: 'group',
  charts: 'chart',
  drawings: 'drawing',
  pictures: 'picture',
  sounds: 'sound',
  lights: 'light',
  lyrics: 'lyrics',
  fx: 'fx',
};
const SINGLES = new Set(['environment', 'camera', 'render', 'transition']);

/**
 * Whole things become entities, what changes them later becomes behaviours (`parametric_motion` for a way through
 * space, `timeline` for anything else), so that two scenes can be compared thing by thing. How long a thing stays is
 * part of its data: it is not destroyed when its time is over, so that a later turn can still change it.
 */
export function v2SceneOf(timeline: Timeline): V2Scene {
  const entities = new Map<string, { at_ms: number; kind: string; data: Members }>();
  const materials = new Map<string, { at_ms: number; data: Members }>();
  const behaviors = new Map<string, { at_ms: number; target_id: string; data: Members }>();
  const applied = new Map<string, { at_ms: number; material_id: string }>();
  const counts = new Map<string, number>();

  for (const patch of timeline.patches) {
    const address = addressOf(patch);
    if (!address) continue;
    const { entity_id, kind, property } = address;
    if (kind === 'material') {
      if (property === null && patch.op !== 'remove')
        materials.set(entity_id, { at_ms: patch.at_ms, data: patch.value as Members });
    } else if (property === null) {
      const known = entities.get(entity_id);
      if (patch.op === 'remove') {
        if (known) entities.set(entity_id, { ...known, data: { ...known.data, until_ms: patch.at_ms } });
      } else {
        const data = patch.value as Members;
        entities.set(entity_id, {
          at_ms: patch.at_ms,
          kind: typeof data.kind === 'string' && kind === 'actor' ? data.kind : kind,
          data,
        });
      }
    } else if (property === 'material') {
      if (typeof patch.value === 'string') applied.set(entity_id, { at_ms: patch.at_ms, material_id: patch.value });
      else applied.delete(entity_id);
    } else {
      const series = `${entity_id}.${property}`;
      const count = (counts.get(series) ?? 0) + 1;
      counts.set(series, count);
      const data = behaviorData(property, patch);
      behaviors.set(`${series}#${count}`, { at_ms: patch.at_ms, target_id: entity_id, data });
    }
  }
  return { entities, materials, behaviors, applied };
}

function addressOf({ path }: Patch): { entity_id: string; kind: string; property: string | null } | null {
  const [part = '', ...rest] = tokensOf(path) ?? [];
  if (SINGLES.has(part)) return { entity_id: `scene:${part}`, kind: part, property: rest[0] ?? null };
  const [id, property = null] = rest;
  if (id === undefined) return null;
  if (part === 'actors') return { entity_id: id, kind: 'actor', property };
  if (part === 'materials') return { entity_id: id, kind: 'material', property };
  return { entity_id: `${part}:${id}`, kind: KIND_OF[part] ?? part, property };
}

function behaviorData(property: string, { value, at_ms }: Patch): Members {
  const spatial = property === 'position' || property === 'focus';
  if (isMotion(value)) return { type: spatial ? 'parametric_motion' : 'timeline', property, motion: value };
  return { type: 'timeline', property, at_ms, value };
}
