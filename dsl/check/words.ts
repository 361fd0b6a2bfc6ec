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

/** How two words are compared: whatever their case, accents composed or not, and whichever apostrophe was typed. */
export function foldWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('’', "'").replace(/[‐‑]/g, '-');
}
