import type { ForStatement, NumberNode, Statement } from '../../read/ast.ts';
import { MAX_ROUNDS } from '../limits.ts';
import { declaredIn } from './declared-names.ts';
import type { Expansion } from './expansion.ts';
import { createRewriter } from './rewrite.ts';
import { roundScope, type Scope } from './scope.ts';

type ExpandBody = (body: readonly Statement[], scope: Scope, expansion: Expansion) => Statement[];

/**
 * Its rounds, one behind the other, as if they had been written out. What a round declares is called after the value of
 * the variable or, where that is no whole number from 0 on, after the number of the round.
 */
export function expandFor(
  statement: ForStatement,
  scope: Scope,
  expansion: Expansion,
  expandBody: ExpandBody,
): Statement[] {
  const { name, body, keyword } = statement;
  const from = limit(statement, 'from', scope, expansion);
  const to = limit(statement, 'to', scope, expansion);
  const by = limit(statement, 'by', scope, expansion);
  // Whatever is missing is reported by the rule for `for`; what was wrong has been.
  if (!name || !body || from === 'missing' || to === 'missing') return [{ ...statement, body: body && [] }];
  if (from === null || to === null || by === null) return [];
  const size = by === 'missing' ? 1 : Math.abs(by.value);
  if (size === 0) {
    expansion.report('dsl/no-result', keyword, { why: 'steps of 0 never arrive' }, scope);
    return [];
  }
  const step = to.value < from.value ? -size : size;
  // A hair more, so that from 0 to 1 by 0.1 does not miss its end.
  const asked = Math.floor((to.value - from.value) / step + 1e-9) + 1;
  const rounds = Math.min(asked, MAX_ROUNDS);
  if (asked > MAX_ROUNDS) {
    expansion.report('dsl/limit-rounds', keyword, { limit: MAX_ROUNDS, found: asked }, scope);
  }
  const counted = [from.value, step].every(Number.isInteger) && Math.min(from.value, to.value) >= 0;
  const declared = declaredIn(body);
  const expanded: Statement[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (!expansion.count(1, keyword)) break;
    const value = Number((from.value + round * step).toFixed(9));
    const inner = roundScope(scope, declared, String(counted ? value : round + 1));
    inner.values.set(name.text, { kind: 'number', value, unit: from.unit, span: name.span });
    for (const each of expandBody(body, inner, expansion)) expanded.push(each);
  }
  return expanded;
}

/** Null: there is something, but no number; that is reported. */
function limit(
  statement: ForStatement,
  clause: string,
  scope: Scope,
  expansion: Expansion,
): NumberNode | 'missing' | null {
  const found = statement.clauses.find(({ name }) => name === clause);
  if (!found) return 'missing';
  const { value, broken, keyword } = createRewriter(scope, expansion).clause(found, false);
  if (value?.kind === 'number') return value;
  if (!broken) expansion.report('dsl/wrong-value', keyword, { clause, expected: 'a number', found: '' }, scope);
  return null;
}
