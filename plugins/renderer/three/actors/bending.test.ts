import { describe, expect, it } from 'vitest';
import { sideways, spine } from './bending.ts';

describe('the spine of a fish', () => {
  it('keeps the head still and swings the tail', () => {
    const held = spine();
    const reach = (x: number): number => {
      const places = Array.from({ length: 24 }, (_, i) => {
        held.stroke.value = (i / 24) * Math.PI * 2;
        return Math.abs(sideways(x, held).z);
      });
      return Math.max(...places);
    };
    expect(reach(0.4)).toBe(0);
    expect(reach(-0.3)).toBeGreaterThan(reach(0) * 2);
  });

  it('has the slope of its own curve', () => {
    const held = spine();
    held.stroke.value = 1.3;
    held.curl.value = 0.1;
    const e = 1e-5;
    for (const x of [0.2, 0, -0.2, -0.36]) {
      const measured = (sideways(x + e, held).z - sideways(x - e, held).z) / (2 * e);
      expect(sideways(x, held).slope).toBeCloseTo(measured, 4);
    }
  });

  it('lays the tail aside in a turn', () => {
    const held = spine();
    const straight = sideways(-0.36, held).z;
    held.curl.value = 0.15;
    expect(sideways(-0.36, held).z - straight).toBeCloseTo(0.15, 6);
  });
});
