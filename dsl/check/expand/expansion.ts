import { type Code, type Cure, type Diagnostic, diagnose, type ParamsOf, type Span } from '../../diagnostics.ts';
import type { Statement } from '../../read/ast.ts';
import { nearest } from '../../read/nearest.ts';
import { MAX_DIAGNOSTICS, MAX_EXPANDED } from '../limits.ts';
import { createChance } from './chance.ts';
import type { Prefabs } from './prefabs.ts';
import { placed, type Scope } from './scope.ts';

type UnknownHere = 'dsl/unknown-variable' | 'dsl/unknown-function' | 'dsl/unknown-prefab' | 'dsl/unknown-param';

/** More than this many are no help in a message. */
const SHOWN = 12;

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
  /** Says that a word is none of those, and offers the one that was probably meant. */
  readonly reportUnknown: (
    code: UnknownHere,
    word: string,
    span: Span,
    all: () => readonly string[],
    scope: Scope,
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
  const expansion: Expansion = {
    prefabs,
    libraryUses: new Map(),
    report(code, span, params, scope, cures = []) {
      diagnostics.push(diagnose(code, placed(span, scope), params, scope.reportedAt ? [] : cures));
    },
    reportUnknown(code, word, span, all, scope) {
      // Nobody reads that many, and looking for near names among many for each of them takes long.
      const names = diagnostics.length > MAX_DIAGNOSTICS ? [] : all();
      const meant = nearest(word, [...names]);
      const edits = [{ offset: span.offset, length: word.length, text: meant ?? '' }];
      const cures = meant === null ? [] : [{ title: `Write \`${meant}\``, edits }];
      const params = { word, meant: meant ?? '', known: names.slice(0, SHOWN).join(', ') };
      expansion.report(code, span, params, scope, cures);
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
  return expansion;
}
