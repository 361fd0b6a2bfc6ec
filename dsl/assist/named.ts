import { DECLARING } from '../check/expand/declared-names.ts';
import type { NameNode, Script, Statement } from '../read/ast.ts';
import { read } from '../read/read.ts';

/** A name where it is declared, with the statement that declares it. */
export interface Declared {
  readonly name: NameNode;
  readonly statement: Statement;
}

/** Statements that declare what lives only in the script. */
const MEANT: ReadonlySet<string> = new Set([...DECLARING, 'prefab', 'let', 'param', 'for']);

export function everyStatement(statements: readonly Statement[]): Statement[] {
  return statements.flatMap((each) => [each, ...('body' in each && each.body ? everyStatement(each.body) : [])]);
}

/** Every name that a script declares, in the order of the text. */
export function declaredBy(script: Script): Declared[] {
  return everyStatement(script.statements).flatMap((statement) => {
    const as = statement.clauses.find(({ name }) => name === 'as')?.value;
    const own = MEANT.has(statement.kind) && 'name' in statement && statement.name ? [statement.name] : [];
    const named = as?.kind === 'name' ? [as] : [];
    const names = statement.kind === 'use' && named.length > 0 ? named : [...own, ...named];
    return names.map((name) => ({ name, statement }));
  });
}

export const declaredIn = (text: string): Declared[] => declaredBy(read(text).value);
