import type { NamedStatement, PairStatement } from '../../read/ast.ts';
import { choose } from '../choose.ts';
import { type Clauses, clausesOf } from '../clauses.ts';
import type { Context, Here, Rule } from '../context.ts';
import type { Place } from '../model.ts';
import { resolvePlace } from '../places.ts';
import { findThing, PLACEABLE } from '../resolve.ts';
import { ACTOR_KINDS } from '../vocabulary/actor-kinds.ts';
import { DEFAULT_EASE } from '../vocabulary/eases.ts';
import { named } from './declaring.ts';
import { happen, TIMED, targetOf } from './happening.ts';

const MOVE_MS = 1000;
const CURVES = ['line', 'spline', 'arc', 'loop'] as const;
const BEND = { what: 'bend', min: -10_000, max: 10_000 };
const USUAL_BEND = 120;
const SHARE = { what: 'opacity', min: 0, max: 1 };
const FACTOR = { what: 'scale', min: 0.01, max: 50 };

const timing = (clauses: Clauses, byDefault = MOVE_MS) => ({
  duration_ms: clauses.duration('over', byDefault),
  ease: clauses.ease(DEFAULT_EASE),
});

export const moveRule: Rule<NamedStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, [...TIMED, 'to', 'through', 'over', 'ease', 'along', 'bend'], here, context);
  const target = targetOf(statement, PLACEABLE, here, context);
  if (!clauses.has('to') && !clauses.has('through')) clauses.missing('where to');
  const through = [...placesOf(clauses, here, context)];
  const to = clauses.place('to');
  if (to) through.push(to);
  const curve = clauses.choice('along', CURVES, clauses.has('bend') ? 'arc' : through.length > 1 ? 'spline' : 'line');
  const bend = clauses.number('bend', BEND, curve === 'arc' ? USUAL_BEND : 0, ['px']);
  const times = timing(clauses);
  if (!target || through.length === 0) return null;
  return happen({ kind: 'move', target: target.id, through, curve, bend, ...times }, statement, clauses, here, context);
};

function placesOf(clauses: Clauses, here: Here, context: Context): Place[] {
  const value = clauses.get('through')?.value;
  if (value?.kind !== 'places') return [];
  return value.places.map((place) => resolvePlace(place, here, context)).filter((place) => place !== null);
}

export const fadeRule: Rule<NamedStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, [...TIMED, 'to', 'in', 'out', 'over', 'ease'], here, context);
  const target = targetOf(statement, PLACEABLE, here, context);
  const to = clauses.has('in') ? 1 : clauses.has('out') ? 0 : clauses.number('to', SHARE, Number.NaN, ['%']);
  if (Number.isNaN(to) && !clauses.has('to')) clauses.missing('how far: in, out or to a share');
  const times = timing(clauses);
  if (!target || Number.isNaN(to)) return null;
  return happen({ kind: 'fade', target: target.id, to, ...times }, statement, clauses, here, context);
};

export const growRule: Rule<NamedStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, [...TIMED, 'to', 'over', 'ease'], here, context);
  const target = targetOf(statement, PLACEABLE, here, context);
  if (!clauses.has('to')) clauses.missing('to what scale');
  const to = clauses.number('to', FACTOR, Number.NaN, ['%']);
  const times = timing(clauses);
  if (!target || Number.isNaN(to)) return null;
  return happen({ kind: 'scale', target: target.id, to, ...times }, statement, clauses, here, context);
};

export const turnRule: Rule<NamedStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, [...TIMED, 'by', 'over', 'ease'], here, context);
  const target = targetOf(statement, PLACEABLE, here, context);
  if (!clauses.has('by')) clauses.missing('by how much');
  const by = clauses.angle('by', Number.NaN);
  const times = timing(clauses);
  if (!target || Number.isNaN(by)) return null;
  return happen({ kind: 'turn', target: target.id, by, ...times }, statement, clauses, here, context);
};

export const animateRule: Rule<PairStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, TIMED, here, context);
  const target = targetOf(statement, ['actor'], here, context);
  if (!statement.word) clauses.missing('which animation');
  if (!target || !statement.word) return null;
  const known = ACTOR_KINDS[target.kind ?? '']?.animations;
  const animation = known ? choose('dsl/unknown-animation', statement.word, known, context) : null;
  if (animation === null) return null;
  return happen({ kind: 'animate', target: target.id, animation }, statement, clauses, here, context);
};

export const applyRule: Rule<NamedStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, [...TIMED, 'to'], here, context);
  const name = named(statement, context);
  const none = name?.text === 'none';
  const material = name && !none ? findThing(name, ['material'], here, context) : null;
  const value = clauses.get('to')?.value;
  if (!clauses.has('to')) clauses.missing('to which actor');
  else if (value?.kind !== 'named-place' || value.relation) {
    const params = { clause: 'to', expected: 'the name of an actor', found: '' };
    if (value) context.report('dsl/wrong-value', value.span, params);
  } else {
    const target = findThing(value.name, ['actor'], here, context);
    if (!target || (!material && !none)) return null;
    const deed = { kind: 'apply', target: target.id, material: material?.id ?? null } as const;
    return happen(deed, statement, clauses, here, context);
  }
  return null;
};
