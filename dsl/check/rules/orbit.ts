import type { NamedStatement } from '../../read/ast.ts';
import { clausesOf } from '../clauses.ts';
import type { Rule } from '../context.ts';
import { PLACEABLE } from '../resolve.ts';
import { happen, TIMED, targetOf } from './happening.ts';

const RADIUS = { what: 'radius', min: 0, max: 100_000 };
const FLATNESS = { what: 'flatness', min: 0, max: 2 };
const FULL_TURN = 360;
const USUAL_MS = 4000;

export const orbitRule: Rule<NamedStatement> = (statement, here, context) => {
  const fitting = [...TIMED, 'around', 'by', 'radius', 'flatness', 'over', 'ease'];
  const clauses = clausesOf(statement, fitting, here, context);
  const target = targetOf(statement, PLACEABLE, here, context);
  if (!clauses.has('around')) clauses.missing('around what');
  const around = clauses.place('around');
  const radius = clauses.number('radius', RADIUS, Number.NaN, ['px']);
  const flatness = clauses.number('flatness', FLATNESS, 1, ['%']);
  const by = clauses.angle('by', FULL_TURN);
  const timing = { duration_ms: clauses.duration('over', USUAL_MS), ease: clauses.ease('linear') };
  if (!target || !around) return null;
  const how = { around, radius: Number.isNaN(radius) ? null : radius, flatness, by };
  return happen({ kind: 'orbit', target: target.id, ...how, ...timing }, statement, clauses, here, context);
};
