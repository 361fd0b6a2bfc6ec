/** Softens how much the first places weigh (Cormack, Clarke, Büttcher, Reciprocal Rank Fusion, SIGIR 2009). */
const K = 60;

/** Joins several rankings: each gives `1 / (60 + place)` to what it names, the sums rank the whole. Best first. */
export function fuseRanks<T>(
  rankings: readonly (readonly T[])[],
): readonly { readonly item: T; readonly score: number }[] {
  const scores = new Map<T, number>();
  for (const ranking of rankings) {
    for (const [at, item] of ranking.entries()) scores.set(item, (scores.get(item) ?? 0) + 1 / (K + at + 1));
  }
  return [...scores].map(([item, score]) => ({ item, score })).sort((a, b) => b.score - a.score);
}
