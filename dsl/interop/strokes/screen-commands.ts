import { z } from 'zod';
import { color, id, length, point, points, share, shortText, size, within } from './fields.ts';

const look = {
  id: id.optional(),
  color: color.optional(),
  fill: color.nullable().optional(),
  stroke: color.nullable().optional(),
  width: size.optional(),
  opacity: share.default(1),
  /** From the beginning of the stroke. */
  at_ms: within(0, 86_400_000).transform(Math.round).default(0),
  duration_ms: within(0, 86_400_000).transform(Math.round).default(0),
};
/** `at: [x, y]`, or x and y. */
const placed = {
  ...look,
  at: point.optional(),
  point: point.optional(),
  x: length.default(360),
  y: length.default(180),
};
const radius = size.default(20);

/** The commands of `runScreenScript`. Lengths in pixels of a stage of 720 × 360. */
export const commandSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('dot'), ...placed, radius: size.default(4) }),
  z.object({ op: z.literal('circle'), ...placed, radius, r: size.optional() }),
  z.object({ op: z.literal('ellipse'), ...placed, rx: size.default(40), ry: size.default(20) }),
  z.object({
    op: z.literal('rect'),
    ...placed,
    w: size.default(80),
    h: size.default(50),
    corner: within(0, 1_000).default(0),
  }),
  z.object({ op: z.literal('line'), ...look, from: point.optional(), to: point.optional(), points: points.optional() }),
  z.object({ op: z.literal('polyline'), ...look, points: points.min(2), smooth: z.boolean().default(false) }),
  z.object({ op: z.literal('polygon'), ...look, points: points.min(3) }),
  z.object({ op: z.literal('text'), ...placed, text: shortText, size: size.default(18) }),
  z.object({
    op: z.literal('move'),
    id,
    to: point.optional(),
    points: points.optional(),
    at_ms: look.at_ms,
    duration_ms: within(0, 86_400_000).transform(Math.round).default(1_000),
    easing: z.string().max(80).optional(),
  }),
  z.object({ op: z.literal('annotate'), ...placed, text: shortText, size: size.default(16) }),
]);

export type Command = z.output<typeof commandSchema>;
export type Op = Command['op'];
