import type { HoldingStatement } from '../../read/ast.ts';
import { clausesOf } from '../clauses.ts';
import type { Rule } from '../context.ts';
import { declaredHere, firstDeclaration, named } from './declaring.ts';

const CLAUSES = ['at', 'scale', 'rotation', 'opacity', 'origin'];

/**
 * Members stay where they are on the stage; `at` is the middle about which they turn and grow. What came from a prefab
 * has an origin of its own, (0, 0), which lies `at` that place.
 */
export const groupRule: Rule<HoldingStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, CLAUSES, here, context);
  const name = named(statement, context);
  if (!statement.body && !statement.broken) {
    context.report('dsl/missing-block', statement.keyword, { statement: 'group' });
  }
  if (!name || !statement.body || !declaredHere(statement, here, context, clauses.has('origin') ? 'use' : 'group'))
    return null;
  const first = firstDeclaration(name, context);
  const own = clauses.place('origin');
  const at = clauses.place('at') ?? context.middle(here);
  const middle = context.middle(here);
  const origin = own?.kind === 'point' ? own : at.kind === 'point' ? at : middle;
  if (first) {
    context.draft.groups.push({
      id: name.text,
      only: here.only,
      span: statement.span,
      group: here.group,
      origin: { x: origin.x, y: origin.y, z: origin.z },
      at,
      scale: clauses.number('scale', { what: 'scale', min: 0.01, max: 50 }, 1, ['%']),
      rotation: clauses.angle('rotation', 0),
      opacity: clauses.number('opacity', { what: 'opacity', min: 0, max: 1 }, 1, ['%']),
    });
  }
  const inside = { ...here, group: first ? name.text : here.group, centred: here.centred || own !== null };
  for (const each of statement.body) context.visit(each, inside);
  return null;
};
