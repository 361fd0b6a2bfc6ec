import type { ChartState } from '../../plan/timeline.ts';
import type { Mark } from '../frame.ts';
import { decimalsOf, figure } from './figures.ts';
import { layoutOf, widest } from './layout.ts';
import { label, roundedBox, shape, turned } from './marks.ts';

const DEPTH = 24;
const HOLE = 0.58;
/** Degrees between two points of an arc. */
const FINE = 4;
/** Straight up. */
const FROM = -90;

/** Slices that sweep open clockwise from the top, with their names and shares beside them. */
export function pieChart(state: ChartState, progress: number): Mark[] {
  const layout = layoutOf(state);
  const { color, value: size } = layout;
  const total = state.parts.reduce((sum, { value }) => sum + value, 0) || 1;
  const decimals = decimalsOf(state.parts.map(({ value }) => value));
  const figures = state.parts.map(({ value }) => figure(value, decimals, state.unit || '%'));
  const names = widest(
    state.parts.map(({ name }) => name),
    size,
  );
  const list = size * 1.6 + names + widest(figures, size, 700) + size;
  const [width, height] = [layout.right - layout.left, layout.bottom - layout.top];
  const radius = Math.max(10, Math.min(height / 2 - 4, (width - list - size) / 2));
  const gap = Math.max(size, (width - 2 * radius - list) / 2);
  const x = layout.left + Math.max(radius, (width - list - gap) / 2);
  const y = (layout.top + layout.bottom) / 2;
  const listed = x + radius + gap;
  const line = Math.min(size * 1.9, height / Math.max(1, state.parts.length));
  let swept = 0;
  const parts = state.parts.flatMap((part, at): Mark[] => {
    const from = swept;
    swept += (part.value / total) * 360;
    const to = Math.min(swept, progress * 360);
    const share = Math.min(1, Math.max(0, (to - from) / Math.max(swept - from, 1e-9)));
    const row = y + line * (at - (state.parts.length - 1) / 2);
    const shown = 0.35 + 0.65 * share;
    const sign = size * 0.42;
    const written = figure(part.value * share, decimals, state.unit || '%');
    const marks: Mark[] = [
      shape(roundedBox(listed, row - sign, listed + 2 * sign, row + sign, 4), { fill: part.color, opacity: shown }),
      label(part.name, listed + size * 1.3, row, { size, color, opacity: shown }),
    ];
    if (share <= 0) return marks;
    const edge = listed + list - size * 0.4;
    marks.push(label(written, edge, row, { size, color, weight: 700, align: 'right' }));
    return [
      shape(slice(x, y, radius, state.chart === 'donut', from, to), { fill: part.color, depth: DEPTH }),
      ...marks,
    ];
  });
  return [...layout.heading, ...parts];
}

function slice(x: number, y: number, radius: number, hollow: boolean, from: number, to: number): number[] {
  const count = Math.max(1, Math.ceil((to - from) / FINE));
  const angles = Array.from({ length: count + 1 }, (_, at) => FROM + from + ((to - from) * at) / count);
  const outside = angles.flatMap((angle) => turned(x, y, radius, angle));
  const inside = hollow ? angles.toReversed().flatMap((angle) => turned(x, y, radius * HOLE, angle)) : [x, y];
  return [...outside, ...inside];
}
