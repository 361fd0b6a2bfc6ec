/** Letters of the scripts that are written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their like. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const LETTER = /\p{L}/u;

/** Whether the first letter of a text is written from right to left; null where it has none (UAX #9, rules P2 and P3). */
export function startsRightToLeft(text: string): boolean | null {
  const [letter] = LETTER.exec(text) ?? [];
  return letter === undefined ? null : RIGHT_TO_LEFT.test(letter);
}

/**
 * The words of a row as they stand from left to right, by their places in the order of reading: each run of words that
 * is written against its surroundings is turned round (UAX #9, rule L2, for whole words).
 */
export function visualOrder(words: readonly string[], rowRightToLeft: boolean): readonly number[] {
  const runs: { readonly rightToLeft: boolean; readonly places: number[] }[] = [];
  for (const [at, word] of words.entries()) {
    const last = runs.at(-1);
    const rightToLeft = startsRightToLeft(word) ?? last?.rightToLeft ?? rowRightToLeft;
    if (last?.rightToLeft === rightToLeft) last.places.push(at);
    else runs.push({ rightToLeft, places: [at] });
  }
  const read = runs.map(({ rightToLeft, places }) => (rightToLeft ? places.toReversed() : places));
  return (rowRightToLeft ? read.toReversed() : read).flat();
}
