/** What a recording holds at the times of the words that are said in it. */
import { wordsOf } from './word-error-rate.ts';

export interface SaidWord {
  readonly text: string;
  readonly start_ms: number;
  readonly end_ms: number;
}

export interface Recording {
  /** Samples in a second. */
  readonly rate: number;
  readonly samples: Int16Array;
}

/** The loudness, in dBFS, that a word reaches at least somewhere in its time. */
const SOUNDING_DB = -40;
const SILENCE_DB = -100;
/** A pause between words that is long enough to be listened to, and what of its ends may still ring. */
const PAUSE_MS = 300;
const RING_MS = 80;

const decibel = (amplitude: number): number =>
  amplitude === 0 ? SILENCE_DB : Math.max(SILENCE_DB, 20 * Math.log10(amplitude / 32_768));

function peakBetween({ rate, samples }: Recording, from_ms: number, to_ms: number): number {
  let peak = 0;
  const to = Math.min(samples.length, Math.round((to_ms / 1000) * rate));
  for (let at = Math.max(0, Math.round((from_ms / 1000) * rate)); at < to; at++)
    peak = Math.max(peak, Math.abs(samples[at] ?? 0));
  return peak;
}

export interface SoundOfWords {
  /** Words in whose time something is heard. */
  readonly sounding: number;
  /** Of the whole recording, in dBFS; 0 would be at the limit. */
  readonly peak_db: number;
  /** The loudest that is heard in pauses between words, in dBFS: effects and what rings too long. */
  readonly pause_db: number;
}

/** Whether there is sound where words are, and silence where there are none. */
export function soundOfWords(recording: Recording, words: readonly SaidWord[]): SoundOfWords {
  const pauses = words.slice(1).flatMap((word, index) => {
    const before = words[index]?.end_ms ?? 0;
    return word.start_ms - before < PAUSE_MS ? [] : [peakBetween(recording, before + RING_MS, word.start_ms - RING_MS)];
  });
  return {
    sounding: words.filter((word) => decibel(peakBetween(recording, word.start_ms, word.end_ms)) > SOUNDING_DB).length,
    peak_db: decibel(peakBetween(recording, 0, Number.POSITIVE_INFINITY)),
    pause_db: decibel(Math.max(0, ...pauses)),
  };
}

export interface HeardAgain {
  /** Words of the scene that the listener heard too, in the same order. */
  readonly matched: number;
  /** Of their starts, heard against said; 0 where none matched. */
  readonly median_ms: number;
  readonly most_ms: number;
}

/** Lays what a listener heard beside what was said: the longest common subsequence of words, and how far apart their starts are. */
export function heardAgain(said: readonly SaidWord[], heard: readonly SaidWord[]): HeardAgain {
  const left = said.map((word) => wordsOf(word.text).join(''));
  const right = heard.map((word) => wordsOf(word.text).join(''));
  const longest = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  const at = (row: number, column: number): number => longest[row]?.[column] ?? 0;
  for (let row = left.length - 1; row >= 0; row--)
    for (let column = right.length - 1; column >= 0; column--) {
      const best =
        left[row] === right[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
      longest[row]?.splice(column, 1, best);
    }
  const apart: number[] = [];
  let row = 0;
  let column = 0;
  while (row < left.length && column < right.length) {
    if (left[row] === right[column])
      apart.push(Math.abs((said[row++]?.start_ms ?? 0) - (heard[column++]?.start_ms ?? 0)));
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  apart.sort((a, b) => a - b);
  return {
    matched: apart.length,
    median_ms: Math.round(apart[apart.length >> 1] ?? 0),
    most_ms: Math.round(apart.at(-1) ?? 0),
  };
}
