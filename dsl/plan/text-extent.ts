import { ADVANCES, ASCENT, CAP_HEIGHT, DESCENT, SIGNS } from './nunito-advances.ts';
import type { Extent } from './places.ts';

export type FontWeight = 400 | 700 | 900;

const EM = 1000;
/** What a sign takes that the table does not know: an average letter; a full square for East Asian signs. */
const AVERAGE = 560;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

const POSITIONS: ReadonlyMap<string, number> = new Map([...SIGNS].map((sign, at) => [sign, at]));

/** Height of a capital letter as a share of the font size, and of the whole line box. */
export const CAP_SHARE = CAP_HEIGHT / EM;
export const LINE_SHARE = (ASCENT + DESCENT) / EM;

/** Width in pixels of `text` set in Nunito at `size`, kerning left out. */
export function textWidth(text: string, size: number, weight: FontWeight): number {
  const advances = ADVANCES[weight];
  let width = 0;
  for (const sign of text) {
    const at = POSITIONS.get(sign);
    width += at === undefined ? (WIDE.test(sign) ? EM : AVERAGE) : (advances[at] ?? AVERAGE);
  }
  return (width * size) / EM;
}

/** The box that a text fills, one row for each line break in it. */
export function textExtent(text: string, size: number, weight: FontWeight): Extent {
  const rows = text.split('\n');
  const width = rows.reduce((widest, row) => Math.max(widest, textWidth(row, size, weight)), 0);
  return { width, height: rows.length * size * LINE_SHARE };
}
