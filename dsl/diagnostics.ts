/**
 * The shape of everything the language has to say about a script. The catalogue of codes lives below it: one table
 * from which the messages and the documentation come.
 */

/** A stretch of script text. `line` and `column` count from 1, `offset` and `length` count UTF-16 code units from 0. */
export interface Span {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

export type Severity = 'error' | 'warning' | 'info';

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
