import { nice, ticks } from 'd3-array';
import type { ChartSeries } from '../../check/model.ts';
import type { ChartState } from '../../plan/timeline.ts';
import type { Mark } from '../frame.ts';
import { decimalsOf, figure, place } from './figures.ts';
import { layoutOf, legend, rule, widest } from './layout.ts';
import { circle, label, shape } from './marks.ts';

const AREA_DEPTH = 14;

interface Axes {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly ground: number;
}

interface End {
  readonly series: ChartSeries;
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** Lines, or areas, that grow from left to right; a point with its figure leads each. */
export function curveChart(state: ChartState, progress: number): Mark[] {
  const series = state.series.filter(({ points }) => points.length > 0);
  const layout = layoutOf(state);
  const xs = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const ys = series.flatMap(({ points }) => points.map(({ y }) => y));
  const [first = 0, last = 1] = [xs[0], xs.at(-1)];
  const [deepest, highest] = [Math.min(0, ...ys), Math.max(0, ...ys)];
  // The grid ends on a round figure above what it shows.
  const [low, roof] = nice(deepest, highest === deepest ? deepest + 1 : highest, 4);
  const steps = ticks(low, roof, 4);
  const unitSteps = steps.map((step) => figure(step, decimalsOf(steps), state.unit));
  const decimals = decimalsOf(ys);

  const lead =
    widest(
      ys.map((y) => figure(y, decimals, state.unit)),
      layout.value,
      700,
    ) + 18;
  const left = layout.left + widest(unitSteps, layout.text) + 12;
  const right = layout.right - lead;
  const foot = layout.text * (state.x_axis ? 3 : 1.6);
  const top = layout.top + layout.value * 0.6 + (series.length > 1 ? layout.text * 1.7 : 0);
  const ground = layout.bottom - foot;
  const axes: Axes = {
    x: (value) => left + ((value - first) / (last - first || 1)) * (right - left),
    y: (value) => ground - ((value - low) / (roof - low || 1)) * (ground - top),
    ground,
  };

  const grid = steps.flatMap((step, at) => [
    rule(left, axes.y(step), right, axes.y(step), layout.color, step === 0),
    label(unitSteps[at] ?? '', left - 10, axes.y(step), {
      size: layout.text,
      color: layout.color,
      align: 'right',
      opacity: 0.85,
    }),
  ]);
  const names = series.length > 1 ? legend(series, layout.left, layout.top + layout.text * 0.7, layout) : [];
  const reached = first + (last - first) * progress;
  const grown = progress > 0 ? series.flatMap((each) => grow(each, reached, state.chart === 'area', axes)) : [];
  const ends = progress > 0 ? series.flatMap((each) => endOf(each, reached, axes) ?? []) : [];
  return [
    ...layout.heading,
    ...names,
    ...grid,
    ...placesBelow(xs, axes, layout.text, layout.color),
    ...(state.x_axis
      ? [
          label(state.x_axis, (left + right) / 2, layout.bottom - layout.text * 0.6, {
            size: layout.text,
            color: layout.color,
            align: 'center',
            opacity: 0.75,
          }),
        ]
      : []),
    ...grown,
    ...heads(ends, ground, layout.value, decimals, state.unit),
  ];
}

/** As many of the places as stand beside each other without touching; the first and the last always. */
function placesBelow(xs: readonly number[], axes: Axes, size: number, color: string): Mark[] {
  const texts = xs.map(place);
  const room = (xs.length > 1 ? axes.x(xs.at(-1) ?? 0) - axes.x(xs[0] ?? 0) : 0) + 1;
  const step = Math.max(1, Math.ceil((xs.length * (widest(texts, size) + size)) / Math.max(room + size * 2, 1)));
  let free = Number.NEGATIVE_INFINITY;
  return xs.flatMap((x, at) => {
    const wanted = at === xs.length - 1 || (at % step === 0 && xs.length - 1 - at >= step);
    const half = widest([texts[at] ?? ''], size) / 2;
    if (!wanted || axes.x(x) - half < free) return [];
    free = axes.x(x) + half + size * 0.4;
    return [
      label(texts[at] ?? '', axes.x(x), axes.ground + size * 0.95, { size, color, align: 'center', opacity: 0.85 }),
    ];
  });
}

/** The points up to `reached`, the last of them between two where it lies there. */
function shown({ points }: ChartSeries, reached: number): { readonly x: number; readonly y: number }[] {
  const past = points.filter(({ x }) => x <= reached + 1e-9);
  const next = points[past.length];
  const before = past.at(-1);
  if (!next || !before || reached - before.x < 1e-9) return past;
  const share = (reached - before.x) / (next.x - before.x);
  return [...past, { x: reached, y: before.y + (next.y - before.y) * share }];
}

function grow(series: ChartSeries, reached: number, filled: boolean, { x, y, ground }: Axes): Mark[] {
  const line = shown(series, reached).flatMap((point) => [x(point.x), y(point.y)]);
  const [first, last] = [line[0], line.at(-2)];
  if (first === undefined || last === undefined) return [];
  const stroke = shape(line, { closed: false, stroke: series.color, stroke_width: 5, z: AREA_DEPTH / 2 + 1 });
  const below = [first, ground, ...line, last, ground];
  const area = shape(below, { fill: series.color, opacity: 0.28, depth: AREA_DEPTH });
  return filled && line.length > 2 ? [area, stroke] : [stroke];
}

function endOf(series: ChartSeries, reached: number, { x, y }: Axes): End | null {
  const end = shown(series, reached).at(-1);
  return end ? { series, x: x(end.x), y: y(end.y), value: end.y } : null;
}

/** The leading points with their figures, pushed apart upwards where lines come close to each other or to the ground. */
function heads(ends: readonly End[], ground: number, size: number, decimals: number, unit: string): Mark[] {
  let free = ground - size * 0.5;
  return [...ends]
    .sort((a, b) => b.y - a.y)
    .flatMap(({ series, x, y, value }) => {
      const at = Math.min(y, free);
      free = at - size * 1.25;
      const { color } = series;
      return [
        shape(circle(x, y, 8), { fill: color, z: AREA_DEPTH }),
        label(figure(value, decimals, unit), x + 14, at, { size, color, weight: 700, z: AREA_DEPTH }),
      ];
    });
}
