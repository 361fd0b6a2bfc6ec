import { insertCure } from '../diagnostics.ts';
import type { NumberNode } from '../read/ast.ts';
import type { Context } from './context.ts';
import { MAX_DISTANCE, MAX_DURATION_MS } from './limits.ts';

export interface Range {
  readonly what: string;
  readonly min: number;
  readonly max: number;
}

const written = ({ value, unit }: NumberNode) => `${value}${unit}`;

/** The number itself, moved into its range, and reported if it had to be. What is written in percent is told so. */
function within(node: NumberNode, value: number, range: Range, context: Context): number {
  if (value >= range.min && value <= range.max) return value;
  const nearest = Math.min(range.max, Math.max(range.min, value));
  const show = (each: number) => `${Number(((each * node.value) / value).toFixed(6))}${node.unit}`;
  // A percentage of 0 is 0, and so is in every range that percent are written in.
  const shown =
    node.unit === '%' && value !== 0 ? show : (each: number) => `${each}${node.unit === '%' ? '' : node.unit}`;
  const params = { what: range.what, number: written(node), min: shown(range.min), max: shown(range.max) };
  const { offset, length } = node.span;
  const text = shown(nearest);
  const cures = node.formula ? [] : [{ title: `Write \`${text}\``, edits: [{ offset, length, text }] }];
  context.report('dsl/out-of-range', node.span, params, cures);
  return nearest;
}

/** A bare number: a factor, a share (percent allowed), a count, a size in pixels. */
export function numberOf(node: NumberNode, range: Range, units: readonly string[], context: Context): number | null {
  const { unit } = node;
  if (unit !== '' && !units.includes(unit)) {
    const expected = `${range.what} is a number${units.map((each) => ` or ${each}`).join('')}`;
    context.report('dsl/wrong-unit', node.span, { unit, expected });
    return null;
  }
  return within(node, unit === '%' ? node.value / 100 : node.value, range, context);
}

const SECONDS: Readonly<Record<string, number>> = { s: 1000, ms: 1 };

/** Whole milliseconds. `least` is 0, or below it where time may go back. */
export function durationOf(node: NumberNode, context: Context, least = 0): number | null {
  const { unit, value, span } = node;
  const factor = Object.hasOwn(SECONDS, unit) ? SECONDS[unit] : undefined;
  if (factor === undefined && unit === '') {
    const meant = Math.abs(value) >= 100 ? 'ms' : 's';
    const params = { number: String(value), unit: meant };
    context.report(
      'dsl/missing-unit',
      span,
      params,
      node.formula ? [] : [insertCure(span.offset + span.length, meant)],
    );
    return null;
  }
  if (factor === undefined) {
    context.report('dsl/wrong-unit', span, { unit, expected: 'durations are written 1.5s or 200ms' });
    return null;
  }
  const ms = Math.round(value * factor);
  if (ms >= least && ms <= MAX_DURATION_MS) return ms;
  const range = { what: 'duration', min: `${least / factor}${unit}`, max: `${MAX_DURATION_MS / factor}${unit}` };
  context.report('dsl/out-of-range', span, { ...range, number: written(node) });
  return Math.min(MAX_DURATION_MS, Math.max(least, ms));
}

/** Degrees, clockwise. CSS has turns too. */
export function angleOf(node: NumberNode, context: Context): number | null {
  if (node.unit === 'turn') return angleOf({ ...node, value: node.value * 360, unit: 'deg' }, context);
  return numberOf(node, { what: 'angle', min: -36_000, max: 36_000 }, ['deg'], context);
}

/** Stage pixels. Percent are of `full`, the side of the stage along that axis. */
export function lengthOf(node: NumberNode, full: number, context: Context): number | null {
  const { unit, value, span } = node;
  if (unit !== '' && unit !== 'px' && unit !== '%') {
    context.report('dsl/wrong-unit', span, { unit, expected: 'lengths are pixels or percent of the stage' });
    return null;
  }
  const range = { what: 'coordinate', min: -MAX_DISTANCE, max: MAX_DISTANCE };
  return within(node, unit === '%' ? (value / 100) * full : value, range, context);
}
