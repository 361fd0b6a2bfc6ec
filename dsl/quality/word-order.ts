import { splitWords } from '../check/words.ts';
import type { Footage } from './footage.ts';
import type { QualityCheck } from './report.ts';

/** A.word-order: the words are written in the order of the sentence and light up one after the other. */
export function wordOrder({ frames, timeline }: Footage): QualityCheck {
  const base = { rule: 'A.word-order', limit: 0 };
  const fail = (at_ms: number, message: string): QualityCheck => ({ ...base, ok: false, at_ms, figure: 1, message });
  const { words } = timeline;
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    if (before && before.line === word.line && (before.index >= word.index || before.start_ms > word.start_ms)) {
      return fail(word.start_ms, `“${word.text}” comes before “${before.text}”`);
    }
  }
  let seen = false;
  for (const frame of frames) {
    for (const lyrics of frame.lyrics) {
      seen = true;
      const spoken = words.filter((word) => word.line === lyrics.line).map((word) => word.text);
      const written = lyrics.words.flatMap(({ text }) => splitWords(text).map((word) => word.text));
      if (spoken.join(' ') !== written.join(' ')) return fail(frame.at_ms, 'what is written is not what is spoken');
      const begun = lyrics.words.map((word) => word.sung > 0);
      if (begun.lastIndexOf(true) >= 0 && begun.slice(0, begun.lastIndexOf(true)).includes(false)) {
        return fail(frame.at_ms, 'a word lights up before the one before it');
      }
    }
  }
  if (!seen) return fail(0, 'no words are written');
  return { ...base, ok: true, at_ms: 0, figure: 0, message: 'the words appear in order' };
}
