import type { Cure, Span } from '../../diagnostics.ts';
import type { Context } from '../context.ts';
import type { ChartPart } from '../model.ts';

export interface Slice {
  readonly part: ChartPart;
  readonly percent: boolean;
  readonly span: Span;
  /** It stands in the script as a number, so that another can be written there. */
  readonly cured: boolean;
}

/** Less than anybody sees in a pie, and more than percent with two digits lose. */
const CLOSE = 0.05;

/**
 * The slices of a pie as shares of 100. Percent that do not add up are reported (`complete`: all slices were
 * understood); amounts are turned into shares.
 */
export function wholeOf(slices: readonly Slice[], complete: boolean, context: Context): ChartPart[] {
  const sum = slices.reduce((total, { part }) => total + Math.max(0, part.value), 0);
  const [last] = slices.slice(-1);
  const percent = slices.filter((slice) => slice.percent).length;
  if (last && percent === slices.length && complete && Math.abs(sum - 100) > CLOSE) {
    context.report('dsl/shares', last.span, { sum: shown(sum) }, last.cured ? curesOf(last, sum) : []);
  } else if (last && percent > 0 && percent < slices.length) {
    const odd = slices.find((slice) => !slice.percent) ?? last;
    const params = { unit: 'none', expected: 'either all slices are percent or none is' };
    context.report('dsl/wrong-unit', odd.span, params);
  }
  if (sum <= 0) return [];
  return slices.map(({ part }) => ({ ...part, value: (Math.max(0, part.value) / sum) * 100 }));
}

function curesOf({ part, span }: Slice, sum: number): Cure[] {
  const rest = 100 - (sum - part.value);
  if (rest <= 0) return [];
  const text = `${shown(rest)}%`;
  return [{ title: `Write \`${text}\``, edits: [{ offset: span.offset, length: span.length, text }] }];
}

const shown = (value: number) => String(Number(value.toFixed(2)));
