import type { IToken } from 'chevrotain';
import { type Cure, insertCure } from '../diagnostics.ts';
import { Identifier } from './keywords.ts';
import { endOf } from './spans.ts';
import { Hash, LParen, NumberLiteral } from './tokens.ts';

const PLACE_KEYWORDS: Readonly<Record<string, string>> = {
  actor: 'at',
  text: 'at',
  image: 'at',
  model: 'at',
  draw: 'at',
  chart: 'at',
  use: 'at',
  group: 'at',
  move: 'to',
  emit: 'from',
  light: 'from',
  series: 'points',
};
const IS_STATEMENTS: ReadonlySet<string> = new Set(['actor', 'material', 'chart']);
const BE_STATEMENTS: ReadonlySet<string> = new Set(['let', 'param']);

/** For words that are no clause: what a value without its keyword lacks, or else to be rid of it. */
export function lostClause(first: IToken, last: IToken, statement: string): Cure {
  const keyword = keywordFor(first, statement);
  const offset = first.startOffset;
  if (keyword !== undefined) return insertCure(offset, `${keyword} `);
  return { title: 'Remove it', edits: [{ offset, length: endOf(last) - offset, text: '' }] };
}

function keywordFor({ tokenType }: IToken, statement: string): string | undefined {
  if (BE_STATEMENTS.has(statement)) return 'be';
  if (statement === 'change' && [NumberLiteral, Hash, LParen, Identifier].includes(tokenType)) return 'to';
  if (tokenType === LParen) return PLACE_KEYWORDS[statement];
  return tokenType === Identifier && IS_STATEMENTS.has(statement) ? 'is' : undefined;
}
