import { type Edit, type NamedStatement, read, type Statement } from '../../../../dsl/index.ts';

/** Every statement of a script, each before those inside it. */
export function statementsOf(script: string): Statement[] {
  const all: Statement[] = [];
  const visit = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      all.push(statement);
      if ('body' in statement && statement.body) visit(statement.body);
    }
  };
  visit(read(script).value.statements);
  return all;
}

export interface WrittenActor {
  readonly id: string;
  readonly kind: string;
  readonly label: string | null;
  readonly statement: NamedStatement;
}

/** The actors that a script declares, in its order. */
export function actorsOf(statements: readonly Statement[]): WrittenActor[] {
  return statements.flatMap((statement): WrittenActor[] => {
    if (statement.kind !== 'actor' || !statement.name) return [];
    const kind = clauseValue(statement, 'is');
    const label = clauseValue(statement, 'labelled');
    return [
      {
        id: statement.name.text,
        kind: kind?.kind === 'name' ? kind.text : 'thing',
        label: label?.kind === 'text' ? label.value : null,
        statement,
      },
    ];
  });
}

export const clauseOf = (statement: Statement, name: string) =>
  statement.clauses.find((clause) => clause.name === name);

const clauseValue = (statement: Statement, name: string) => clauseOf(statement, name)?.value ?? null;

/** From the keyword of a statement to its end, its block included; the span of a statement ends where its block begins. */
export function extentOf(text: string, statement: Statement): { readonly offset: number; readonly length: number } {
  const { offset, length } = statement.span;
  const children = 'body' in statement ? statement.body : 'entries' in statement ? statement.entries : null;
  if (!children) return { offset, length };
  const ends = children.map((child) => {
    const inner = 'keyword' in child ? extentOf(text, child) : child.span;
    return inner.offset + inner.length;
  });
  const from = Math.max(offset + length, ...ends);
  // Between the last child and the brace there are only blanks and comments, and before the first child one `{`.
  const close = /^(?:\s|\/\/[^\n]*|\{)*\}/.exec(text.slice(from));
  return { offset, length: from + (close?.[0].length ?? 0) - offset };
}

/** Replaces stretches of text that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce((all, edit) => all.slice(0, edit.offset) + edit.text + all.slice(edit.offset + edit.length), text);
}

/** Takes a statement out, with the line it stands on if nothing else is on it. */
export function removal(text: string, { offset, length }: { readonly offset: number; readonly length: number }): Edit {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset + length);
  const end = lineEnd < 0 ? text.length : lineEnd + 1;
  const alone = text.slice(lineStart, offset).trim() === '' && text.slice(offset + length, end).trim() === '';
  return alone ? { offset: lineStart, length: end - lineStart, text: '' } : { offset, length, text: '' };
}
