import type { SpokenWord } from '../../contract/index.ts';

interface Timed {
  readonly word: string;
  /** Seconds. */
  readonly start: number;
  readonly end: number;
}

/** Words with their times, each at its place in the text and inside the recording; one that is not in it, or out of order, is left out. */
export function wordsIn(text: string, timed: readonly Timed[], duration_ms: number): SpokenWord[] {
  const words: SpokenWord[] = [];
  let [offset, free] = [0, 0];
  for (const { end, start, word } of timed) {
    const bare = word.trim();
    // whisper.cpp lists a full stop as a word of its own.
    const at = !/[\p{L}\p{N}]/u.test(bare) ? -1 : text.toLowerCase().indexOf(bare.toLowerCase(), offset);
    if (at < 0 || !(start >= 0) || !(end >= start)) continue;
    const start_ms = Math.min(duration_ms, Math.max(free, Math.round(start * 1000)));
    free = Math.min(duration_ms, Math.max(start_ms, Math.round(end * 1000)));
    words.push({ offset: at, length: bare.length, start_ms, end_ms: free });
    offset = at + bare.length;
  }
  return words;
}
