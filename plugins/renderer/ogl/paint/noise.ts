/** Chance without a generator: the same numbers give the same share of 0–1, everywhere and always. */
export function hash(x: number, y = 0, z = 0): number {
  let h = Math.imul(x | 0, 0x27d4eb2d) ^ Math.imul(y | 0, 0x165667b1) ^ Math.imul(z | 0, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

export const smooth = (share: number): number => {
  const s = Math.max(0, Math.min(1, share));
  return s * s * (3 - 2 * s);
};

/** Value noise that repeats after `period` cells in x and y. */
function tiledNoise(x: number, y: number, period: number, seed: number): number {
  const cellX = Math.floor(x);
  const cellY = Math.floor(y);
  const at = (dx: number, dy: number): number =>
    hash((((cellX + dx) % period) + period) % period, (((cellY + dy) % period) + period) % period, seed);
  const u = smooth(x - cellX);
  const v = smooth(y - cellY);
  const top = at(0, 0) + (at(1, 0) - at(0, 0)) * u;
  const bottom = at(0, 1) + (at(1, 1) - at(0, 1)) * u;
  return top + (bottom - top) * v;
}

/** Cloudy noise of several octaves over x, y in 0–1, seamless at the borders; mean near 0.5. */
export function cloudiness(x: number, y: number, cells: number, octaves: number, seed: number): number {
  let sum = 0;
  let weight = 0;
  for (let octave = 0; octave < octaves; octave++) {
    const period = cells << octave;
    const amplitude = 0.5 ** octave;
    sum += tiledNoise(x * period, y * period, period, seed + octave) * amplitude;
    weight += amplitude;
  }
  return sum / weight;
}
