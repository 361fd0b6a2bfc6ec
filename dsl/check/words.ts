/** A spoken word and where it stands in its line, in UTF-16 code units. */
export interface Word {
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}

/** Letters, digits and their marks, held together by apostrophes and hyphens that stand between two of them. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’\-‐‑][\p{L}\p{N}\p{M}]+)*/gu;

/** Cuts a line into the words a voice will speak and a ball will touch. Punctuation belongs to no word. */
export function splitWords(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    offset: match.index,
    length: match[0].length,
  }));
}

/**
 * The same words as they are written: each with the signs that lean on it, so that all of them joined by spaces read
 * like the line. What stands free between two words (a dash, an emoji) goes with the one before it.
 */
export function writtenWords(text: string): string[] {
  const words = splitWords(text);
  return words.map((word, index) => {
    const next = words[index + 1];
    const before = words[index - 1];
    const from = before ? word.offset - leaning(text.slice(before.offset + before.length, word.offset)) : 0;
    const gap = text.slice(word.offset + word.length, next?.offset);
    const to = word.offset + word.length + gap.length - (next && /\s/.test(gap) ? leaning(gap) : 0);
    return text.slice(from, to).replace(/\s+/g, ' ').trim();
  });
}

/** How many code units at the end of `before` lean on what follows: an opening quote or bracket, but no word. */
const leaning = (before: string): number => /(?<=\s)[^\s\p{L}\p{N}\p{M}]*$/u.exec(before)?.[0].length ?? 0;

/** How two words are compared: whatever their case, accents composed or not, and whichever apostrophe was typed. */
export function foldWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('’', "'").replace(/[‐‑]/g, '-');
}
