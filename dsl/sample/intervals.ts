/** A stretch of time, `from` included, `until` not. */
export interface Interval<T> {
  readonly from: number;
  readonly until: number;
  readonly item: T;
}

/** Answers which stretches contain a moment, in the order of their beginnings (ties: of the list). */
export interface Intervals<T> {
  at(ms: number): readonly T[];
}

/**
 * An augmented search tree laid over the sorted list: `latest[i]` is the latest end in the subtree whose root is the
 * middle of its range. A question costs O(log n + found) (Cormen et al., Introduction to Algorithms, interval trees).
 */
export function createIntervals<T>(intervals: readonly Interval<T>[]): Intervals<T> {
  const sorted = intervals.toSorted((a, b) => a.from - b.from);
  const latest = new Float64Array(sorted.length);
  const measure = (low: number, high: number): number => {
    if (low >= high) return Number.NEGATIVE_INFINITY;
    const root = (low + high) >> 1;
    const end = Math.max(sorted[root]?.until ?? 0, measure(low, root), measure(root + 1, high));
    latest[root] = end;
    return end;
  };
  measure(0, sorted.length);

  const collect = (low: number, high: number, ms: number, found: T[]): void => {
    if (low >= high) return;
    const root = (low + high) >> 1;
    if ((latest[root] ?? 0) <= ms) return;
    collect(low, root, ms, found);
    const middle = sorted[root];
    if (!middle || middle.from > ms) return;
    if (ms < middle.until) found.push(middle.item);
    collect(root + 1, high, ms, found);
  };
  const edges = Float64Array.from([...sorted.map(({ from }) => from), ...sorted.map(({ until }) => until)]).sort();
  let last: { readonly from: number; readonly until: number; readonly found: readonly T[] } | null = null;
  return {
    at(ms) {
      if (last && ms >= last.from && ms < last.until) return last.found;
      const found: T[] = [];
      collect(0, sorted.length, ms, found);
      const next = firstAbove(edges, ms);
      last = {
        from: edges[next - 1] ?? Number.NEGATIVE_INFINITY,
        until: edges[next] ?? Number.POSITIVE_INFINITY,
        found,
      };
      return found;
    },
  };
}

/** The index of the first edge above `ms`: between it and the one before, the answer stays the same. */
export function firstAbove(edges: Float64Array, ms: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}
