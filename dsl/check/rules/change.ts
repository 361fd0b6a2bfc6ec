import type { ClauseNode, NamedStatement, NameNode, PairStatement } from '../../read/ast.ts';
import { choose } from '../choose.ts';
import { type Clauses, clausesOf } from '../clauses.ts';
import { type Context, type Here, type Rule, SCENE_START } from '../context.ts';
import type { PropertyValue } from '../model.ts';
import type { Role, Thing } from '../names.ts';
import { findThing } from '../resolve.ts';
import { ACTOR_KINDS } from '../vocabulary/actor-kinds.ts';
import { DEFAULT_EASE } from '../vocabulary/eases.ts';
import { MATERIAL_RECIPES } from '../vocabulary/material-recipes.ts';
import { PROPERTIES, type Property } from '../vocabulary/properties.ts';
import { named } from './declaring.ts';
import { happen, TIMED } from './happening.ts';

const CHANGEABLE = Object.keys(PROPERTIES).filter((role): role is Role => role !== 'camera');
export const CHANGE_MS = 1000;

/** A thing whose properties can change, or the camera. */
export function changeable(name: NameNode, here: Here, context: Context): Thing | 'camera' | null {
  return name.text === 'camera' ? 'camera' : findThing(name, CHANGEABLE, here, context);
}

export const idOf = (thing: Thing | 'camera') => (thing === 'camera' ? thing : thing.id);

/** All properties that a thing has, by the names that a script gives them. */
export function propertiesOf(thing: Thing | 'camera'): Readonly<Record<string, Property>> {
  if (thing === 'camera') return PROPERTIES.camera ?? {};
  const own = (thing.role && PROPERTIES[thing.role]) ?? {};
  if (thing.role === 'actor') {
    const slots = Object.keys(ACTOR_KINDS[thing.kind ?? '']?.colors ?? {});
    const color = (slot: string) => ({ type: 'color', is: `colors.${slot}`, min: 0, max: 1 }) as const;
    const [first] = slots;
    return {
      ...Object.fromEntries(slots.map((slot) => [slot, color(slot)])),
      ...(first !== undefined && { color: color(first) }),
      ...own,
    };
  }
  if (thing.role !== 'material') return own;
  const uniforms = Object.entries(MATERIAL_RECIPES[thing.kind ?? ''] ?? {});
  return Object.fromEntries(
    uniforms.map(([name, { min, max }]) => [name, { type: 'number', is: `uniforms.${name}`, min, max }]),
  );
}

/** The property of that name, or null; that is reported, unless nobody knows what the thing is. */
export function propertyOf(name: NameNode, thing: Thing | 'camera', context: Context): Property | null {
  const known = propertiesOf(thing);
  if (Object.keys(known).length === 0) return null;
  const found = choose('dsl/unknown-property', name, Object.keys(known), context);
  return (found !== null && known[found]) || null;
}

/** A clause read as the value of a property. Null when it is none; that is reported. */
export function propertyValue(clause: ClauseNode, clauses: Clauses, property: Property): PropertyValue | null {
  const { name } = clause;
  const range = { what: name === 'to' ? property.is.replace(/^.*\./, '') : name, min: property.min, max: property.max };
  switch (property.type) {
    case 'place':
      return clauses.place(name);
    case 'color':
      return clauses.color(name, null);
    case 'angle':
      return orNull(clauses.angle(name, Number.NaN));
    case 'share':
    case 'number':
      return orNull(clauses.number(name, range, Number.NaN, property.type === 'share' ? ['%'] : ['%', 'px']));
  }
}

const orNull = (value: number) => (Number.isNaN(value) ? null : value);

export const changeRule: Rule<PairStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, [...TIMED, 'to', 'over', 'ease'], here, context);
  const name = named(statement, context);
  const thing = name && changeable(name, here, context);
  if (!statement.word) clauses.missing('what of it');
  const clause = clauses.get('to');
  if (!clause) clauses.missing('to what');
  const timing = { duration_ms: clauses.duration('over', CHANGE_MS), ease: clauses.ease(DEFAULT_EASE) };
  if (!thing || !statement.word || !clause) return null;
  const property = propertyOf(statement.word, thing, context);
  const to = property && propertyValue(clause, clauses, property);
  if (!property || to === null) return null;
  const deed = { kind: 'change', target: idOf(thing), property: property.is, to, ...timing } as const;
  return happen(deed, statement, clauses, here, context);
};

const REVEALED: readonly Role[] = ['chart', 'drawing', 'text'];

/** Charts grow, drawings are drawn, texts are written. Until then there is nothing of them, unless they say so. */
export const revealRule: Rule<NamedStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, [...TIMED, 'to', 'over', 'ease'], here, context);
  const name = named(statement, context);
  const thing = name && findThing(name, REVEALED, here, context);
  const to = clauses.number('to', { what: 'progress', min: 0, max: 1 }, 1, ['%']);
  const timing = { duration_ms: clauses.duration('over', CHANGE_MS), ease: clauses.ease(DEFAULT_EASE) };
  if (!thing) return null;
  if (!context.draft.revealed.has(thing.id)) {
    context.draft.revealed.add(thing.id);
    // Texts have no beginning of their own in the model.
    const hidden = { kind: 'change', target: thing.id, property: 'progress', to: 0 } as const;
    const { only, span } = thing;
    if (thing.role === 'text') {
      context.act({ ...hidden, duration_ms: 0, ease: 'linear' }, null, SCENE_START, only, span);
    }
  }
  const deed = { kind: 'change', target: thing.id, property: 'progress', to, ...timing } as const;
  return happen(deed, statement, clauses, here, context);
};
