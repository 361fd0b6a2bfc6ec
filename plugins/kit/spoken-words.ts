import type { SpokenWord } from '../contract/index.ts';
import { ensure } from './check.ts';

/** Words in order and not overlapping, inside `text` and inside audio of `duration_ms`; a millisecond of rounding is allowed. */
export function ensureWords(words: readonly SpokenWord[], text: string, duration_ms: number): void {
  let offset = 0;
  let time = 0;
  for (const word of words) {
    const name = `the word at ${word.offset} ("${text.slice(word.offset, word.offset + word.length)}")`;
    ensure(
      [word.offset, word.length, word.start_ms, word.end_ms].every(Number.isInteger),
      `${name} has numbers that are not whole`,
    );
    ensure(word.length > 0 && word.offset + word.length <= text.length, `${name} is not inside the text`);
    ensure(word.offset >= offset, `${name} comes after one that stands behind it in the text`);
    ensure(
      word.start_ms >= time,
      `${name} starts at ${word.start_ms} ms, before the one before it has ended (${time} ms)`,
    );
    ensure(word.end_ms >= word.start_ms, `${name} ends before it starts`);
    ensure(word.end_ms <= duration_ms + 1, `${name} ends at ${word.end_ms} ms, after the audio (${duration_ms} ms)`);
    offset = word.offset + word.length;
    time = word.end_ms;
  }
}
