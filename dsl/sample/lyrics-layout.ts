import type { StageSize } from '../plan/empty-state.ts';
import { CAP_SHARE, textWidth } from '../plan/text-extent.ts';
import type { LyricsState } from '../plan/timeline.ts';
import { startsRightToLeft, visualOrder } from './writing-direction.ts';

/** The weight in which written lines are set. */
export const LYRICS_WEIGHT = 700;
/** A line wider than this share of the stage is broken into two rows. */
const WIDEST = 0.88;
const ROW_SHARE = 1.3;

export interface LaidWord {
  readonly text: string;
  /** Left end of the baseline. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Upper edge of its capitals. */
  readonly top: number;
}

export interface LyricsLayout {
  readonly size: number;
  readonly words: readonly LaidWord[];
}

/** Sets a written line centred on its position, in one row or two; what is too wide even then is set smaller. */
export function layLyrics(state: LyricsState, stage: StageSize): LyricsLayout {
  const room = stage.width * WIDEST;
  const texts = state.items.map((item) => item.text);
  const rowsAt = (size: number) => (rowWidth(texts, size) <= room ? [texts] : halves(texts, size));
  const rows = rowsAt(state.size);
  const widest = rows.reduce((width, row) => Math.max(width, rowWidth(row, state.size)), 0);
  const size = widest > room ? (state.size * room) / widest : state.size;

  const words: LaidWord[] = [];
  const rightToLeft = startsRightToLeft(texts.join(' ')) ?? false;
  rows.forEach((row, at) => {
    let x = state.position.x - rowWidth(row, size) / 2;
    const middle = state.position.y + (at - (rows.length - 1) / 2) * size * ROW_SHARE;
    const y = middle + (CAP_SHARE * size) / 2;
    const first = words.length;
    for (const place of visualOrder(row, rightToLeft)) {
      const text = row[place] ?? '';
      const width = textWidth(text, size, LYRICS_WEIGHT);
      words[first + place] = { text, x, y, width, top: y - CAP_SHARE * size };
      x += width + textWidth(' ', size, LYRICS_WEIGHT);
    }
  });
  return { size, words };
}

function rowWidth(row: readonly string[], size: number): number {
  return textWidth(row.join(' '), size, LYRICS_WEIGHT);
}

/** Breaks where the two rows come out most alike in width. */
function halves(texts: readonly string[], size: number): string[][] {
  let best = texts.length;
  let least = Number.POSITIVE_INFINITY;
  const whole = rowWidth(texts, size);
  let before = 0;
  texts.forEach((text, at) => {
    if (at > 0 && Math.abs(whole - 2 * before) < least) {
      least = Math.abs(whole - 2 * before);
      best = at;
    }
    before += textWidth(`${text} `, size, LYRICS_WEIGHT);
  });
  return [texts.slice(0, best), texts.slice(best)].filter((row) => row.length > 0);
}
