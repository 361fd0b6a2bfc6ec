import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Shape } from '../../check/model.ts';
import { type DrawingNow, drawingMarks } from './drawing-marks.ts';

const pen: DrawingNow = { progress: 1, fill: '#ff0000', stroke: '#000000', stroke_width: 4 };
const square: Shape = { kind: 'rect', width: 100, height: 60, corner: 0 };
const points = (shape: Shape, now: Partial<DrawingNow> = {}) =>
  drawingMarks({ shape }, { ...pen, ...now }).flatMap((mark) => (mark.kind === 'shape' ? [mark.points] : []));

describe('free drawing', () => {
  it('S30 is nothing before it begins, and whole at the end', () => {
    expect(drawingMarks({ shape: square }, { ...pen, progress: 0 })).toEqual([]);
    expect(points(square)).toEqual([[-50, -30, 50, -30, 50, 30, -50, 30]]);
  });
  it('S30 draws as much of the outline as its progress says, by length', () => {
    expect(points(square, { progress: 0.5 })).toEqual([[-50, -30, 50, -30, 50, 30]]);
  });
  it('S30 fills the inside once the outline is nearly drawn', () => {
    const opacities = (progress: number) =>
      drawingMarks({ shape: square }, { ...pen, progress }).map((mark) => mark.opacity);
    expect(opacities(0.5)).toEqual([1]);
    expect(opacities(0.8)[0]).toBeCloseTo(0.5);
  });
  it('S30 rounds corners, and draws circles that close', () => {
    const round = points({ ...square, kind: 'rect', corner: 20 })[0] ?? [];
    expect(round.length).toBeGreaterThan(20);
    expect(Math.max(...round)).toBeLessThanOrEqual(50);
    const [circle = []] = points({ kind: 'ellipse', radius_x: 40, radius_y: 20 });
    for (let at = 0; at < circle.length; at += 2) {
      expect(Math.hypot((circle[at] ?? 0) / 40, (circle[at + 1] ?? 0) / 20)).toBeCloseTo(1, 2);
    }
  });
  it('S30 passes a curve through all of its points', () => {
    const through = [0, 1, 2, 3].map((x) => ({ x: x * 100, y: x % 2 === 0 ? 0 : 80, z: 0 }));
    const [curve = []] = points({ kind: 'line', points: through, closed: false, smooth: true });
    for (const { x, y } of through) {
      const near = curve.some((each, at) => at % 2 === 0 && Math.hypot(each - x, (curve[at + 1] ?? 0) - y) < 12);
      expect(near).toBe(true);
    }
  });
  it('S30 follows SVG path data with its arcs and curves, stroke by stroke', () => {
    const strokes = points({ kind: 'path', data: 'M0 0h10v10z M20 0 q 10 10 20 0 M50 0 a5 5 0 0 1 10 0' });
    expect(strokes).toHaveLength(3);
    expect(strokes[0]).toEqual([0, 0, 10, 0, 10, 10]);
    expect(strokes[1]?.slice(-2)).toEqual([40, 0]);
    expect(strokes[2]?.slice(-2)).toEqual([60, 0]);
  });
  it.each(['M6-4M', 'M0 0 L', 'M0 0 L L 3 4', 'M0 0 M 1 1 L 2', 'Z', 'M'])(
    'S30 draws nothing of a path whose letters lack their numbers: %s',
    (data) => {
      expect(points({ kind: 'path', data })).toEqual([]);
    },
  );
  it('S30 never fails, whatever stands for a path', () => {
    const data = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'MmLlCcSsQqAaZzHhVv0123456789 .,-e') }));
    fc.assert(
      fc.property(data, fc.double({ min: 0, max: 1, noNaN: true }), (text, progress) => {
        for (const stroke of points({ kind: 'path', data: text }, { progress }))
          expect(stroke.every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
