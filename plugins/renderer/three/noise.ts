/** A repeatable number in 0–1 for a whole number and a seed: the same on every machine. */
export function hash(n: number, seed = 0): number {
  let h = Math.imul((n | 0) ^ Math.imul(seed | 0, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296;
}

const smooth = (t: number): number => t * t * (3 - 2 * t);
const corner = (x: number, y: number, z: number, seed: number): number => hash(x * 73 + y * 9151 + z * 65537, seed);
const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** Smooth value noise, 0–1, one bump to a unit. */
export function noise(x: number, y: number, z: number, seed = 0): number {
  const [ix, iy, iz] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const [fx, fy, fz] = [smooth(x - ix), smooth(y - iy), smooth(z - iz)];
  const row = (dy: number, dz: number): number =>
    mix(corner(ix, iy + dy, iz + dz, seed), corner(ix + 1, iy + dy, iz + dz, seed), fx);
  return mix(mix(row(0, 0), row(1, 0), fy), mix(row(0, 1), row(1, 1), fy), fz);
}
