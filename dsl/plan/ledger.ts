import type { Ease } from '../check/model.ts';
import type { Span } from '../diagnostics.ts';
import { isMotion, nestingOf, restOf, settledAt } from './motion.ts';
import { round3, roundEase } from './rounding.ts';
import type { Animated, CurveKind, Motion, Patch } from './timeline.ts';

/** Motions that interrupt each other nest; beyond this depth a new one starts from where the last would have ended. */
export const MAX_NESTING = 8;

export interface Shift<T> {
  readonly at_ms: number;
  readonly duration_ms: number;
  readonly ease: Ease;
  readonly curve: CurveKind;
  /** What the property is made to be at once, when it does not start from what it is. */
  readonly from?: T;
  readonly through: readonly T[];
  /** The last of `through` is added to what a number is then. */
  readonly relative?: boolean;
  readonly origin: Span;
}

/** The patches written so far, and what they have made of every animated property. */
export interface Ledger {
  readonly patches: readonly Patch[];
  write(patch: Patch): void;
  /** The value of an animated property at `at_ms`: a literal when it stands still then. */
  current<T>(path: string, at_ms: number, otherwise: T): Animated<T>;
  begin<T>(path: string, value: Animated<T>): void;
  /** False when motions had piled up too deep to be nested. */
  change<T>(path: string, shift: Shift<T>, otherwise: T): boolean;
}

export function createLedger(): Ledger {
  const patches: Patch[] = [];
  const values = new Map<string, Animated<unknown>>();
  // The only writers of `values` are `begin` and `change`, which are given the type of the property by its one owner.
  const read = <T>(path: string, otherwise: T): Animated<T> =>
    (values.get(path) as Animated<T> | null | undefined) ?? otherwise;

  return {
    patches,
    write: (patch) => void patches.push(patch),
    current: (path, at_ms, otherwise) => settledAt(read(path, otherwise), at_ms),
    begin: (path, value) => void values.set(path, value),
    change<T>(path: string, shift: Shift<T>, otherwise: T) {
      const { at_ms, duration_ms, ease, curve, origin } = shift;
      const before = shift.from ?? settledAt(read(path, otherwise), at_ms);
      const through = shift.relative ? shift.through.map((by) => added(restOf(before), by)) : shift.through;
      const last = through.at(-1);
      if (last === undefined) return true;
      const tooDeep = nestingOf(before) >= MAX_NESTING;
      const from = tooDeep && isMotion(before) ? restOf(before) : before;
      const motion: Motion<T> = { start_ms: at_ms, duration_ms, ease: roundEase(ease), curve, from, through };
      const value = duration_ms > 0 ? motion : restOf<T>({ ...motion, from: restOf(before) });
      values.set(path, value);
      patches.push({ at_ms, op: opFor(path), path, value, origin });
      return !tooDeep;
    },
  };
}

const added = <T>(to: T, by: T): T =>
  // Only numbers are told as differences, and a sum of the same type is one again.
  typeof to === 'number' && typeof by === 'number' ? (round3(to + by) as T) : by;

/** Colours and uniforms need not be there yet: what a kind or a recipe brings along is not written out. */
const opFor = (path: string): 'add' | 'replace' => (path.split('/').length > 4 ? 'add' : 'replace');
