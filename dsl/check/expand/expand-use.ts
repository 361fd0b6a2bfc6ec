import type { Span } from '../../diagnostics.ts';
import type { ClauseNode, NamedStatement, NameNode, NumberNode, Statement } from '../../read/ast.ts';
import { MAX_PREFABS } from '../limits.ts';
import { declaredIn } from './declared-names.ts';
import { type Expansion, placeOf } from './expansion.ts';
import type { Prefab } from './prefabs.ts';
import { createRewriter } from './rewrite.ts';
import { fullName, placed, type Scope, type Value } from './scope.ts';

type ExpandBody = (body: readonly Statement[], scope: Scope, expansion: Expansion) => Statement[];

/** A group of what the prefab holds, its origin where `use` says. */
export function expandUse(
  statement: NamedStatement,
  scope: Scope,
  expansion: Expansion,
  expandBody: ExpandBody,
): Statement[] {
  const { name, keyword } = statement;
  if (!name) return [statement];
  const clauses = statement.clauses.map((clause) => createRewriter(scope, expansion).clause(clause, false));
  const as = clauses.find((clause) => clause.name === 'as')?.value;
  const full = as?.kind === 'name' ? as.text : fullName(name.text, scope);
  const span = placed(statement.span, scope);
  const called: NameNode = { kind: 'name', text: full, span: as?.span ?? placed(name.span, scope) };
  const prefab = expansion.prefabs.find(name.text, span);
  if (!prefab) {
    expansion.reportUnknown('dsl/unknown-prefab', name.text, name.span, expansion.prefabs.names, scope);
    // So that nobody complains about what would have been in it.
    return [{ kind: 'unknown', span, keyword: span, clauses: [], broken: true, words: [full] }];
  }
  if (scope.using.includes(prefab.name)) {
    const names = [...scope.using.slice(scope.using.indexOf(prefab.name)), prefab.name].join(' → ');
    expansion.report('dsl/prefab-cycle', name.span, { names }, scope);
    return [];
  }
  if (scope.using.length >= MAX_PREFABS) {
    const found = scope.using.length + 1;
    expansion.report('dsl/limit-nesting', name.span, { limit: MAX_PREFABS, found }, scope);
    return [];
  }
  const inner: Scope = {
    outer: prefab.scope,
    values: new Map(),
    declared: declaredIn(prefab.body),
    prefix: `${full}.`,
    suffix: '',
    using: [...scope.using, prefab.name],
    reportedAt: scope.reportedAt ?? (prefab.library ? statement.span : null),
  };
  if (inner.reportedAt) expansion.libraryUses.set(placeOf(inner.reportedAt), prefab.name);
  setParams(statement, prefab, { scope, inner }, expansion);
  const body = expandBody(
    prefab.body.filter(({ kind }) => kind !== 'param'),
    inner,
    expansion,
  );
  const kept = clauses.filter((clause) => clause.name !== 'as' && fits(clause, scope, expansion));
  const group = { kind: 'group', name: called, clauses: [...kept, origin(span)], body } as const;
  return [{ ...group, span, keyword: placed(keyword, scope), broken: statement.broken }];
}

const FITTING: readonly string[] = ['at', 'scale', 'rotation', 'opacity'];

/** The group that comes of it has the same clauses, but must not be blamed for others. */
function fits({ name, keyword, span, broken, value }: ClauseNode, scope: Scope, expansion: Expansion): boolean {
  if (FITTING.includes(name)) return true;
  const { offset, length } = span;
  const cures = [{ title: 'Remove it', edits: [{ offset, length, text: '' }] }];
  const word = value?.kind === 'time' ? 'a time' : name;
  if (!broken) expansion.report('dsl/unknown-clause', keyword, { word, statement: 'use' }, scope, cures);
  return false;
}

/** The coordinates of a prefab are around (0, 0). */
function origin(span: Span): ClauseNode {
  const zero: NumberNode = { kind: 'number', value: 0, unit: '', span };
  return {
    name: 'origin',
    keyword: span,
    value: { kind: 'point', x: zero, y: zero, z: null, span },
    span,
    broken: false,
  };
}

const CALLED: Readonly<Record<Value['kind'], string>> = {
  number: 'a number',
  text: 'a text in quotes',
  hash: 'a colour',
  name: 'a word or a colour by name',
  list: 'a list',
};
/** Colours have names too. */
const family = (kind: Value['kind']) => (kind === 'hash' ? 'name' : kind);

interface Between {
  readonly scope: Scope;
  readonly inner: Scope;
}

/** What is not set in the braces of `use` is as the prefab says. */
function setParams(statement: NamedStatement, prefab: Prefab, { scope, inner }: Between, expansion: Expansion): void {
  const outside = createRewriter(scope, expansion);
  const given = new Map<string, Value>();
  const params = prefab.body.filter((each): each is NamedStatement => each.kind === 'param');
  const names = params.flatMap(({ name }) => (name ? [name.text] : []));
  for (const { name, value } of statement.entries ?? []) {
    if (!names.includes(name.text)) {
      expansion.reportUnknown('dsl/unknown-param', name.text, name.span, () => names, scope);
    }
    const set = value && outside.value(value);
    if (set) given.set(name.text, set);
  }
  for (const { name, clauses, keyword } of params) {
    if (!name) continue;
    const be = clauses.find((clause) => clause.name === 'be');
    const written = be && createRewriter(inner, expansion).clause(be, false).value;
    const usual = written && isValue(written) ? written : null;
    const set = given.get(name.text);
    if (set && usual && family(set.kind) !== family(usual.kind)) {
      const params = { clause: name.text, expected: CALLED[usual.kind], found: '' };
      expansion.report('dsl/wrong-value', set.span, params, scope);
    }
    const fits = set && (!usual || family(set.kind) === family(usual.kind));
    const value = fits ? set : usual;
    if (value) inner.values.set(name.text, value);
    else if (!statement.broken && !be?.broken) {
      const params = { statement: 'use', part: `its \`${name.text}\``, form: `{ ${name.text} … }` };
      expansion.report('dsl/missing-part', placed(be ? keyword : statement.keyword, scope), params, scope);
    }
  }
}

export const isValue = (node: { readonly kind: string }): node is Value =>
  ['number', 'text', 'hash', 'name', 'list'].includes(node.kind);
