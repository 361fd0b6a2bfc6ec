import FFT from 'fft.js';

/** One vector of features for each hop of sound. */
export interface Features {
  /** Row after row, `WIDTH` numbers each, of mean 0 and variance 1 over the sound. */
  readonly rows: Float32Array;
  readonly count: number;
}

/** Milliseconds from one row to the next. */
export const HOP_MS = 5;
const WINDOW_MS = 25;
/** Mel filters, and how many of their cosine coefficients are kept besides the energy. */
const FILTERS = 26;
const CEPSTRA = 12;
const LOWEST_HZ = 80;
const HIGHEST_HZ = 7_600;
/** Rows to each side that a slope is taken over. */
const SLOPE_REACH = 3;
const STATIC = CEPSTRA + 1;
export const WIDTH = STATIC * 2;

/** O'Shaughnessy, Speech Communication, 1987: the mel scale. */
const mel = (hz: number): number => 2595 * Math.log10(1 + hz / 700);
const hertz = (mels: number): number => 700 * (10 ** (mels / 2595) - 1);

/**
 * Mel-frequency cepstral coefficients with their slopes (Davis and Mermelstein, Comparison of Parametric Representations,
 * 1980), each brought to mean 0 and variance 1, so that two voices can be compared. `samples` are PCM, 16 bit, mono.
 */
export function featuresOf(samples: Int16Array, rate: number): Features {
  const hop = (rate * HOP_MS) / 1000;
  const span = Math.round((rate * WINDOW_MS) / 1000);
  const size = 2 ** Math.ceil(Math.log2(span));
  const count = Math.max(1, Math.ceil(samples.length / hop));
  const fft = new FFT(size);
  const window = Float64Array.from(
    { length: span },
    (_, at) => 0.54 - 0.46 * Math.cos((2 * Math.PI * at) / (span - 1)),
  );
  const filters = filtersFor(size, rate);
  const framed = new Array<number>(size).fill(0);
  const spectrum = fft.createComplexArray();
  const rows = new Float32Array(count * WIDTH);
  const loud = new Float64Array(FILTERS);
  for (let row = 0; row < count; row += 1) {
    const from = Math.round(row * hop - span / 2);
    let energy = 1e-3;
    for (let at = 0; at < span; at += 1) {
      const sample = (samples[from + at] ?? 0) / 32_768;
      // Lifts what is high, which carries the consonants.
      const lifted = sample - (0.97 * (samples[from + at - 1] ?? 0)) / 32_768;
      energy += sample * sample;
      framed[at] = lifted * (window[at] ?? 0);
    }
    fft.realTransform(spectrum, framed);
    for (const [at, filter] of filters.entries()) {
      let sum = 1e-8;
      for (const { bin, weight } of filter) {
        const [re = 0, im = 0] = [spectrum[2 * bin], spectrum[2 * bin + 1]];
        sum += weight * (re * re + im * im);
      }
      loud[at] = Math.log(sum);
    }
    rows[row * WIDTH] = Math.log(energy);
    for (let k = 1; k <= CEPSTRA; k += 1) {
      let sum = 0;
      for (let at = 0; at < FILTERS; at += 1) sum += (loud[at] ?? 0) * Math.cos((Math.PI * k * (at + 0.5)) / FILTERS);
      rows[row * WIDTH + k] = sum;
    }
  }
  addSlopes(rows, count);
  normalize(rows, count);
  return { rows, count };
}

interface Weight {
  readonly bin: number;
  readonly weight: number;
}

/** Triangles, as wide as they are apart on the mel scale. */
function filtersFor(size: number, rate: number): readonly (readonly Weight[])[] {
  const [low, high] = [mel(LOWEST_HZ), mel(Math.min(HIGHEST_HZ, rate / 2))];
  const edges = Array.from({ length: FILTERS + 2 }, (_, at) => hertz(low + ((high - low) * at) / (FILTERS + 1)));
  return Array.from({ length: FILTERS }, (_, at) => {
    const [from = 0, middle = 0, to = 0] = edges.slice(at, at + 3);
    const weights: Weight[] = [];
    for (let bin = 0; bin <= size / 2; bin += 1) {
      const hz = (bin * rate) / size;
      const weight = Math.min((hz - from) / (middle - from), (to - hz) / (to - middle));
      if (weight > 0) weights.push({ bin, weight });
    }
    return weights;
  });
}

function addSlopes(rows: Float32Array, count: number): void {
  const norm = 2 * Array.from({ length: SLOPE_REACH }, (_, at) => (at + 1) ** 2).reduce((sum, each) => sum + each, 0);
  for (let row = 0; row < count; row += 1) {
    for (let k = 0; k < STATIC; k += 1) {
      let sum = 0;
      for (let reach = 1; reach <= SLOPE_REACH; reach += 1) {
        const after = rows[Math.min(count - 1, row + reach) * WIDTH + k] ?? 0;
        const before = rows[Math.max(0, row - reach) * WIDTH + k] ?? 0;
        sum += reach * (after - before);
      }
      rows[row * WIDTH + STATIC + k] = sum / norm;
    }
  }
}

function normalize(rows: Float32Array, count: number): void {
  for (let k = 0; k < WIDTH; k += 1) {
    let [sum, squares] = [0, 0];
    for (let row = 0; row < count; row += 1) {
      const value = rows[row * WIDTH + k] ?? 0;
      sum += value;
      squares += value * value;
    }
    const mean = sum / count;
    const deviation = Math.sqrt(Math.max(1e-9, squares / count - mean * mean));
    for (let row = 0; row < count; row += 1) rows[row * WIDTH + k] = ((rows[row * WIDTH + k] ?? 0) - mean) / deviation;
  }
}
