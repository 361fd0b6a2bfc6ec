import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convexOf } from './convex.ts';
import { fillOf } from './fill.ts';
import { CORNER, type Outline } from './outline.ts';
import { Outlines } from './outlines.ts';
import { strokeOf } from './stroke.ts';

/** The area of all solid triangles, each corner moved `half` along its direction where it belongs to a stroke. */
function areaOf({ solid }: Outline, half = 0): number {
  let area = 0;
  for (let at = 0; at < solid.length; at += CORNER * 3) {
    const [a, b, c] = [0, 1, 2].map((corner) => {
      const [x = 0, y = 0, dx = 0, dy = 0, far = 0] = solid.slice(at + corner * CORNER, at + (corner + 1) * CORNER);
      return { x: x + dx * far * half, y: y + dy * far * half };
    });
    if (a && b && c) area += Math.abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
  }
  return area;
}

const SQUARE = [0, 0, 100, 0, 100, 100, 0, 100];
const circle = (radius: number, corners = 90): readonly number[] =>
  Array.from({ length: corners }, (_, at) => {
    const angle = (at / corners) * Math.PI * 2;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  }).flat();

describe('a filled shape', () => {
  it('covers its area, with dents too', () => {
    expect(areaOf(fillOf(SQUARE))).toBeCloseTo(10_000);
    expect(areaOf(fillOf([0, 0, 100, 0, 100, 100, 50, 50, 0, 100]))).toBeCloseTo(7500);
    expect(areaOf(convexOf(SQUARE))).toBeCloseTo(10_000);
  });

  it.each([
    ['clockwise', SQUARE],
    ['the other way', [0, 0, 0, 100, 100, 100, 100, 0]],
  ])('fades outwards, drawn %s', (_, points) => {
    const { fringe } = fillOf(points);
    for (let at = 0; at < fringe.length; at += CORNER) {
      const [x = 0, y = 0, dx = 0, dy = 0] = fringe.slice(at, at + CORNER);
      expect(Math.sign(dx)).toBe(Math.sign(x - 50));
      expect(Math.sign(dy)).toBe(Math.sign(y - 50));
    }
  });

  it('is nothing without an inside', () => {
    expect(fillOf([0, 0, 10, 10]).solid).toEqual([]);
    expect(fillOf([]).fringe).toEqual([]);
  });
});

describe('a stroke', () => {
  it('covers its length times its width, and its round ends', () => {
    expect(areaOf(strokeOf([0, 0, 200, 0], false, 20), 10)).toBeCloseTo(200 * 20 + Math.PI * 100, -2);
    expect(areaOf(strokeOf(circle(100), true, 10), 5)).toBeCloseTo(2 * Math.PI * 100 * 10, -2);
  });

  it('is a dot where all its points are one', () => {
    expect(areaOf(strokeOf([5, 5, 5, 5], false, 20), 10)).toBeCloseTo(Math.PI * 100, -2);
  });

  it('is made of finite numbers, whatever the points', () => {
    const number = fc.double({ min: -2000, max: 2000, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(number, { maxLength: 40 }),
        fc.boolean(),
        fc.double({ min: 0.1, max: 90 }),
        (points, closed, width) => {
          for (const value of [...strokeOf(points, closed, width).solid, ...fillOf(points).solid]) {
            expect(Number.isFinite(value)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('the meshes of marks', () => {
  it('are made once for a list', () => {
    const outlines = new Outlines();
    const marks = [
      {
        kind: 'shape',
        points: SQUARE,
        closed: true,
        fill: '#ff0000',
        stroke: '#000000',
        stroke_width: 2,
        opacity: 1,
        depth: 0,
        z: 0,
      },
    ] as const;
    expect(outlines.of(marks)).toBe(outlines.of(marks));
    expect(outlines.of([...marks])).not.toBe(outlines.of(marks));
    expect(outlines.of(marks)[0]?.stroke?.solid.length).toBeGreaterThan(0);
  });
});
