import { type IToken, type TokenType, tokenMatcher } from 'chevrotain';
import {
  ClauseKeyword,
  CueClause,
  HoldingKeyword,
  Name,
  NameClause,
  NamedKeyword,
  PairKeyword,
  PlaceClause,
  PlacesClause,
  RelationWord,
  StatementKeyword,
  WordsKeyword,
} from './categories.ts';
import { Before, Identifier, OWN, STATEMENT, VALUE } from './keywords.ts';
import { lex } from './lex.ts';
import { MAX_TEXT } from './limits.ts';
import { endOf } from './spans.ts';
import { Dot, Hash, LParen, NumberLiteral, Text } from './tokens.ts';

export type HighlightClass = 'statement' | 'clause' | 'name' | 'number' | 'text' | 'color' | 'comment' | 'sign';

/** A stretch of text in UTF-16 code units, as editors count. */
export interface Highlight {
  readonly offset: number;
  readonly length: number;
  readonly class: HighlightClass;
}

/**
 * What each word of a script is, in order, by the tokens alone: cheap enough for every keystroke. A keyword that is used
 * as a name is told by what stands around it, as a reader would.
 */
export function highlight(text: string): Highlight[] {
  const { tokens, comments } = lex(text.slice(0, MAX_TEXT));
  const highlights: Highlight[] = [];
  let next = 0;
  const comment = (before: number) => {
    for (let each = comments[next]; each && each.startOffset < before; each = comments[next]) {
      highlights.push({ offset: each.startOffset, length: each.image.length, class: 'comment' });
      next += 1;
    }
  };
  let before: Seen | null = null;
  for (const [at, token] of tokens.entries()) {
    comment(token.startOffset);
    const seen: Seen = { token, class: classOf(token, before, tokens[at + 1]) };
    highlights.push({ offset: token.startOffset, length: token.image.length, class: seen.class });
    before = seen;
  }
  comment(Number.POSITIVE_INFINITY);
  return highlights;
}

interface Seen {
  readonly token: IToken;
  readonly class: HighlightClass;
}

const is = ({ tokenType }: IToken, ...types: TokenType[]) =>
  types.some((type) => tokenType === type || tokenType.CATEGORIES?.includes(type));

function classOf(token: IToken, before: Seen | null, after: IToken | undefined): HighlightClass {
  if (is(token, NumberLiteral)) return 'number';
  if (is(token, Text)) return 'text';
  if (is(token, Hash)) return before && endOf(before.token) === token.startOffset ? 'name' : 'color';
  if (!tokenMatcher(token, Name)) return 'sign';
  if (token.tokenType === Identifier || (before && isNamed(token, before, after))) return 'name';
  if (tokenMatcher(token, StatementKeyword)) return 'statement';
  return token.tokenType === VALUE.for && after && tokenMatcher(after, Name) ? 'statement' : 'clause';
}

/** Whether a keyword stands where a name must, and is not rather the clause before which that name was forgotten. */
function isNamed(token: IToken, before: Seen, after: IToken | undefined): boolean {
  const left = before.token;
  if (left.tokenType === Dot) return true;
  if (left.startLine !== token.startLine) return false;
  if (before.class === 'statement' ? !takesName(left) : before.class !== 'clause' || !leadsToName(left)) return false;
  if (is(left, WordsKeyword) || after === undefined) return true;
  return !tokenMatcher(token, ClauseKeyword) || !is(after, NumberLiteral, LParen, Hash, Text);
}

const takesName = (token: IToken) =>
  is(token, NamedKeyword, WordsKeyword, PairKeyword, HoldingKeyword, STATEMENT.camera, STATEMENT.when, VALUE.for);

const leadsToName = (token: IToken) =>
  is(token, NameClause, PlaceClause, PlacesClause, CueClause, RelationWord, OWN.at, OWN.ease, Before);
