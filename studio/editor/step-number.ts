import type { EditorView } from '@codemirror/view';
import { highlight } from '../../dsl/index.ts';

/** How far one press takes a number, by its unit; whole numbers without one go by 1, others by a tenth. */
const STEPS: Readonly<Record<string, number>> = { s: 0.1, ms: 10, deg: 5, px: 1, '%': 1 };

/** A number as written, one step up (1) or down (-1), with its unit; null where it has a unit that is not stepped. */
export function stepped(written: string, way: 1 | -1): string | null {
  const [, amount, decimals, unit = ''] = /^(-?\d+(?:\.(\d+))?)([a-z]+|%)?$/i.exec(written) ?? [];
  const step = unit === '' ? (decimals ? 0.1 : 1) : STEPS[unit];
  if (amount === undefined || step === undefined) return null;
  const value = Number(amount);
  const next = value + way * step;
  const lasts = unit === 's' || unit === 'ms';
  const held = lasts && value >= 0 ? Math.max(0, next) : next;
  const places = Math.max(decimals?.length ?? 0, step < 1 ? 1 : 0);
  const text = held.toFixed(places).replace(/^-(?=[0.]+$)/, '');
  return (lasts ? String(Number(text)) : text) + unit;
}

/** Steps the number at the cursor; leaves the key to others where there is none. */
export const stepNumber =
  (way: 1 | -1) =>
  (view: EditorView): boolean => {
    const script = view.state.doc.toString();
    const { head } = view.state.selection.main;
    const touched = highlight(script).find(
      ({ offset, length, class: is }) => is === 'number' && head >= offset && head <= offset + length,
    );
    if (!touched) return false;
    const to = touched.offset + touched.length;
    const insert = stepped(script.slice(touched.offset, to), way);
    if (insert === null) return false;
    const anchor = Math.min(head, touched.offset + insert.length);
    view.dispatch({ changes: { from: touched.offset, to, insert }, selection: { anchor }, userEvent: 'input.step' });
    return true;
  };
