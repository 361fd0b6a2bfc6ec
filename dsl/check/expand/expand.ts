import type { Diagnostic } from '../../diagnostics.ts';
import type { HoldingStatement, NamedStatement, Statement } from '../../read/ast.ts';
import type { Surroundings } from '../surroundings.ts';
import { declaredIn } from './declared-names.ts';
import { expandFor } from './expand-for.ts';
import { expandUse, isValue } from './expand-use.ts';
import { createExpansion, type Expansion, placeOf } from './expansion.ts';
import { createPrefabs, isPrefab } from './prefabs.ts';
import { createRewriter } from './rewrite.ts';
import { rewriteStatement } from './rewrite-statement.ts';
import { blockScope, rootScope, type Scope } from './scope.ts';

interface Expanded {
  readonly statements: Statement[];
  /** The diagnostics as the author of the scene can use them. */
  readonly report: (diagnostics: readonly Diagnostic[]) => Diagnostic[];
}

/** What is wrong in a file of the library cannot be cured in the scene. */
function ofLibrary(diagnostic: Diagnostic, { libraryUses }: Expansion): Diagnostic {
  const name = libraryUses.get(placeOf(diagnostic.span));
  if (name === undefined) return diagnostic;
  return { ...diagnostic, message: `In the prefab \`${name}\`: ${diagnostic.message}`, cures: [] };
}

/**
 * Writes a scene out: variables and formulas become literals, rounds of `for` and uses of prefabs statements, and names
 * full names. What comes out holds no `let`, `for`, `prefab`, `param` or `use`, but for those that make no sense.
 * `beside` are the statements that stand beside the scene.
 */
export function expand(
  scene: readonly Statement[],
  beside: readonly Statement[],
  surroundings: Surroundings,
  diagnostics: Diagnostic[],
): Expanded {
  const scope = rootScope(declaredIn(scene));
  const own = [...beside, ...scene].filter((statement): statement is HoldingStatement => isPrefab(statement));
  const prefabs = createPrefabs(own, scope, surroundings, diagnostics);
  const expansion = createExpansion(prefabs, seedOf(scene), diagnostics);
  for (const statement of beside) if (statement.kind === 'let') expandLet(statement, scope, expansion);
  const statements = expandBody(scene, scope, expansion);
  return { statements, report: (each) => oncePerPlace(each.map((one) => ofLibrary(one, expansion))) };
}

/** Chance is needed before the settings are checked; a seed that is no plain number is reported there. */
function seedOf(scene: readonly Statement[]): number {
  for (const statement of scene) if (statement.kind === 'seed') return Math.floor(statement.value?.value ?? 1);
  return 1;
}

function expandBody(body: readonly Statement[], scope: Scope, expansion: Expansion): Statement[] {
  const expanded: Statement[] = [];
  for (const statement of body) {
    if (!expansion.count(1, statement.keyword)) break;
    for (const each of expandStatement(statement, scope, expansion)) expanded.push(each);
  }
  return expanded;
}

function expandStatement(statement: Statement, scope: Scope, expansion: Expansion): Statement[] {
  expansion.turnTo(statement);
  switch (statement.kind) {
    case 'let':
      return expandLet(statement, scope, expansion);
    case 'for':
      return expandFor(statement, scope, expansion, expandBody);
    case 'use':
      return expandUse(statement, scope, expansion, expandBody);
    case 'prefab':
      // Those at the top have been collected; the rule for `prefab` says what the others lack.
      if (!statement.name || !statement.body) return [statement];
      if (scope.outer !== null) {
        const where = 'at the top of the scene, beside it or in the library';
        expansion.report('dsl/misplaced', statement.keyword, { statement: 'prefab', where }, scope);
      }
      return [];
    default: {
      const rewritten = rewriteStatement(statement, scope, expansion);
      if (!('body' in statement) || !statement.body || !('body' in rewritten)) return [rewritten];
      const inner = blockScope(scope);
      return [{ ...rewritten, body: expandBody(statement.body, inner, expansion) }];
    }
  }
}

function expandLet(statement: NamedStatement, scope: Scope, expansion: Expansion): Statement[] {
  const { name, clauses } = statement;
  const be = clauses.find((clause) => clause.name === 'be');
  if (!name || !be) return [statement];
  const { value } = createRewriter(scope, expansion).clause(be, false);
  const before = scope.values.get(name.text);
  if (before) {
    const line = String(before.span.line);
    expansion.report('dsl/duplicate-name', name.span, { name: name.text, line }, scope);
  } else if (value && isValue(value)) scope.values.set(name.text, value);
  // A variable that could not be worked out is not missing.
  else scope.values.set(name.text, { kind: 'number', value: 0, unit: '', span: name.span });
  return [];
}

/** The same mistake in many rounds is one. Names and numbers differ from round to round. */
export function oncePerPlace(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const once = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const said = diagnostic.message.replace(/(?:[\p{L}\p{N}_'#-]+\.)+(?=[\p{L}_])|#?-?\d+(?:\.\d+)?/gu, '');
    const key = `${diagnostic.span.offset} ${diagnostic.span.length} ${diagnostic.code} ${said}`;
    if (!once.has(key)) once.set(key, diagnostic);
  }
  return [...once.values()];
}
