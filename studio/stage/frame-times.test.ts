import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DETAILS, FrameBudget } from './frame-budget.ts';
import { FrameTimes } from './frame-times.ts';

describe('the times between pictures', () => {
  it('are told by their middle and their slow end, pauses left out', () => {
    const times = new FrameTimes();
    for (let at = 1; at <= 100; at += 1) times.note(at);
    times.note(5000);
    expect(times.spread).toEqual({ median_ms: 51, p95_ms: 96 });
  });

  it('are those of the last seconds', () => {
    const times = new FrameTimes();
    for (let at = 0; at < 500; at += 1) times.note(100);
    for (let at = 0; at < 120; at += 1) times.note(10);
    expect(times.spread).toEqual({ median_ms: 10, p95_ms: 10 });
  });
});

describe('the frame budget', () => {
  it('never swings, whatever pictures take', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 3000 }), (gaps) => {
        const budget = new FrameBudget();
        let changes = 0;
        let rises = 0;
        let before = budget.detail;
        for (const gap of gaps) {
          budget.note(gap);
          if (budget.detail !== before) changes += 1;
          if (budget.detail > before) rises += 1;
          before = budget.detail;
        }
        expect(rises).toBeLessThanOrEqual(1);
        expect(changes).toBeLessThanOrEqual(DETAILS.length + 1);
      }),
    );
  });
});
