import { decodeWav, encodeWav, type Speech } from '../../../plugins/contract/index.ts';
import type { TextPart } from './split-text.ts';

/** Long enough to let no click be heard, short enough to cut no sound. */
const FADE_MS = 6;
/** What a voice leaves between two sentences. */
const PAUSE_MS = 280;
/** Below this share of the full scale nothing is heard. */
const SILENCE = 0.004 * 32_768;
const WORST_FIRST = ['estimated', 'aligned', 'measured'] as const;

/**
 * One speech out of those of the parts of a text: each fades in and out, with a pause between them, and its words move to
 * their place. Null where they do not fit together, being of different sample rates or none at all.
 */
export function joinSpeech(parts: readonly { readonly part: TextPart; readonly speech: Speech }[]): Speech | null {
  const [first] = parts;
  if (first === undefined) return null;
  const { sample_rate } = first.speech;
  const pieces: Int16Array[] = [];
  const words: Speech['words'][number][] = [];
  let length = 0;
  for (const [at, { part, speech }] of parts.entries()) {
    const wav = decodeWav(speech.audio);
    if (typeof wav === 'string' || wav.channels !== 1 || wav.sample_rate !== sample_rate) return null;
    const samples = faded(wav.samples, sample_rate);
    if (at > 0) {
      const missing = (PAUSE_MS / 1000) * sample_rate - silenceAt(pieces.at(-1), -1) - silenceAt(samples, 1);
      const pause = new Int16Array(Math.max(0, Math.round(missing)));
      pieces.push(pause);
      length += pause.length;
    }
    const shift = Math.round((length / sample_rate) * 1000);
    for (const word of speech.words)
      words.push({
        offset: word.offset + part.offset,
        length: word.length,
        start_ms: word.start_ms + shift,
        end_ms: word.end_ms + shift,
      });
    pieces.push(samples);
    length += samples.length;
  }
  const whole = new Int16Array(length);
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.length;
  }
  const all = parts.map(({ speech }) => speech);
  return {
    audio: encodeWav(whole, sample_rate),
    sample_rate,
    duration_ms: Math.round((length / sample_rate) * 1000),
    words: inOrder(words),
    quality: WORST_FIRST.find((quality) => all.some((speech) => speech.quality === quality)) ?? 'estimated',
    engine: first.speech.engine,
    real: all.every(({ real }) => real),
    warnings: [...new Map(all.flatMap(({ warnings }) => warnings.map((each) => [each.code, each]))).values()],
  };
}

/** Raised cosines at both ends. */
function faded(samples: Int16Array, rate: number): Int16Array {
  const span = Math.min(Math.floor((FADE_MS / 1000) * rate), Math.floor(samples.length / 2));
  const gain = (at: number): number => (1 - Math.cos((Math.PI * at) / span)) / 2;
  return samples.map((sample, at) => {
    const edge = Math.min(at, samples.length - 1 - at);
    return edge < span ? Math.round(sample * gain(edge)) : sample;
  });
}

/** Silent samples at the end (-1) or the beginning (1). */
function silenceAt(samples: Int16Array | undefined, side: -1 | 1): number {
  if (samples === undefined) return 0;
  const heard = (sample: number): boolean => Math.abs(sample) > SILENCE;
  const place = side === 1 ? samples.findIndex(heard) : samples.findLastIndex(heard);
  if (place < 0) return samples.length;
  return side === 1 ? place : samples.length - 1 - place;
}

/** Rounding may let a word end a millisecond after the next begins. */
function inOrder(words: readonly Speech['words'][number][]): Speech['words'] {
  let free = 0;
  return words.map((word) => {
    const start_ms = Math.max(free, word.start_ms);
    free = Math.max(start_ms, word.end_ms);
    return { ...word, start_ms, end_ms: free };
  });
}
