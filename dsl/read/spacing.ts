import { type IToken, type TokenType, tokenMatcher } from 'chevrotain';
import { Name, Operator } from './categories.ts';
import type { Landmarks } from './landmarks.ts';
import { endOf } from './spans.ts';
import { Comma, Dot, Hash, LParen, Minus, NumberLiteral, RParen, Text } from './tokens.ts';

const is = (token: IToken | null, ...types: TokenType[]) =>
  token !== null && types.some((type) => tokenMatcher(token, type));

/** Whether a minus stands before a value and not between two. `before` is what stands before the minus. */
const isSign = (before: IToken | null) => !is(before, NumberLiteral, Name, RParen, Hash, Text);

/** Whether a space stands between two tokens of a statement. `before` is what stands before both. */
export function isSpaced(before: IToken | null, left: IToken, right: IToken, { keywords, points }: Landmarks): boolean {
  const wasGlued = endOf(left) === right.startOffset;
  if (is(right, Comma, RParen) || is(left, LParen)) return false;
  if (is(right, Dot, Hash) || is(left, Dot)) return !wasGlued;
  if (is(right, LParen)) {
    if (points.has(right.startOffset) || keywords.has(left.startOffset)) return true;
    if (is(left, Minus)) return !isSign(before);
    return !wasGlued || !is(left, Name, Hash);
  }
  // Glued to a number, a sign would become a part of it.
  if (is(left, Minus) && isSign(before)) return !is(right, Name);
  return !is(left, LParen) || is(right, Operator);
}
