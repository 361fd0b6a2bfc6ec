/** Numbers by chance that are the same wherever the script is compiled: whole-number arithmetic only. */
export type Chance = (key: string) => number;

/** FNV-1a, 32 bits (draft-eastlake-fnv), with the finalizer of MurmurHash3. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

/** 0 up to, but not with, 1. The same key gives another number each time that it is asked, in the same order. */
export function createChance(seed: number): Chance {
  const asked = new Map<string, number>();
  return (key) => {
    const count = asked.get(key) ?? 0;
    asked.set(key, count + 1);
    return hash(`${seed}|${key}|${count}`) / 0x1_0000_0000;
  };
}
