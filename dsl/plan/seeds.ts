/** A seed for one emission from the scene's seed and the emission's name: FNV-1a over the name, 32 bits, unsigned. */
export function seedFor(seed: number, name: string): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 16777619) >>> 0;
  return hash;
}
