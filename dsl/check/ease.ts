import type { EaseNode } from '../read/ast.ts';
import { choose } from './choose.ts';
import type { Context } from './context.ts';
import type { Ease } from './model.ts';
import { EASES } from './vocabulary/eases.ts';

interface Made {
  readonly form: string;
  /** How many numbers it takes at least and at most. */
  readonly least: number;
  readonly most: number;
  /** Their ranges, in order; the last holds for all that follow. */
  readonly ranges: readonly (readonly [min: number, max: number, what: string])[];
  readonly make: (numbers: readonly number[]) => Ease;
}

const ANY = [-100, 100, 'y of a Bézier'] as const;
const SHARE = [0, 1, 'x of a Bézier'] as const;
const USUAL_BOUNCE = 0.5;

/** Easings made from numbers. */
const MADE: Readonly<Record<string, Made>> = {
  'cubic-bezier': {
    form: 'cubic-bezier(x1, y1, x2, y2)',
    ...{ least: 4, most: 4, ranges: [SHARE, ANY, SHARE, ANY] },
    make: ([x1 = 0, y1 = 0, x2 = 1, y2 = 1]) => ({ bezier: [x1, y1, x2, y2] }),
  },
  spring: {
    form: 'spring(0.4)',
    ...{ least: 0, most: 1, ranges: [[0, 1, 'bounce of a spring']] },
    make: ([spring = USUAL_BOUNCE]) => ({ spring }),
  },
  steps: {
    form: 'steps(4)',
    ...{ least: 1, most: 1, ranges: [[1, 100, 'number of steps']] },
    make: ([steps = 1]) => ({ steps: Math.round(steps) }),
  },
};

/** An easing by name, a spring, steps, or the Bézier of CSS: four numbers, the first and the third between 0 and 1. */
export function resolveEase({ name, numbers, span }: EaseNode, context: Context): Ease | null {
  const made = Object.hasOwn(MADE, name.text) ? MADE[name.text] : undefined;
  if (!made && numbers === null) return choose('dsl/unknown-ease', name, [...EASES, ...Object.keys(MADE)], context);
  const given = (numbers ?? []).map(({ value }) => value);
  if (!made || given.length < made.least || given.length > made.most) {
    const expected = made ? `numbers as in ${made.form}` : 'a name or cubic-bezier(x1, y1, x2, y2)';
    const found = numbers === null ? name.text : `${name.text}(…)`;
    context.report('dsl/wrong-value', span, { clause: 'ease', expected, found });
    return null;
  }
  const within = given.map((value, at) => {
    const [min, max, what] = made.ranges[Math.min(at, made.ranges.length - 1)] ?? ANY;
    if (value < min || value > max) {
      context.report('dsl/out-of-range', span, { what, number: String(value), min: String(min), max: String(max) });
    }
    return Math.min(max, Math.max(min, value));
  });
  return made.make(within);
}
