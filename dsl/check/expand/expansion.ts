import { type Code, type Cure, type Diagnostic, diagnose, type ParamsOf, type Span } from '../../diagnostics.ts';
import type { Statement } from '../../read/ast.ts';
import { MAX_EXPANDED } from '../limits.ts';
import { createChance } from './chance.ts';
import type { Prefabs } from './prefabs.ts';
import { placed, type Scope } from './scope.ts';

/** One expansion of one script: what it may use, what it has cost, and what it has to say. */
export interface Expansion {
  readonly prefabs: Prefabs;
  /** Where prefabs of the library are used, by `placeOf`: whatever is wrong in them is reported there. */
  readonly libraryUses: Map<string, string>;
  readonly report: <C extends Code>(
    code: C,
    span: Span,
    params: ParamsOf<C>,
    scope: Scope,
    cures?: readonly Cure[],
  ) => void;
  /** Counts work; false once there was too much of it, and then nothing more is written out. */
  readonly count: (work: number, span: Span) => boolean;
  /** A number from 0 to 1 that depends on the seed and on which thing of the script asks for it. */
  readonly random: (scope: Scope) => number;
  /** Names the statement for which chance is asked next. */
  readonly turnTo: (statement: Statement) => void;
}

export const placeOf = ({ offset, length }: Span) => `${offset} ${length}`;

export function createExpansion(prefabs: Prefabs, seed: number, diagnostics: Diagnostic[]): Expansion {
  const chance = createChance(seed);
  let done = 0;
  let full = false;
  let asking = '';
  return {
    prefabs,
    libraryUses: new Map(),
    report(code, span, params, scope, cures = []) {
      diagnostics.push(diagnose(code, placed(span, scope), params, scope.reportedAt ? [] : cures));
    },
    count(work, span) {
      done += work;
      if (done > MAX_EXPANDED && !full) {
        full = true;
        diagnostics.push(diagnose('dsl/limit-expansion', span, { limit: MAX_EXPANDED, found: done }));
      }
      return !full;
    },
    // By name and not by place in the text, so that a formatter or a comment changes nothing.
    random: ({ prefix, suffix }) => chance(`${prefix}|${asking}|${suffix}`),
    turnTo(statement) {
      const name = 'name' in statement ? (statement.name?.text ?? '') : '';
      asking = `${statement.kind} ${name}`;
    },
  };
}
