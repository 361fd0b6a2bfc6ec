import type { Statement, StatementKind } from '../../read/ast.ts';

export interface DeclaredNames {
  readonly here: ReadonlySet<string>;
  /** Declared in the rounds of a `for` in it: from here they have a number. */
  readonly inRounds: ReadonlySet<string>;
}

/** Statements whose name is a new one. */
export const DECLARING: ReadonlySet<StatementKind> = new Set<StatementKind>([
  ...(['actor', 'text', 'light', 'material', 'say', 'beat', 'group', 'chart', 'draw', 'image', 'model'] as const),
  ...(['states', 'use'] as const),
]);

/** The names that a body declares, with those in its blocks. */
export function declaredIn(body: readonly Statement[]): DeclaredNames {
  const here = new Set<string>();
  const inRounds = new Set<string>();
  const walk = (statements: readonly Statement[], into: Set<string>) => {
    for (const statement of statements) {
      if (statement.kind === 'prefab') continue;
      const as = statement.clauses.find(({ name }) => name === 'as')?.value;
      if (as?.kind === 'name') into.add(as.text);
      else if (DECLARING.has(statement.kind) && 'name' in statement && statement.name) into.add(statement.name.text);
      if ('body' in statement && statement.body) walk(statement.body, statement.kind === 'for' ? inRounds : into);
    }
  };
  walk(body, here);
  return { here, inRounds };
}
