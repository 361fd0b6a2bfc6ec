import { describe, expect, it } from 'vitest';
import { bar, bothSides, egg, flow } from './field.ts';
import { sculpt } from './sculpt.ts';

const white = (_x: number, _y: number, _z: number, out: { setScalar(value: number): unknown }): void => {
  out.setScalar(1);
};

const ball = sculpt(egg([0, 0, 0], [0.5, 0.5, 0.5]), [-0.7, -0.7, -0.7], [0.7, 0.7, 0.7], 0.1, white);

describe('a sculpted form', () => {
  it('has its vertices on the surface and its normals outwards', () => {
    const [position, normal] = [ball.getAttribute('position'), ball.getAttribute('normal')];
    expect(position.count).toBeGreaterThan(100);
    for (let i = 0; i < position.count; i++) {
      const [x, y, z] = [position.getX(i), position.getY(i), position.getZ(i)];
      const r = Math.hypot(x, y, z);
      expect(Math.abs(r - 0.5)).toBeLessThan(0.02);
      const outward = (x * normal.getX(i) + y * normal.getY(i) + z * normal.getZ(i)) / r;
      expect(outward).toBeGreaterThan(0.98);
    }
  });

  it('is closed: every edge is shared by two faces that agree on which side is out', () => {
    const index = [...(ball.getIndex()?.array ?? [])];
    const edges = new Set<string>();
    for (let i = 0; i < index.length; i += 3) {
      for (const [a, b] of [
        [0, 1],
        [1, 2],
        [2, 0],
      ] as const)
        edges.add(`${index[i + a]}>${index[i + b]}`);
    }
    expect(edges.size).toBe(index.length);
    for (const edge of edges) expect(edges.has(edge.split('>').reverse().join('>'))).toBe(true);
  });

  it('is the same each time it is made', () => {
    const again = sculpt(egg([0, 0, 0], [0.5, 0.5, 0.5]), [-0.7, -0.7, -0.7], [0.7, 0.7, 0.7], 0.1, white);
    expect(again.getAttribute('position').array).toEqual(ball.getAttribute('position').array);
  });
});

describe('fields', () => {
  it('measure the distance to a tapering bar', () => {
    const cone = bar([0, 0, 0], 0.2, [1, 0, 0], 0.1);
    expect(cone(0, 0.5, 0)).toBeCloseTo(0.3);
    expect(cone(1, 0.5, 0)).toBeCloseTo(0.4);
    expect(cone(-1, 0, 0)).toBeCloseTo(0.8);
  });

  it('flow together where they meet and stay themselves apart', () => {
    const [left, right] = [egg([-0.3, 0, 0], [0.3, 0.3, 0.3]), egg([0.3, 0, 0], [0.3, 0.3, 0.3])];
    const both = flow(0.2, left, right);
    expect(both(0, 0.1, 0)).toBeLessThan(Math.min(left(0, 0.1, 0), right(0, 0.1, 0)));
    expect(both(-0.3, 0.3, 0)).toBeCloseTo(left(-0.3, 0.3, 0), 6);
  });

  it('are mirrored at z = 0', () => {
    const pair = bothSides(egg([0, 0, 0.4], [0.1, 0.1, 0.1]));
    expect(pair(0, 0, -0.4)).toBe(pair(0, 0, 0.4));
  });
});
