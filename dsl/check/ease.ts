import type { EaseNode } from '../read/ast.ts';
import { choose } from './choose.ts';
import type { Context } from './context.ts';
import type { Ease } from './model.ts';
import { EASES } from './vocabulary/eases.ts';

const BEZIER = 'cubic-bezier';

/** An easing by name, or the Bézier of CSS: four numbers, the first and the third between 0 and 1. */
export function resolveEase({ name, numbers, span }: EaseNode, context: Context): Ease | null {
  if (name.text !== BEZIER && numbers === null) {
    return choose('dsl/unknown-ease', name, [...EASES, BEZIER], context);
  }
  const [x1, y1, x2, y2, ...more] = (numbers ?? []).map(({ value }) => value);
  const complete = x1 !== undefined && y1 !== undefined && x2 !== undefined && y2 !== undefined && more.length === 0;
  if (name.text !== BEZIER || !complete) {
    const expected = 'a name or cubic-bezier(x1, y1, x2, y2)';
    context.report('dsl/wrong-value', span, { clause: 'ease', expected, found: `${name.text}(…)` });
    return null;
  }
  for (const x of [x1, x2]) {
    if (x >= 0 && x <= 1) continue;
    context.report('dsl/out-of-range', span, { what: 'x of a Bézier', number: String(x), min: '0', max: '1' });
  }
  const within = (x: number) => Math.min(1, Math.max(0, x));
  return { bezier: [within(x1), y1, within(x2), y2] };
}
