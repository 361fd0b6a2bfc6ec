import { splitWords } from '../check/words.ts';
import type { LineAlignment } from './timeline.ts';

const LEAD_MS = 60;
const GAP_MS = 25;
const WORD_MS = 120;
const LETTER_MS = 45;
/** One written sign is a whole syllable, or, for a digit, a whole word. */
const SYLLABLE_MS = 180;
const DIGIT_MS = 230;
const PAUSE_MS: Readonly<Record<string, number>> = {
  ',': 180,
  ';': 220,
  ':': 220,
  '.': 320,
  '!': 320,
  '?': 320,
  '…': 400,
  '—': 200,
};

/**
 * How long the words of a line would take at an easy speaking pace (about 170 words a minute), from their letters
 * alone, so that a scene plays while no voice has spoken yet. Marked `estimated`.
 */
export function estimateLine(text: string): LineAlignment {
  const words = splitWords(text);
  const timed: { start_ms: number; end_ms: number }[] = [];
  let at = LEAD_MS;
  words.forEach((word, index) => {
    const end = at + spokenMs(word.text);
    timed.push({ start_ms: at, end_ms: end });
    const next = words[index + 1];
    const between = text.slice(word.offset + word.length, next?.offset ?? word.offset + word.length);
    at = end + GAP_MS + pauseMs(between);
  });
  const last = timed.at(-1);
  return { quality: 'estimated', duration_ms: last ? last.end_ms + 2 * LEAD_MS : 0, words: timed };
}

function spokenMs(word: string): number {
  let ms = WORD_MS;
  for (const sign of word) {
    if (/\p{Nd}/u.test(sign)) ms += DIGIT_MS;
    else if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(sign)) ms += SYLLABLE_MS;
    else if (/\p{L}/u.test(sign)) ms += LETTER_MS;
  }
  return ms;
}

function pauseMs(between: string): number {
  let longest = 0;
  for (const sign of between) longest = Math.max(longest, PAUSE_MS[sign] ?? 0);
  return longest;
}
