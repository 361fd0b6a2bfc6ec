import type { SpokenWord } from '../../contract/index.ts';
import type { WordEvent } from './engine-messages.ts';

/** Letters and digits with the apostrophes, hyphens, points and commas inside them: what is said as one thing. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’\-.,:][\p{L}\p{N}\p{M}]+)*/gu;

/** Below this share of the full scale nothing is heard. */
const SILENCE = 0.006;

/**
 * Maps the engine's word events to the text. The engine counts code points from 1 and sends several events for one
 * written word ("1234", "U.S.A."): they become one. A word ends where the next begins, or earlier, where the silence
 * before the next begins.
 */
export function spokenWords(
  text: string,
  events: readonly WordEvent[],
  samples: Int16Array,
  sampleRate: number,
): SpokenWord[] {
  const unitOf = codeUnits(text);
  const written = [...text.matchAll(WORD)].map((match) => ({ offset: match.index, length: match[0].length }));
  const words: { offset: number; length: number; start_ms: number }[] = [];
  let next = 0;
  for (const event of events) {
    const at = unitOf[event.text_position - 1];
    if (at === undefined) continue;
    while (next < written.length && end(written[next]) <= at) next += 1;
    const inside = written[next];
    const word = inside && inside.offset <= at ? inside : { offset: at, length: widthAt(text, at) };
    const last = words.at(-1);
    if (last && word.offset < last.offset + last.length) continue;
    words.push({ ...word, start_ms: event.audio_position });
  }
  const heard = words.filter((word) => text.slice(word.offset, word.offset + word.length).trim() !== '');
  return heard.map((word, index) => {
    const from = Math.round(word.start_ms);
    const limit = Math.floor(heard[index + 1]?.start_ms ?? (samples.length / sampleRate) * 1000);
    return {
      offset: word.offset,
      length: word.length,
      start_ms: from,
      end_ms: Math.max(from, soundEnd(samples, sampleRate, from, limit)),
    };
  });
}

const end = (word: { offset: number; length: number } | undefined): number => (word ? word.offset + word.length : 0);

const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** The code unit at which each code point of `text` begins. */
function codeUnits(text: string): number[] {
  const units: number[] = [];
  for (let at = 0; at < text.length; at += widthAt(text, at)) units.push(at);
  return units;
}

/** The millisecond, rounded up, after the last sample that can be heard between `from` and `to`. */
function soundEnd(samples: Int16Array, sampleRate: number, from: number, to: number): number {
  const first = Math.floor((from * sampleRate) / 1000);
  let at = Math.min(samples.length, Math.floor((to * sampleRate) / 1000));
  while (at > first && Math.abs(samples[at - 1] ?? 0) < SILENCE * 32_768) at -= 1;
  return Math.min(to, Math.ceil((at * 1000) / sampleRate));
}
