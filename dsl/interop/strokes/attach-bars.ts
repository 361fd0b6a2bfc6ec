import { z } from 'zod';
import type { ChartPart } from '../../check/model.ts';
import { round3 } from '../../plan/rounding.ts';
import { chartFrame, paletteColor, putChart } from './chart-frame.ts';
import { color, shortText } from './fields.ts';
import { strokeRule } from './stroke-rule.ts';

const figure = z.number().min(-1e9).max(1e9);
const bar = z
  .object({
    label: shortText.optional(),
    name: shortText.optional(),
    segment: shortText.optional(),
    target: figure.optional(),
    value: figure.optional(),
    color: color.optional(),
  })
  .transform(({ label, name, segment, target, value, color }) => ({
    name: label ?? segment ?? name ?? '',
    value: target ?? value ?? 0,
    color,
  }));

const DEFAULT_BARS = [
  { name: 'Enterprise', value: 72, color: undefined },
  { name: 'Mid-market', value: 54, color: undefined },
  { name: 'Small business', value: 31, color: undefined },
];

/** Attach rates by segment, in percent. */
export const drawSegmentedAttachBars = strokeRule({
  params: chartFrame.extend({
    bars: z.array(bar).min(1).max(24).optional(),
    segments: z.array(bar).min(1).max(24).optional(),
    columns: z.boolean().default(false),
  }),
  duration_ms: 2_400,
  paths: () => ['/charts/segmented_attach'],
  draw(stroke) {
    const { bars, segments, columns } = stroke.params;
    const parts = (bars ?? segments ?? DEFAULT_BARS).map(
      ({ name, value, color }, index): ChartPart => ({
        name: name || `Segment ${index + 1}`,
        color: color ?? paletteColor(index),
        value: round3(Math.min(100, Math.max(0, value))),
      }),
    );
    putChart('segmented_attach', columns ? 'columns' : 'bars', { series: [], parts }, '%', stroke);
  },
});
