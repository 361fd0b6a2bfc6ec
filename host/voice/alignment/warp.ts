import { type Features, WIDTH } from './features.ts';

/** How two sounds of the same words run beside each other. */
export interface Warp {
  /** For each row of the reference, the row of the target at which the same is heard; grows. */
  readonly rows: Float64Array;
  /** Mean distance of what was laid beside each other: 0 for the same sound, about 1 for unlike ones. */
  readonly distance: number;
}

/** How far the two may run apart, as a share of the longer one; pauses differ most. */
const BAND = 0.2;
const LEAST_BAND_ROWS = 60;

const DIAGONAL = 0;
const REFERENCE = 1;
const TARGET = 2;

/**
 * Dynamic time warping inside a band around the diagonal (Sakoe and Chiba, Dynamic Programming Algorithm Optimization for
 * Spoken Word Recognition, 1978; symmetric, without slope constraint). Time and memory: rows of the reference times the band.
 */
export function warp(reference: Features, target: Features): Warp {
  const [n, m] = [reference.count, target.count];
  const radius = Math.max(LEAST_BAND_ROWS, Math.ceil(BAND * Math.max(n, m)));
  const wide = 2 * radius + 1;
  const slope = m / n;
  const steps = new Uint8Array(n * wide);
  let before = new Float64Array(wide).fill(Number.POSITIVE_INFINITY);
  let now = new Float64Array(wide);
  const startOf = (row: number): number => Math.round(row * slope) - radius;
  for (let i = 0; i < n; i += 1) {
    const start = startOf(i);
    const shift = i === 0 ? 0 : start - startOf(i - 1);
    now.fill(Number.POSITIVE_INFINITY);
    for (let at = Math.max(0, -start); at < wide && start + at < m; at += 1) {
      const cost = distance(reference.rows, i, target.rows, start + at);
      if (i === 0 && start + at === 0) {
        now[at] = cost;
        continue;
      }
      const diagonal = (before[at + shift - 1] ?? Number.POSITIVE_INFINITY) + 2 * cost;
      const along = (before[at + shift] ?? Number.POSITIVE_INFINITY) + cost;
      const across = (at > 0 ? (now[at - 1] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY) + cost;
      const best = Math.min(diagonal, along, across);
      now[at] = best;
      steps[i * wide + at] = best === diagonal ? DIAGONAL : best === along ? REFERENCE : TARGET;
    }
    [before, now] = [now, before];
  }
  const end = m - 1 - startOf(n - 1);
  const total = before[Math.min(wide - 1, Math.max(0, end))] ?? Number.POSITIVE_INFINITY;
  return { rows: pathBack(steps, wide, n, m, startOf), distance: total / (n + m) };
}

/** Follows the cheapest path from its end; a row of the reference that meets several of the target gets their middle. */
function pathBack(
  steps: Uint8Array,
  wide: number,
  n: number,
  m: number,
  startOf: (row: number) => number,
): Float64Array {
  const first = new Int32Array(n).fill(m);
  const last = new Int32Array(n).fill(-1);
  let [i, j] = [n - 1, m - 1];
  for (;;) {
    first[i] = Math.min(first[i] ?? m, j);
    last[i] = Math.max(last[i] ?? -1, j);
    if (i === 0 && j === 0) break;
    const step = steps[i * wide + (j - startOf(i))];
    const leftEdge = j === 0;
    const topEdge = i === 0;
    if (!topEdge && (leftEdge || step !== TARGET)) i -= 1;
    if (!leftEdge && (topEdge || step !== REFERENCE)) j -= 1;
    if (leftEdge && topEdge) break;
  }
  return Float64Array.from(first, (from, row) => (from + (last[row] ?? from)) / 2);
}

/** Euclidean, for each number of a row. */
function distance(a: Float32Array, i: number, b: Float32Array, j: number): number {
  const [from, to] = [i * WIDTH, j * WIDTH];
  let sum = 0;
  for (let k = 0; k < WIDTH; k += 1) {
    const apart = (a[from + k] ?? 0) - (b[to + k] ?? 0);
    sum += apart * apart;
  }
  return Math.sqrt(sum / WIDTH);
}
