import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diceOf, mutate, tokensOf } from './mutate.ts';
import { travel } from './road.ts';

const KEPT = join(import.meta.dirname, '../../scenarios/fuzz');
const kept = readdirSync(KEPT).filter((file) => file.endsWith('.scene'));

describe('the scripts that fuzzing kept', () => {
  it('are there, and none of them is a crash that was never mended', () => {
    expect(kept.length).toBeGreaterThan(50);
    expect(kept.filter((file) => file.startsWith('crash-'))).toEqual([]);
  });
  it.each(kept)('%s travels the whole road', (file) => {
    travel(readFileSync(join(KEPT, file), 'utf8'));
  });
});

describe('mutate', () => {
  it('is the same for the same seed, and different for another', () => {
    const text = 'scene "A" { actor cow is cow at (1, 2) }';
    const twenty = (seed: number) => {
      const dice = diceOf(seed);
      return Array.from({ length: 20 }, () => mutate(text, dice, [tokensOf(text)]));
    };
    expect(twenty(1)).toEqual(twenty(1));
    expect(twenty(1)).not.toEqual(twenty(2));
  });
  it('loses nothing when it cuts a text into tokens', () => {
    const text = 'say x "a \\" b\n 50% -3s #fff // c\n“é” 😀';
    expect(tokensOf(text).join('')).toBe(text);
  });
});
