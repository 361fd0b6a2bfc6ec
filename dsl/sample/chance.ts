/**
 * Chance that depends on nothing but its arguments: the same share 0–1 for the same seed, item and purpose in every
 * engine (integer arithmetic only; the finalizer of MurmurHash3).
 */
export function chance(seed: number, item: number, purpose: number): number {
  let hash = (seed ^ Math.imul(item + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca77)) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}

/** A smooth unrest between −1 and 1 over `time`, by cosine between random values one unit of time apart. */
export function unrest(seed: number, purpose: number, time: number): number {
  const at = Math.floor(time);
  const from = chance(seed, at, purpose) * 2 - 1;
  const to = chance(seed, at + 1, purpose) * 2 - 1;
  return from + (to - from) * (0.5 - 0.5 * Math.cos((time - at) * Math.PI));
}
