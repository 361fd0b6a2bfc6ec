import type { IToken } from 'chevrotain';
import type { Span } from '../diagnostics.ts';

/** Where each text begins. */
export const START: Span = { offset: 0, length: 0, line: 1, column: 1 };

export const endOf = (token: IToken): number => token.startOffset + token.image.length;

export function spanOf(token: IToken): Span {
  return {
    offset: token.startOffset,
    length: token.image.length,
    line: token.startLine ?? 1,
    column: token.startColumn ?? 1,
  };
}

/** Where something is missing: the point just behind a token, which stands in one line. */
export function spanAfter(token: IToken): Span {
  const { length, offset, line, column } = spanOf(token);
  return { offset: offset + length, length: 0, line, column: column + length };
}

/** From the beginning of one span to the end of another. */
export function join(first: Span, last: Span): Span {
  const end = Math.max(first.offset + first.length, last.offset + last.length);
  return { offset: first.offset, length: end - first.offset, line: first.line, column: first.column };
}

/** How many tokens begin before an offset. */
export function countBefore(offset: number, tokens: readonly IToken[]): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.startOffset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
