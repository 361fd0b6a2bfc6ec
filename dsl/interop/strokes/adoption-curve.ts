import { z } from 'zod';
import type { ChartSeries } from '../../check/model.ts';
import { round3 } from '../../plan/rounding.ts';
import { chartFrame, paletteColor, putChart } from './chart-frame.ts';
import { color, shortText } from './fields.ts';
import { strokeRule } from './stroke-rule.ts';

const figure = z.number().min(-1e9).max(1e9);
const datum = z.union([
  z.tuple([figure, figure]).transform(([x, y]) => ({ x, y })),
  z.object({ x: figure, y: figure }),
]);
const data = z.array(datum).min(1).max(500);

const DEFAULT_POINTS = [
  { x: 0, y: 3 },
  { x: 1, y: 9 },
  { x: 2, y: 24 },
  { x: 3, y: 52 },
  { x: 4, y: 78 },
  { x: 5, y: 90 },
];

/** x ascending, each once (the last of equal ones counts), and growth that never turns down. */
export function hardenedPoints(points: readonly { readonly x: number; readonly y: number }[]): ChartSeries['points'] {
  const byX = new Map(points.map(({ x, y }) => [round3(x), round3(y)]));
  let highest = Number.NEGATIVE_INFINITY;
  return [...byX]
    .sort(([a], [b]) => a - b)
    .map(([x, y]) => {
      highest = Math.max(highest, y);
      return { x, y: highest };
    });
}

/** Growth over time as a curve, or several. */
export const drawAdoptionCurve = strokeRule({
  params: chartFrame.extend({
    points: data.optional(),
    series: z
      .array(z.object({ name: shortText.default(''), color: color.optional(), points: data }))
      .min(1)
      .max(12)
      .optional(),
  }),
  duration_ms: 3_000,
  paths: () => ['/charts/adoption_curve'],
  draw(stroke) {
    const { series, points, title } = stroke.params;
    const given = series ?? [{ name: title ?? 'Adoption', color: undefined, points: points ?? DEFAULT_POINTS }];
    const hardened = given.map(({ name, color, points }, index) => ({
      name: name || `Series ${index + 1}`,
      color: color ?? paletteColor(index),
      points: hardenedPoints(points),
    }));
    putChart('adoption_curve', 'curve', { series: hardened, parts: [] }, '', stroke);
  },
});
