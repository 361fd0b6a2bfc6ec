import { pointer, tokensOf } from '../../plan/pointer.ts';

/** A part of a scene as v2 clients call it. Materials are no entities, so they have ids of their own. */
export interface Address {
  readonly of: 'entity' | 'material';
  readonly id: string;
  /** What an entity that is no actor is: `text`, `chart`, `camera`, … */
  readonly kind: string;
  /** `position`, `colors/body`; '' for the whole. */
  readonly property: string;
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
const SINGLES: readonly string[] = ['environment', 'camera', 'render', 'transition'];

export const RENDER = 'scene:render';

/** Null for a path that names no part of a scene. */
export function addressOf(path: string): Address | null {
  const [part = '', ...rest] = tokensOf(path) ?? [];
  if (SINGLES.includes(part)) return { of: 'entity', id: `scene:${part}`, kind: part, property: rest.join('/') };
  const [id, ...property] = rest;
  if (id === undefined) return null;
  const inside = property.join('/');
  if (part === 'materials') return { of: 'material', id, kind: 'material', property: inside };
  if (part === 'actors') return { of: 'entity', id, kind: 'actor', property: inside };
  const kind = KIND_OF[part];
  return kind === undefined ? null : { of: 'entity', id: `${part}:${id}`, kind, property: inside };
}

/** The collection that an entity of that kind lies in, and its name there. What is of no other kind is an actor. */
export function placeOf(entityId: string, kind: string): { readonly part: string; readonly id: string | null } {
  if (SINGLES.includes(kind)) return { part: kind, id: null };
  const part = Object.keys(KIND_OF).find((each) => KIND_OF[each] === kind) ?? 'actors';
  const prefix = `${part}:`;
  return { part, id: entityId.startsWith(prefix) ? entityId.slice(prefix.length) : entityId };
}

export function pathOf(entityId: string, kind: string, property = ''): string {
  const { part, id } = placeOf(entityId, kind);
  const inside = property === '' ? [] : property.split('/');
  return pointer(part, ...(id === null ? [] : [id]), ...inside);
}
