import { ticks } from 'd3-array';
import type { ChartState } from '../../plan/timeline.ts';
import type { Mark } from '../frame.ts';
import { decimalsOf, figure } from './figures.ts';
import { type Layout, layoutOf, rule, widest } from './layout.ts';
import { label, roundedBox, shape } from './marks.ts';

const DEPTH = 24;
/** Printed bars have ends that can be read off: hardly rounded. */
const CORNER = 4;
/** How much later the last part begins than the first, as a share of the whole growth. */
const STAGGER = 0.35;

/** How much of part `at` of `count` has grown: one begins shortly after the other, all are complete at the end. */
export function partProgress(progress: number, at: number, count: number): number {
  const late = count > 1 ? (STAGGER * at) / (count - 1) : 0;
  const share = Math.min(1, Math.max(0, (progress - late) / (1 - STAGGER)));
  return share * share * (3 - 2 * share);
}

/** What the longest part is measured by: 100 where the figures are percent, else a round number. */
const scaleOf = ({ parts, unit }: ChartState): readonly number[] => {
  const most = parts.reduce((top, { value }) => Math.max(top, value), 0);
  return ticks(0, unit === '%' && most <= 100 ? 100 : most || 1, 4);
};

/** Upright columns on a ground line, their names below, their figures above. */
export function columnChart(state: ChartState, progress: number): Mark[] {
  const layout = layoutOf(state);
  const { color } = layout;
  const steps = scaleOf(state);
  const most = Math.max(steps.at(-1) ?? 1, ...state.parts.map(({ value }) => value));
  const texts = steps.map((step) => figure(step, decimalsOf(steps), state.unit));
  const left = layout.left + widest(texts, layout.text) + 12;
  const ground = layout.bottom - layout.text * (state.x_axis ? 3 : 1.7);
  const top = layout.top + layout.value * 1.4;
  const y = (value: number) => ground - (value / most) * (ground - top);
  const wide = (layout.right - left) / Math.max(1, state.parts.length);
  const decimals = decimalsOf(state.parts.map(({ value }) => value));
  const grid = steps.flatMap((step, at) => [
    rule(left, y(step), layout.right, y(step), color, step === 0),
    label(texts[at] ?? '', left - 10, y(step), { size: layout.text, color, align: 'right', opacity: 0.85 }),
  ]);
  const caption = state.x_axis
    ? [
        label(state.x_axis, (left + layout.right) / 2, layout.bottom - layout.text * 0.6, {
          size: layout.text,
          color,
          align: 'center',
          opacity: 0.75,
        }),
      ]
    : [];
  const columns = state.parts.flatMap((part, at): Mark[] => {
    const middle = left + wide * (at + 0.5);
    const half = Math.min(wide * 0.32, 70);
    const share = partProgress(progress, at, state.parts.length);
    const roof = y(part.value * share);
    const name = label(part.name, middle, ground + layout.text, { size: layout.text, color, align: 'center' });
    if (share <= 0) return [name];
    const grown = roundedBox(middle - half, roof, middle + half, ground, Math.min(8, (ground - roof) / 2));
    return [
      name,
      shape(grown, { fill: part.color, depth: DEPTH }),
      label(figure(part.value * share, decimals, state.unit), middle, roof - layout.value * 0.7, {
        size: layout.value,
        color,
        weight: 700,
        align: 'center',
        z: DEPTH,
      }),
    ];
  });
  return [...layout.heading, ...grid, ...caption, ...columns];
}

/** Level bars, their names to the left, their figures at their ends. */
export function barChart(state: ChartState, progress: number): Mark[] {
  const layout = layoutOf(state);
  const most = Math.max(...scaleOf(state), ...state.parts.map(({ value }) => value), 1e-9);
  const decimals = decimalsOf(state.parts.map(({ value }) => value));
  const names = Math.min(
    widest(
      state.parts.map(({ name }) => name),
      layout.value,
    ),
    (layout.right - layout.left) * 0.42,
  );
  const figures = widest(
    state.parts.map(({ value }) => figure(value, decimals, state.unit)),
    layout.value,
    700,
  );
  const left = layout.left + names + 16;
  const right = layout.right - figures - 16;
  const high = (layout.bottom - layout.top) / Math.max(1, state.parts.length);
  const bars = state.parts.flatMap((part, at): Mark[] => {
    const middle = layout.top + high * (at + 0.5);
    const half = Math.min(high * 0.3, 26);
    const share = partProgress(progress, at, state.parts.length);
    const end = left + (right - left) * ((part.value * share) / most);
    const track = roundedBox(left, middle - half, right, middle + half, CORNER);
    const marks: Mark[] = [
      label(part.name, left - 14, middle, { size: layout.value, color: layout.color, align: 'right' }),
      shape(track, { fill: layout.color, opacity: 0.08, z: -2 }),
    ];
    if (share <= 0) return marks;
    const bar = roundedBox(left, middle - half, Math.max(end, left + 1), middle + half, CORNER);
    return [
      ...marks,
      shape(bar, { fill: part.color, depth: DEPTH }),
      figureAt(part.value * share, decimals, state.unit, end, middle, layout),
    ];
  });
  return [...layout.heading, rule(left, layout.top, left, layout.bottom, layout.color, true), ...bars];
}

const figureAt = (value: number, decimals: number, unit: string, x: number, y: number, layout: Layout): Mark =>
  label(figure(value, decimals, unit), x + 12, y, { size: layout.value, color: layout.color, weight: 700, z: DEPTH });
