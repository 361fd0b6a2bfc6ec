import { z } from 'zod';
import type { ChartPart } from '../../check/model.ts';
import { round3 } from '../../plan/rounding.ts';
import { chartFrame, paletteColor, putChart } from './chart-frame.ts';
import { color, shortText } from './fields.ts';
import { strokeRule } from './stroke-rule.ts';

const figure = z.number().min(-1e9).max(1e9);
const slice = z
  .object({
    label: shortText.optional(),
    name: shortText.optional(),
    value: figure.optional(),
    share: figure.optional(),
    percent: figure.optional(),
    color: color.optional(),
  })
  .transform(({ label, name, value, share, percent, color }) => ({
    name: label ?? name ?? '',
    value: value ?? share ?? percent ?? 0,
    color,
  }));

const DEFAULT_SLICES = [
  { name: 'Adopted', value: 62, color: undefined },
  { name: 'Open', value: 38, color: undefined },
];

/** Shares that add up to 100, whatever they added up to before; below 0 counts as nothing, nothing at all as equal shares. */
export function hundredPercent(values: readonly number[]): number[] {
  const held = values.map((value) => Math.max(0, value));
  const sum = held.reduce((total, value) => total + value, 0);
  const shares = held.map((value) => round3(sum > 0 ? (100 * value) / sum : 100 / held.length));
  const rest = round3(100 - shares.reduce((total, value) => total + value, 0));
  // What rounding left over goes to the largest, where it shows least.
  const largest = shares.indexOf(Math.max(...shares));
  return shares.map((value, index) => (index === largest ? round3(value + rest) : value));
}

/** How a whole is divided. */
export const drawPieSaturation = strokeRule({
  params: chartFrame.extend({
    slices: z.array(slice).min(1).max(24).default(DEFAULT_SLICES),
    donut: z.boolean().default(false),
  }),
  duration_ms: 2_000,
  paths: () => ['/charts/saturation_pie'],
  draw(stroke) {
    const { slices, donut } = stroke.params;
    const shares = hundredPercent(slices.map(({ value }) => value));
    const parts = slices.map(
      ({ name, color }, index): ChartPart => ({
        name: name || `Slice ${index + 1}`,
        color: color ?? paletteColor(index),
        value: shares[index] ?? 0,
      }),
    );
    putChart('saturation_pie', donut ? 'donut' : 'pie', { series: [], parts }, '%', stroke);
  },
});
