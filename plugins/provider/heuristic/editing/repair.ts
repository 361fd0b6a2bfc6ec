import { analyse, type Diagnostic, type Edit } from '../../../../dsl/index.ts';
import { applyEdits, extentOf, removal, statementsOf } from './statements.ts';

/** Each round takes at least one error away; more than this is not worth mending. */
const MOST_ROUNDS = 40;

const errorsOf = (script: string): readonly Diagnostic[] =>
  analyse(script).diagnostics.filter((one) => one.severity === 'error');

export interface Repaired {
  readonly script: string;
  /** Statements that could not be kept, as they were written. */
  readonly dropped: readonly string[];
}

/** Mends a script by the cures of its diagnostics; what stays wrong is left out. Null where nothing would remain. */
export function repair(script: string): Repaired | null {
  const dropped: string[] = [];
  let text = script;
  let errors = errorsOf(text);
  for (let round = 0; round < MOST_ROUNDS && errors.length > 0; round += 1) {
    const cured = applyEdits(text, cures(errors));
    const left = cured === text ? errors : errorsOf(cured);
    if (left.length < errors.length) {
      text = cured;
      errors = left;
      continue;
    }
    const culprit = culprits(text, errors);
    if (culprit.length === 0) return null;
    for (const { offset, length } of culprit) dropped.push(text.slice(offset, offset + length));
    text = applyEdits(
      text,
      culprit.map((extent) => removal(text, extent)),
    );
    errors = errorsOf(text);
  }
  return errors.length === 0 ? { script: text, dropped } : null;
}

/** The first cure of each error, as long as it does not reach into another's. */
function cures(errors: readonly Diagnostic[]): Edit[] {
  const edits: Edit[] = [];
  for (const {
    cures: [cure],
  } of errors)
    for (const edit of cure?.edits ?? [])
      if (
        edits.every(
          (other) => edit.offset >= other.offset + other.length + 1 || other.offset >= edit.offset + edit.length + 1,
        )
      )
        edits.push(edit);
  return edits;
}

interface Extent {
  readonly offset: number;
  readonly length: number;
}

const holds = (outer: Extent, inner: Extent): boolean =>
  outer.offset <= inner.offset && inner.offset + inner.length <= outer.offset + outer.length;

/** The innermost statements with an error in them, none inside another; the whole scene is none. */
function culprits(text: string, errors: readonly Diagnostic[]): Extent[] {
  const extents = statementsOf(text)
    .filter((statement) => statement.kind !== 'scene')
    .map((statement) => extentOf(text, statement));
  const found = errors.flatMap(({ span }) =>
    extents.filter((extent) => holds(extent, { ...span, length: 0 })).slice(-1),
  );
  const unique = [...new Set(found)];
  return unique.filter((one) => !unique.some((other) => other !== one && holds(other, one)));
}
