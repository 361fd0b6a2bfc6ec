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

/** What a step in one of the two alone costs, where one in both costs twice: words are stretched rather than swallowed. */
const ASIDE = 1.6;

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
      const along = (before[at + shift] ?? Number.POSITIVE_INFINITY) + ASIDE * cost;
      const across = (at > 0 ? (now[at - 1] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY) + ASIDE * cost;
      const best = Math.min(diagonal, along, across);
      now[at] = best;
      steps[i * wide + at] = best === diagonal ? DIAGONAL : best === along ? REFERENCE : TARGET;
    }
    [before, now] = [now, before];
  }
  return pathBack(steps, wide, startOf, reference, target);
}

/** Follows the cheapest path from its end; a row of the reference that meets several of the target gets their middle. */
function pathBack(
  steps: Uint8Array,
  wide: number,
  startOf: (row: number) => number,
  reference: Features,
  target: Features,
): Warp {
  const [n, m] = [reference.count, target.count];
  const first = new Int32Array(n).fill(m);
  const last = new Int32Array(n).fill(-1);
  let [i, j] = [n - 1, m - 1];
  let [apart, met] = [0, 0];
  for (;;) {
    first[i] = Math.min(first[i] ?? m, j);
    last[i] = Math.max(last[i] ?? -1, j);
    apart += distance(reference.rows, i, target.rows, j);
    met += 1;
    const [leftEdge, topEdge] = [j === 0, i === 0];
    if (leftEdge && topEdge) break;
    const step = steps[i * wide + (j - startOf(i))];
    if (!topEdge && (leftEdge || step !== TARGET)) i -= 1;
    if (!leftEdge && (topEdge || step !== REFERENCE)) j -= 1;
  }
  const rows = Float64Array.from(first, (from, row) => (from + (last[row] ?? from)) / 2);
  return { rows, distance: apart / met };
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
