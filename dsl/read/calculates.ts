import type { IToken } from 'chevrotain';
import { endOf } from './spans.ts';
import { Comma, CurlyText, Hash, Lead, LParen, NumberLiteral, OpenText, RParen, Text } from './tokens.ts';

/** Keywords of statements that stand for others. */
const WRITTEN_OUT: ReadonlySet<string> = new Set(['let', 'param', 'prefab', 'use']);
const COLOUR = /^#[0-9a-f]{3,8}$/i;

/**
 * Whether tokens may hold something that has to be worked out before a script can be checked: variables, arithmetic in
 * brackets, rounds, prefabs. Where there is doubt, they do. Names in place of numbers are for the parser to tell.
 */
export function calculates(tokens: readonly IToken[]): boolean {
  let depth = 0;
  let end = -1;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const { tokenType, image, startOffset } = token;
    if (tokenType === LParen) depth += 1;
    else if (tokenType === RParen) depth = Math.max(0, depth - 1);
    else if (depth > 0) {
      if (tokenType !== NumberLiteral && tokenType !== Lead && tokenType !== Comma) return true;
    } else if (tokenType === Hash) {
      if (startOffset === end || !COLOUR.test(image)) return true;
    } else if (tokenType === Text || tokenType === CurlyText || tokenType === OpenText) {
      if (image.includes('{')) return true;
    } else if (WRITTEN_OUT.has(image)) return true;
    // Before a number it is the clause, as in `for 2s`; before anything else a round begins.
    else if (image === 'for' && tokens[at + 1]?.tokenType !== NumberLiteral) return true;
    end = endOf(token);
  }
  return false;
}
