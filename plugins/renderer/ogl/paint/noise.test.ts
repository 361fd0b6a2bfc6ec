import { describe, expect, it } from 'vitest';
import { cloudiness, hash } from './noise.ts';

describe('noise', () => {
  it('gives the same share for the same numbers, spread over 0 to 1', () => {
    const shares = Array.from({ length: 1000 }, (_, at) => hash(at, 3));
    expect(shares).toEqual(Array.from({ length: 1000 }, (_, at) => hash(at, 3)));
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...shares)).toBeLessThan(1);
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    expect(mean).toBeGreaterThan(0.45);
    expect(mean).toBeLessThan(0.55);
  });

  it('meets itself at the borders of its tile', () => {
    for (let at = 0; at < 1; at += 0.05) {
      expect(cloudiness(0, at, 4, 4, 7)).toBeCloseTo(cloudiness(1, at, 4, 4, 7), 9);
      expect(cloudiness(at, 0, 4, 4, 7)).toBeCloseTo(cloudiness(at, 1, 4, 4, 7), 9);
    }
  });
});
