import type { SpokenWord } from '../../../plugins/contract/index.ts';
import { featuresOf, HOP_MS } from './features.ts';
import { warp } from './warp.ts';

export interface Sound {
  /** PCM, 16 bit, mono. */
  readonly samples: Int16Array;
  readonly rate: number;
}

/** A sound of which is known when each of its words is spoken. */
export interface Reference extends Sound {
  readonly words: readonly SpokenWord[];
}

/** Two sounds that are further apart than this do not say the same. */
const MOST_APART = 1.5;
/** Less than this share of the loudest is silence. */
const SILENCE = 0.02;
const LOOK_MS = 10;

/**
 * When each word is spoken in `target`, which says the same as `reference` in another voice or at another pace. Null where
 * the two do not say the same, as far as can be heard.
 */
export function alignWords(reference: Reference, target: Sound): readonly SpokenWord[] | null {
  const [here, there] = [speechIn(reference), speechIn(target)];
  if (here === null || there === null) return null;
  const heard = (sound: Sound, { from, to }: Span): Int16Array =>
    sound.samples.subarray(Math.floor((from * sound.rate) / 1000), Math.ceil((to * sound.rate) / 1000));
  const { distance, rows } = warp(
    featuresOf(heard(reference, here), reference.rate),
    featuresOf(heard(target, there), target.rate),
  );
  if (distance > MOST_APART) return null;
  const last = rows.length - 1;
  const mapped = (ms: number): number => {
    const row = Math.min(last, Math.max(0, (ms - here.from) / HOP_MS));
    const [low, high] = [Math.floor(row), Math.ceil(row)];
    const [a = 0, b = 0] = [rows[low], rows[high]];
    return Math.min(there.to, there.from + (a + (b - a) * (row - low)) * HOP_MS);
  };
  let free = 0;
  return reference.words.map(({ end_ms, length, offset, start_ms }) => {
    const start = Math.max(free, Math.round(mapped(start_ms)));
    const end = Math.max(start, Math.round(mapped(end_ms)));
    free = end;
    return { offset, length, start_ms: start, end_ms: end };
  });
}

interface Span {
  /** Milliseconds. */
  readonly from: number;
  readonly to: number;
}

/** From the first sound to the last; null where there is only silence. */
function speechIn({ rate, samples }: Sound): Span | null {
  const step = Math.max(1, Math.round((rate * LOOK_MS) / 1000));
  const peaks: number[] = [];
  for (let at = 0; at < samples.length; at += step) {
    let peak = 0;
    for (let each = at; each < Math.min(samples.length, at + step); each += 1)
      peak = Math.max(peak, Math.abs(samples[each] ?? 0));
    peaks.push(peak);
  }
  const loudest = peaks.reduce((most, each) => Math.max(most, each), 0);
  const heard = (peak: number): boolean => peak > 0 && peak >= loudest * SILENCE;
  const first = peaks.findIndex(heard);
  if (first < 0) return null;
  return {
    from: first * LOOK_MS,
    to: Math.min((peaks.findLastIndex(heard) + 1) * LOOK_MS, (samples.length / rate) * 1000),
  };
}
