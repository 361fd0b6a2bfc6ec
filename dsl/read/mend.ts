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
  pause: 'wait',
  var: 'let',
  const: 'let',
  define: 'prefab',
  component: 'prefab',
  foreach: 'for',
  picture: 'image',
  photo: 'image',
  note: 'annotate',
  callout: 'annotate',
  audio: 'sound',
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

/** Guesses what was meant, and remembers it until the next script: whoever misspells a word once does it again. */
export class Mender {
  private readonly statements = new Map<string, string | null>();
  private readonly clauses = new Map<string, string | null>();

  forget(): void {
    this.statements.clear();
    this.clauses.clear();
  }

  /** Whether a word that can't stand in a clause position was rather meant to begin the next statement. */
  meansStatement({ tokenType, image }: IToken): boolean {
    return tokenType === Identifier && slips(image, this.statement(image)) < slips(image, this.clause(image));
  }

  mendStatement(token: IToken): void {
    if (token.tokenType !== Identifier) return;
    const word = this.statement(token.image);
    become(token, word, STATEMENTS[word ?? '']);
  }

  /** A word that begins a line is more likely a statement. */
  mendClause(token: IToken, startsLine: boolean): void {
    const { image } = token;
    const word = this.clause(image);
    const [asStatement, asClause] = [slips(image, this.statement(image)), slips(image, word)];
    if (asStatement < asClause || (startsLine && asStatement === asClause)) return;
    become(token, word, CLAUSES[word ?? '']);
  }

  private statement(word: string): string | null {
    return remembered(word, this.statements, STATEMENTS);
  }

  private clause(word: string): string | null {
    return remembered(word, this.clauses, CLAUSES);
  }
}

function remembered(
  word: string,
  known: Map<string, string | null>,
  table: Readonly<Record<string, TokenType>>,
): string | null {
  let guess = known.get(word);
  if (guess === undefined) {
    guess = meant(word, table);
    known.set(word, guess);
  }
  return guess;
}

function meant(word: string, table: Readonly<Record<string, TokenType>>): string | null {
  const other = Object.hasOwn(OTHER_WORDS, word) ? OTHER_WORDS[word] : undefined;
  if (other !== undefined && Object.hasOwn(table, other)) return other;
  return nearest(word, Object.keys(table));
}

const slips = (word: string, other: string | null) => {
  if (other === null) return Number.POSITIVE_INFINITY;
  return OTHER_WORDS[word] === other ? 0 : distance(word, other);
};

/** Has a token read as a keyword. */
export function become(token: IToken, word: string | null, type: TokenType | undefined): void {
  if (word === null || type?.tokenTypeIdx === undefined) return;
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx;
  token.payload = { meant: word } satisfies Note;
}
