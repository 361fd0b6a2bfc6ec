import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIntervals } from './intervals.ts';

const intervals = fc.array(
  fc.record({ from: fc.nat(60), length: fc.nat(20) }).map(({ from, length }) => ({ from, until: from + length })),
  { maxLength: 40 },
);

describe('createIntervals', () => {
  it('S2 S7 finds what a search through all of them finds, in the same order, whatever was asked before', () => {
    fc.assert(
      fc.property(
        intervals,
        fc.array(fc.integer({ min: -2, max: 85 }), { minLength: 1, maxLength: 20 }),
        (stretches, times) => {
          const list = stretches.map((stretch, item) => ({ ...stretch, item }));
          const tree = createIntervals(list);
          const plain = list.toSorted((a, b) => a.from - b.from);
          for (const ms of times) {
            expect(tree.at(ms)).toEqual(
              plain.filter(({ from, until }) => from <= ms && ms < until).map(({ item }) => item),
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
