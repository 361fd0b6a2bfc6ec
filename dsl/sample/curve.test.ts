import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveThrough, distance } from './curve.ts';

const P = (x: number, y: number, z = 0) => ({ x, y, z });
const points = fc.array(
  fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }), z: fc.constant(0) }),
  { minLength: 1, maxLength: 7 },
);
const kind = fc.constantFrom('line' as const, 'spline' as const);

describe('curveThrough', () => {
  it('S8 begins and ends at its ends and passes every knot', () => {
    fc.assert(
      fc.property(points, kind, (knots, shape) => {
        const curve = curveThrough(knots, shape);
        expect(curve.at(0)).toEqual(knots[0]);
        expect(distance(curve.at(1), knots.at(-1) ?? P(0, 0))).toBeLessThan(1e-6);
        const walk = Array.from({ length: 4001 }, (_, step) => curve.at(step / 4000));
        for (const knot of knots) {
          expect(Math.min(...walk.map((at) => distance(at, knot)))).toBeLessThan(Math.max(1e-6, curve.length / 3000));
        }
      }),
      { numRuns: 60 },
    );
  });
  it('S8 is walked at an even pace, without jumps at the knots', () => {
    const curve = curveThrough([P(230, 520), P(480, 240), P(900, 90), P(1100, 520)], 'spline');
    const steps = Array.from({ length: 1000 }, (_, step) =>
      distance(curve.at(step / 1000), curve.at((step + 1) / 1000)),
    );
    const even = curve.length / 1000;
    for (const step of steps) expect(Math.abs(step - even)).toBeLessThan(even * 0.02);
  });
  it('S8 goes on straight beyond its ends, for easings that overshoot', () => {
    expect(curveThrough([P(0, 0), P(100, 0)], 'line').at(1.2)).toEqual(P(120, 0));
    const spline = curveThrough([P(0, 0), P(50, 80), P(100, 0)], 'spline');
    expect(distance(spline.at(1.1), spline.at(1))).toBeCloseTo(spline.length * 0.1, 0);
  });
  it('S8 takes points that coincide for one', () => {
    expect(curveThrough([P(1, 2), P(1, 2)], 'spline')).toMatchObject({ length: 0, first: P(1, 2) });
    expect(curveThrough([P(0, 0), P(0, 0), P(10, 0)], 'spline').at(0.5)).toEqual(P(5, 0));
  });
});
