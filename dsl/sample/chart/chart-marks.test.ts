import { describe, expect, it } from 'vitest';
import type { ChartKind } from '../../check/model.ts';
import type { ChartState } from '../../plan/timeline.ts';
import type { Mark } from '../frame.ts';
import { partProgress } from './bar-chart.ts';
import { chartMarks } from './chart-marks.ts';
import { decimalsOf, figure, place } from './figures.ts';

const base: ChartState = {
  chart: 'curve',
  position: { x: 0, y: 0, z: 0 },
  scale: 1,
  rotation: 0,
  opacity: 1,
  group: null,
  width: 560,
  height: 340,
  title: 'Rides',
  x_axis: 'Year',
  y_axis: 'Million',
  unit: ' M',
  color: '#ffffff',
  progress: 0,
  series: [],
  parts: [],
};
const series = [
  { name: 'A', color: '#38bdf8', points: Array.from({ length: 12 }, (_, at) => ({ x: 2010 + at, y: 3 + at * at })) },
  { name: 'B', color: '#fb7185', points: Array.from({ length: 12 }, (_, at) => ({ x: 2010 + at, y: 4 + at * at })) },
];
const parts = ['Commuters', 'Students', 'Visitors from abroad'].map((name, at) => ({
  name,
  color: '#34d399',
  value: 20 + 20 * at,
}));
const stateOf = (chart: ChartKind): ChartState =>
  chart === 'curve' || chart === 'area' ? { ...base, chart, series } : { ...base, chart, parts, unit: '%' };

const KINDS: readonly ChartKind[] = ['curve', 'area', 'columns', 'bars', 'pie', 'donut'];
const labels = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === 'label' ? [mark] : []));
const written = (marks: readonly Mark[]) => labels(marks).map(({ text }) => text);
const boxOf = ({ x, y, width, size, align }: Extract<Mark, { kind: 'label' }>) => {
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - size * 0.36, bottom: y + size * 0.36 };
};

describe.each(KINDS)('S31 a chart of the kind %s', (kind) => {
  const state = stateOf(kind);
  it.each([0, 0.01, 0.37, 0.8, 1])('keeps its writing apart, legible and inside its box at %d', (progress) => {
    const boxes = labels(chartMarks(state, progress)).map((each) => ({
      ...boxOf(each),
      text: each.text,
      size: each.size,
    }));
    for (const [at, box] of boxes.entries()) {
      expect(box.size).toBeGreaterThanOrEqual(16);
      expect(box.left, box.text).toBeGreaterThanOrEqual(-281);
      expect(box.right, box.text).toBeLessThanOrEqual(281);
      expect(box.top, box.text).toBeGreaterThanOrEqual(-171);
      expect(box.bottom, box.text).toBeLessThanOrEqual(171);
      for (const other of boxes.slice(at + 1)) {
        const apart =
          box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
        expect(apart, `“${box.text}” and “${other.text}”`).toBe(true);
      }
    }
  });
  it('shows its title from the start and its figures at the end', () => {
    expect(written(chartMarks(state, 0))).toContain('Rides');
    const figures = kind === 'curve' || kind === 'area' ? ['124 M', '125 M'] : ['20%', '40%', '60%'];
    expect(written(chartMarks(state, 1))).toEqual(expect.arrayContaining(figures));
  });
  it('has nothing but numbers in its marks, and has body', () => {
    const numbers = chartMarks(state, 0.6).flatMap((mark) =>
      mark.kind === 'shape' ? mark.points : [mark.x, mark.y, mark.width],
    );
    expect(numbers.every(Number.isFinite)).toBe(true);
    const deep = chartMarks(state, 0.6).some((mark) => mark.kind === 'shape' && mark.depth > 0);
    expect(deep).toBe(kind !== 'curve');
  });
  it('can be empty', () => {
    expect(() => chartMarks({ ...state, series: [], parts: [] }, 1)).not.toThrow();
  });
});

describe('S31 growing', () => {
  it('goes on without a step back, one part shortly after the other, all complete at the end', () => {
    for (const at of [0, 1, 2]) {
      let before = 0;
      for (let progress = 0; progress <= 1.0001; progress += 0.01) {
        const now = partProgress(Math.min(1, progress), at, 3);
        expect(now).toBeGreaterThanOrEqual(before);
        before = now;
      }
      expect(partProgress(1, at, 3)).toBe(1);
    }
  });
});

describe('S31 figures', () => {
  it('are grouped by thousands, with as many decimals as they have, whatever the locale', () => {
    expect(figure(1234567.5, 1, ' €')).toBe('1,234,567.5 €');
    expect(figure(-0.2, 0)).toBe('0');
    expect(decimalsOf([1, 2.5, 3])).toBe(1);
    expect(place(2024)).toBe('2024');
  });
});
