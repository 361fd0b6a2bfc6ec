import { type Diagnostic, diagnose, type Span } from '../../diagnostics.ts';
import type { HoldingStatement, Script, Statement } from '../../read/ast.ts';
import { read } from '../../read/read.ts';
import type { Surroundings } from '../surroundings.ts';
import { declaredIn } from './declared-names.ts';
import { rootScope, type Scope } from './scope.ts';

export interface Prefab {
  readonly name: string;
  readonly body: readonly Statement[];
  /** Where it was written: what it can see besides what it declares itself. */
  readonly scope: Scope;
  /** From a file of the library. */
  readonly library: boolean;
}

export interface Prefabs {
  /** Null: there is none. What is wrong with a file of the library is reported where it is used first. */
  readonly find: (name: string, usedAt: Span) => Prefab | null;
  readonly names: () => readonly string[];
}

export const isPrefab = (statement: Statement): statement is HoldingStatement => statement.kind === 'prefab';

/** The prefabs of the script, then those of the library. Of the library only what is used is read. */
export function createPrefabs(
  own: readonly HoldingStatement[],
  scope: Scope,
  { prefabs: library = {} }: Surroundings,
  diagnostics: Diagnostic[],
): Prefabs {
  const known = new Map<string, Prefab>();
  const add = (statement: HoldingStatement, where: Scope, fromLibrary: boolean) => {
    const { name, body } = statement;
    if (!name || !body) return;
    const before = known.get(name.text);
    if (before && !fromLibrary && !before.library) {
      const line = String(before.body[0]?.span.line ?? name.span.line);
      diagnostics.push(diagnose('dsl/duplicate-name', name.span, { name: name.text, line }));
    }
    if (!before) known.set(name.text, { name: name.text, body, scope: where, library: fromLibrary });
  };
  for (const statement of own) add(statement, scope, false);
  const opened = new Set<string>();

  const open = (name: string, usedAt: Span) => {
    opened.add(name);
    const script = read(library[name] ?? '');
    for (const diagnostic of script.diagnostics) diagnostics.push({ ...diagnostic, span: usedAt, cures: [] });
    const where = rootScope(declaredIn([]));
    for (const statement of script.value.statements) if (isPrefab(statement)) add(statement, where, true);
  };

  return {
    find(name, usedAt) {
      if (!known.has(name) && !opened.has(name) && Object.hasOwn(library, name)) open(name, usedAt);
      return known.get(name) ?? null;
    },
    names: () => [...new Set([...known.keys(), ...Object.keys(library)])],
  };
}

/** The prefabs that a script uses, also those within its own prefabs: what a host has to look up in its library. */
export function prefabsOf(script: Script): readonly string[] {
  const used = new Set<string>();
  const walk = (statements: readonly Statement[]) => {
    for (const statement of statements) {
      if (statement.kind === 'use' && statement.name) used.add(statement.name.text);
      if ('body' in statement && statement.body) walk(statement.body);
    }
  };
  walk(script.statements);
  return [...used];
}
