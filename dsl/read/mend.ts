import type { IToken, TokenType } from 'chevrotain';
import { CLAUSES, CUE, Identifier, STATEMENT, VALUE } from './keywords.ts';
import { distance, nearest } from './nearest.ts';
import type { Note } from './note.ts';

/*
 * Misspelt keywords. Where the grammar expects a keyword and finds a plain word, the word can't be right, so the token
 * is read as the keyword that was probably meant: the rest of the statement is then understood, one slip is one
 * diagnostic, and the cure is known. What was mended carries a `Note`.
 */

/** Words for which people reach that are no slips of the finger. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  character: 'actor',
  sprite: 'actor',
  speak: 'say',
  narrate: 'say',
  scatter: 'emit',
  rotate: 'turn',
  resize: 'grow',
  loop: 'repeat',
  colour: 'color',
  colours: 'colors',
  duration: 'over',
  during: 'over',
  easing: 'ease',
  thru: 'through',
  via: 'through',
  label: 'labelled',
  labeled: 'labelled',
  named: 'as',
  times: 'count',
};

const STATEMENTS: Readonly<Record<string, TokenType>> = { ...STATEMENT, ...CUE, for: VALUE.for };

function meant(word: string, table: Readonly<Record<string, TokenType>>): string | null {
  const other = Object.hasOwn(OTHER_WORDS, word) ? OTHER_WORDS[word] : undefined;
  if (other !== undefined && Object.hasOwn(table, other)) return other;
  return nearest(word, Object.keys(table));
}

const slips = (word: string, other: string | null) => {
  if (other === null) return Number.POSITIVE_INFINITY;
  return OTHER_WORDS[word] === other ? 0 : distance(word, other);
};

/** Whether a word that can't stand in a clause position was rather meant to begin the next statement. */
export function meansStatement(token: IToken): boolean {
  if (token.tokenType !== Identifier) return false;
  return slips(token.image, meant(token.image, STATEMENT)) < slips(token.image, meant(token.image, CLAUSES));
}

export function mendStatement(token: IToken): void {
  if (token.tokenType !== Identifier) return;
  const word = meant(token.image, STATEMENTS);
  become(token, word, STATEMENTS[word ?? '']);
}

/** A word that begins a line is more likely a statement. */
export function mendClause(token: IToken, startsLine: boolean): void {
  if (meansStatement(token)) return;
  const word = meant(token.image, CLAUSES);
  const statement = meant(token.image, STATEMENTS);
  if (startsLine && slips(token.image, statement) <= slips(token.image, word)) return;
  become(token, word, CLAUSES[word ?? '']);
}

/** Has a token read as a keyword. */
export function become(token: IToken, word: string | null, type: TokenType | undefined): void {
  if (word === null || type?.tokenTypeIdx === undefined) return;
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx;
  token.payload = { meant: word } satisfies Note;
}
