import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, IDENTITY, joint, magnification, throughX, throughY } from './affine.ts';

const number = fc.double({ min: -500, max: 500, noNaN: true });

describe('a joint', () => {
  it('stays where it is while what hangs on it turns, clockwise', () => {
    const quarter = joint(IDENTITY, 10, 20, 90);
    expect([throughX(quarter, 0, 0), throughY(quarter, 0, 0)]).toEqual([10, 20]);
    expect(throughX(quarter, 5, 0)).toBeCloseTo(10);
    expect(throughY(quarter, 5, 0)).toBeCloseTo(25);
  });

  it('composes: a point goes through the inner transform first', () => {
    fc.assert(
      fc.property(number, number, number, number, (x, y, degrees, shift) => {
        const outer = joint(IDENTITY, shift, -shift, degrees, 2);
        const inner = joint(IDENTITY, 3, 4, -degrees, 0.5, 1);
        const both = compose(outer, inner);
        const [midX, midY] = [throughX(inner, x, y), throughY(inner, x, y)];
        expect(throughX(both, x, y)).toBeCloseTo(throughX(outer, midX, midY), 6);
        expect(throughY(both, x, y)).toBeCloseTo(throughY(outer, midX, midY), 6);
      }),
    );
  });

  it('magnifies by its scales whatever way it is turned or mirrored', () => {
    expect(magnification(joint(IDENTITY, 7, 7, 33, -2, 2))).toBeCloseTo(2);
  });
});
