import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Shelf } from './shelf.ts';

const side = fc.integer({ min: 1, max: 90 });

describe('the shelf', () => {
  it('places boxes inside the sheet and never one over another', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(side, side), { maxLength: 40 }), (boxes) => {
        const shelf = new Shelf(200, 160);
        const placed = boxes.flatMap(([width, height]) => {
          const at = shelf.place(width, height);
          return at ? [{ ...at, right: at.x + width, bottom: at.y + height }] : [];
        });
        placed.forEach((one, index) => {
          expect(one.right).toBeLessThanOrEqual(200);
          expect(one.bottom).toBeLessThanOrEqual(Math.min(160, shelf.used));
          for (const other of placed.slice(index + 1)) {
            const apart =
              other.x >= one.right || other.right <= one.x || other.y >= one.bottom || other.bottom <= one.y;
            expect(apart).toBe(true);
          }
        });
      }),
    );
  });

  it('says no to what is too large', () => {
    expect(new Shelf(100, 100).place(101, 10)).toBeNull();
    expect(new Shelf(100, 100).place(10, 101)).toBeNull();
  });
});
