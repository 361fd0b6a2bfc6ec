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
  const against: number[][] = [];
  let run: number[] = [];
  let running: boolean | null = null;
  for (const [at, word] of words.entries()) {
    const own: boolean = startsRightToLeft(word) ?? running ?? rowRightToLeft;
    if (own !== running && run.length > 0) {
      against.push(running === true ? run.toReversed() : run);
      run = [];
    }
    running = own;
    run.push(at);
  }
  if (run.length > 0) against.push(running === true ? run.toReversed() : run);
  return (rowRightToLeft ? against.toReversed() : against).flat();
}
