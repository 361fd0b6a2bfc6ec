import { z } from 'zod';
import type { ChartDecl, ChartKind } from '../../check/model.ts';
import { color, length, share, shortText, size } from './fields.ts';
import { act, appear, at } from './stroke-draft.ts';
import type { Drawn } from './stroke-rule.ts';

/** What every chart can say of itself. */
export const chartFrame = z.object({
  title: shortText.nullable().default(null),
  x: length.default(360),
  y: length.default(180),
  width: size.default(320),
  height: size.default(200),
  x_axis: shortText.nullable().default(null),
  y_axis: shortText.nullable().default(null),
  unit: z.string().max(16).optional(),
  color: color.default('#1f2937'),
  progress: share.default(0),
});

export const PALETTE = ['#2563eb', '#f59e0b', '#10b981', '#e11d48', '#8b5cf6', '#0ea5e9'] as const;

export const paletteColor = (index: number): string => PALETTE[index % PALETTE.length] ?? PALETTE[0];

type Content = Pick<ChartDecl, 'series' | 'parts'>;

/** Declares the chart and lets it grow to its whole over the time of the stroke. */
export function putChart(
  id: string,
  chart: ChartKind,
  content: Content,
  unit: string,
  { params, timing, span, draft, stroke_id }: Drawn<z.output<typeof chartFrame>>,
): void {
  const { title, x, y, width, height, x_axis, y_axis, color, progress } = params;
  const place = { at: at(x, y), width, height };
  const words = { title, x_axis, y_axis, unit: params.unit ?? unit };
  const declared = { id, only: null, span, group: null };
  const { charts } = draft.model;
  const opacity = appear(draft, id, 1, timing.start_ms, span);
  const before = charts.findIndex((each) => each.id === id);
  const decl: ChartDecl = { ...declared, ...place, ...words, chart, color, opacity, progress, ...content };
  if (before < 0) charts.push(decl);
  else charts[before] = decl;
  const { start_ms, duration_ms, ease } = timing;
  const growth = { kind: 'change', target: id, property: 'progress', to: 1, duration_ms, ease } as const;
  act(draft, stroke_id, start_ms, growth, span);
}
