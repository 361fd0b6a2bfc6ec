import { z } from 'zod';
import { CSS_COLORS } from '../../check/vocabulary/css-colors.ts';

/** What the params of strokes are made of. Figures out of range are moved to its nearest end, wrong types are refused. */
export const within = (low: number, high: number) =>
  z.number().transform((value) => Math.min(high, Math.max(low, value)));

export const length = within(-100_000, 100_000);
export const size = within(0.1, 10_000);
export const share = within(0, 1);
export const shortText = z.string().max(1_000);

/** How strokes call things: the last token of a path. */
export const id = z
  .string()
  .max(64)
  .regex(/^[\p{L}_][\p{L}\p{N}_.#'-]*$/u, 'letters, digits, _ . # and -, a letter first')
  .refine((name) => !['__proto__', 'prototype', 'constructor'].includes(name), 'this name is reserved');

export const color = z.string().transform((text, context) => {
  const found = colorOf(text);
  if (found !== null) return found;
  context.addIssue({ code: 'custom', message: `"${text.slice(0, 40)}" is no colour: write #rrggbb or a CSS name` });
  return z.NEVER;
});

/** `#rgb`, `#rrggbb` or a CSS name as `#rrggbb`, or null. */
export function colorOf(text: string): string | null {
  const low = text.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(low)) return low;
  if (/^#[0-9a-f]{3}$/.test(low)) return `#${[...low.slice(1)].map((digit) => digit + digit).join('')}`;
  return Object.hasOwn(CSS_COLORS, low) ? (CSS_COLORS[low] ?? null) : null;
}

/** `[x, y]` or `{x, y}`. */
export const point = z.union([
  z.tuple([length, length]).transform(([x, y]) => ({ x, y, z: 0 })),
  z.object({ x: length, y: length }).transform(({ x, y }) => ({ x, y, z: 0 })),
]);

export const points = z.array(point).max(500);
