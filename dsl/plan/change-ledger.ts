import type { Ledger, Shift } from './ledger.ts';
import { restOf } from './motion.ts';
import { roundEase } from './rounding.ts';
import type { Change } from './timeline.ts';

/** A ledger that tells what is written into it as changes, for a time that is not known yet. */
export interface ChangeLedger extends Ledger {
  readonly changes: readonly Change[];
}

/** What nothing has been written about stands as `base` leaves it at the end. */
export function createChangeLedger(base: Ledger): ChangeLedger {
  const changes: Change[] = [];
  const values = new Map<string, unknown>();
  // As in `createLedger`: each property has one owner, who knows its type.
  const rest = <T>(path: string, otherwise: T): T =>
    values.has(path) ? (values.get(path) as T) : restOf(base.current(path, Number.POSITIVE_INFINITY, otherwise));

  return {
    patches: [],
    changes,
    write({ at_ms, op, path, value, origin }) {
      changes.push(op === 'remove' ? { at_ms, op, path, origin } : { at_ms, op, path, value, origin });
    },
    current: (path, _at_ms, otherwise) => rest(path, otherwise),
    begin: (path, value) => void values.set(path, restOf(value)),
    change<T>(path: string, shift: Shift<T>, otherwise: T) {
      const { at_ms, duration_ms, ease, curve, through, relative, origin } = shift;
      const last = through.at(-1);
      if (last === undefined) return true;
      if (shift.from !== undefined) {
        const jump = { duration_ms: 0, ease: 'linear', curve: 'line' as const, through: [shift.from], relative: false };
        changes.push({ at_ms, op: 'change', path, motion: jump, origin });
      }
      const from = rest(path, otherwise);
      const sum = typeof from === 'number' && typeof last === 'number' ? from + last : last;
      values.set(path, relative ? sum : restOf<T>({ start_ms: at_ms, duration_ms, ease, curve, from, through }));
      const motion = { duration_ms, ease: roundEase(ease), curve, through, relative: relative ?? false };
      changes.push({ at_ms, op: 'change', path, motion, origin });
      return true;
    },
  };
}
