import type { Model } from '../check/model.ts';
import { writtenWords } from '../check/words.ts';
import type { Span } from '../diagnostics.ts';
import type { Cast } from './cast.ts';
import type { Ledger } from './ledger.ts';
import { pointer } from './pointer.ts';
import { round3, wholeMs } from './rounding.ts';
import type { LineAlignment, LyricsState } from './timeline.ts';

/** A written line stands on the picture this long before its first word, so that the ball can drop in. */
const LYRICS_LEAD_MS = 900;
/** And this long after its last word. */
const LYRICS_HOLD_MS = 1600;

/** At least this long after its last word, when the next line takes its place. */
const LEAST_HOLD_MS = 150;
/** Rows nearer to each other than this share of their size cover each other. */
const ROW_SHARE = 1.5;

interface Written {
  readonly id: string;
  readonly origin: Span;
  readonly first_ms: number;
  readonly last_ms: number;
  state: LyricsState;
}

/** Writes the patches that show and take away the written lines; lines at one place wait for each other. */
export function writeLyrics(
  model: Model,
  starts: ReadonlyMap<string, number>,
  alignments: ReadonlyMap<string, LineAlignment>,
  end_ms: number,
  ledger: Ledger,
  cast: Cast,
): void {
  const lines = new Map(model.lines.map((line) => [line.id, line]));
  const written: Written[] = [];
  for (const lyrics of model.lyrics) {
    const line = lines.get(lyrics.line);
    const start = starts.get(lyrics.line);
    const alignment = alignments.get(lyrics.line);
    if (!line || start === undefined || !alignment) continue;
    const items = writtenWords(line.text).flatMap((text, index) => {
      const timing = alignment.words[index];
      return timing ? [{ text, at_ms: wholeMs(start + timing.start_ms), end_ms: wholeMs(start + timing.end_ms) }] : [];
    });
    const first_ms = items[0]?.at_ms ?? start;
    const last_ms = items.at(-1)?.end_ms ?? start;
    const state: LyricsState = {
      line: lyrics.line,
      shown_ms: Math.max(0, first_ms - LYRICS_LEAD_MS),
      hidden_ms: wholeMs(last_ms + LYRICS_HOLD_MS),
      position: cast.point(lyrics.at, { width: 0, height: 0 }, 0, null) ?? { x: 0, y: 0, z: 0 },
      size: round3(lyrics.size),
      color: lyrics.color,
      highlight: lyrics.highlight,
      ball: lyrics.ball,
      items,
    };
    written.push({ id: lyrics.id, origin: lyrics.span, first_ms, last_ms, state });
  }
  for (const { id, origin, state } of takeTurns(written)) {
    const path = pointer('lyrics', id);
    ledger.write({ at_ms: state.shown_ms, op: 'add', path, value: state, origin });
    if (state.hidden_ms < end_ms) ledger.write({ at_ms: state.hidden_ms, op: 'remove', path, origin });
  }
}

/** Of two lines that would cover each other the earlier goes when the later comes, between the words of both. */
function takeTurns(written: readonly Written[]): readonly Written[] {
  const byTime = written.toSorted((a, b) => a.first_ms - b.first_ms);
  byTime.forEach((next, at) => {
    const before = lastBefore(at, byTime, ({ state }) => covers(state, next.state));
    if (!before || before.state.hidden_ms <= next.state.shown_ms) return;
    const turn = Math.min(next.first_ms, Math.max(before.last_ms + LEAST_HOLD_MS, next.state.shown_ms));
    before.state = { ...before.state, hidden_ms: Math.min(before.state.hidden_ms, turn) };
    next.state = { ...next.state, shown_ms: Math.max(next.state.shown_ms, turn) };
  });
  return written;
}

/** The nearest before a place that fits: `findLast` would look at all that come after it first. */
function lastBefore<T>(place: number, all: readonly T[], fits: (each: T) => boolean): T | undefined {
  for (let at = place - 1; at >= 0; at -= 1) {
    const each = all[at];
    if (each !== undefined && fits(each)) return each;
  }
  return undefined;
}

const covers = (a: LyricsState, b: LyricsState): boolean =>
  Math.abs(a.position.y - b.position.y) < ROW_SHARE * Math.max(a.size, b.size);
