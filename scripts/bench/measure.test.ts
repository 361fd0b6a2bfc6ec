import { describe, expect, it, vi } from 'vitest';
import { compare, spread } from './measure.ts';

describe('spread', () => {
  it('gives the middle and the two outer tenths, whatever the order', () => {
    expect(spread([9, 1, 5, 3, 7, 2, 8, 4, 6, 10, 0])).toEqual({ p10: 1, median: 5, p90: 9 });
  });
});

describe('compare', () => {
  it('alternates the sides, swapping who goes first', async () => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const order: string[] = [];
    const side = (label: string) => ({ label, run: () => order.push(label) });
    await compare({ name: 'order', ours: side('a'), peer: side('b'), rounds: 2 });
    expect(order.slice(-4)).toEqual(['a', 'b', 'b', 'a']);
  });

  it('counts the things done, so that sides doing more in a round are not punished', async () => {
    const print = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const work = () => {
      let sum = 0;
      for (let i = 0; i < 200_000; i++) sum += Math.sqrt(i);
      return sum;
    };
    const twice = () => [work(), work()];
    const { ratio } = await compare({
      name: 'count',
      ours: { label: 'twice', run: twice, count: 2 },
      peer: { label: 'once', run: work, count: 1 },
      unit: 'sums',
    });
    expect(ratio.median).toBeGreaterThan(0.5);
    expect(ratio.median).toBeLessThan(2);
    expect(print.mock.calls.flat().join('\n')).toContain('once, sums/s');
  });
});
