import type { Model } from '../check/model.ts';
import { splitWords } from '../check/words.ts';
import type { Ledger } from './ledger.ts';
import { pointer } from './pointer.ts';
import { roundPoint } from './rounding.ts';
import type { LineAlignment, LyricsState } from './timeline.ts';

/** A written line stands on the picture this long before its first word, so that the ball can drop in. */
export const LYRICS_LEAD_MS = 900;
/** And this long after its last word. */
export const LYRICS_HOLD_MS = 1600;

/** Writes the patches that show and take away the written lines. */
export function writeLyrics(
  model: Model,
  starts: ReadonlyMap<string, number>,
  alignments: ReadonlyMap<string, LineAlignment>,
  end_ms: number,
  ledger: Ledger,
): void {
  const lines = new Map(model.lines.map((line) => [line.id, line]));
  for (const lyrics of model.lyrics) {
    const line = lines.get(lyrics.line);
    const start = starts.get(lyrics.line);
    const alignment = alignments.get(lyrics.line);
    if (!line || start === undefined || !alignment) continue;
    const items = splitWords(line.text).flatMap((word, index) => {
      const timing = alignment.words[index];
      return timing ? [{ text: word.text, at_ms: start + timing.start_ms, end_ms: start + timing.end_ms }] : [];
    });
    const value: LyricsState = {
      line: lyrics.line,
      position: roundPoint(lyrics.at.kind === 'point' ? lyrics.at : lyrics.at.offset),
      size: lyrics.size,
      color: lyrics.color,
      highlight: lyrics.highlight,
      ball: lyrics.ball,
      items,
    };
    const path = pointer('lyrics', lyrics.id);
    const from = Math.max(0, (items[0]?.at_ms ?? start) - LYRICS_LEAD_MS);
    const until = (items.at(-1)?.end_ms ?? start) + LYRICS_HOLD_MS;
    ledger.write({ at_ms: from, op: 'add', path, value, origin: lyrics.span });
    if (until < end_ms) ledger.write({ at_ms: until, op: 'remove', path, origin: lyrics.span });
  }
}
