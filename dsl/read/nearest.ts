/** How many slips of the finger a word of this length may hold and still be recognised. */
const allowance = (length: number) => (length <= 2 ? 0 : length <= 4 ? 1 : length <= 7 ? 2 : 3);

/** Words longer than this are no slip of anything we know. */
const LONGEST = 32;

/** Of `words`, the one that was probably meant by `written`, or null. The first of several equally near ones wins. */
export function nearest(written: string, words: Iterable<string>): string | null {
  const wanted = written.slice(0, LONGEST + 1).toLowerCase();
  if (wanted.length > LONGEST) return null;
  let best: string | null = null;
  let least = allowance(wanted.length) + 0.75;
  for (const word of words) {
    if (Math.abs(word.length - wanted.length) >= least) continue;
    const slips = distance(wanted, word.toLowerCase(), least);
    // Letters swapped or mistaken are likelier than letters that were left out: of two, the one of equal length.
    const cost = slips + (word.length === wanted.length ? 0 : 0.5);
    if (cost >= least) continue;
    least = cost;
    best = word;
  }
  return best;
}

/**
 * Slips between two words: letters left out, put in, mistaken, or (once each) swapped with their neighbour. Infinite
 * as soon as there are more than `most`.
 */
export function distance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  let leastBefore = 0;
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
      current[column] = cost;
      if (cost < least) least = cost;
    }
    // A swap reaches back two rows.
    if (least > most && leastBefore > most) return Number.POSITIVE_INFINITY;
    leastBefore = least;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
