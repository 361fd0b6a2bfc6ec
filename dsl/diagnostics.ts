/**
 * The shape of everything the language has to say about a script. The catalogue of codes lives below it: one table
 * from which the messages and the documentation come.
 */

import type { Entry, Severity } from './diagnostics/entry.ts';
import { EXPANDING } from './diagnostics/expanding.ts';
import { NAMES } from './diagnostics/names.ts';
import { PLANNING } from './diagnostics/planning.ts';
import { READING } from './diagnostics/reading.ts';
import { SHOWING } from './diagnostics/showing.ts';
import { STATEMENTS } from './diagnostics/statements.ts';
import { WHOLE } from './diagnostics/whole.ts';

/** A stretch of script text. `line` and `column` count from 1, `offset` and `length` count UTF-16 code units from 0. */
export interface Span {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

export { type Severity, type Snippet, scriptOf, shownOf } from './diagnostics/entry.ts';

/** Replaces `length` code units at `offset` by `text`. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** A remedy an author can accept: applying every edit makes the diagnostic go away. */
export interface Cure {
  readonly title: string;
  readonly edits: readonly Edit[];
}

export interface Diagnostic {
  /** Stable, `dsl/…`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence in the author's words. */
  readonly message: string;
  readonly span: Span;
  readonly cures: readonly Cure[];
}

/** What every stage of the road returns. `value` is present whenever something useful could be made despite errors. */
export interface Staged<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything that the language can say. The codes are stable; the sentences may improve. */
export const CATALOGUE = {
  ...READING,
  ...STATEMENTS,
  ...NAMES,
  ...EXPANDING,
  ...SHOWING,
  ...WHOLE,
  ...PLANNING,
} as const satisfies Readonly<Record<string, Entry>>;

export type Code = keyof typeof CATALOGUE;
/** What the sentence of a code needs; nothing at all for most. */
export type ParamsOf<C extends Code> = (typeof CATALOGUE)[C]['message'] extends () => string
  ? Readonly<Record<string, never>>
  : Parameters<(typeof CATALOGUE)[C]['message']>[0];

/** The only way to make a diagnostic of the language. */
export function diagnose<C extends Code>(
  code: C,
  span: Span,
  params: ParamsOf<C>,
  cures: readonly Cure[] = [],
): Diagnostic {
  const { severity, message } = CATALOGUE[code];
  return { code, severity, message: (message as (params: ParamsOf<C>) => string)(params), span, cures };
}

/** The cure of the commonest kind: what stands there is replaced. */
export function replaceCure(span: Span, text: string): Cure {
  return { title: `Write \`${text}\``, edits: [{ offset: span.offset, length: span.length, text }] };
}

export function insertCure(offset: number, text: string): Cure {
  return { title: `Insert \`${text.trim()}\``, edits: [{ offset, length: 0, text }] };
}
