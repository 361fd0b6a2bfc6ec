import type { Mode } from '../check/model.ts';

/** One rule held against a timeline. `figure` and `limit` are in the unit that `message` names. */
export interface QualityCheck {
  /** `A.take-off`. */
  readonly rule: string;
  readonly ok: boolean;
  /** The moment that decided: the worst one where the rule fails. */
  readonly at_ms: number;
  readonly figure: number;
  readonly limit: number;
  readonly message: string;
}

export interface QualityReport {
  readonly ok: boolean;
  /** Null: the rules for any scene. */
  readonly scenario: Scenario | null;
  readonly mode: Mode;
  readonly checks: readonly QualityCheck[];
  /** What does not fail the scene but weakens what the checks can say. */
  readonly warnings: readonly string[];
  /** The checks that are not ok. */
  readonly failures: readonly QualityCheck[];
}

export type Scenario = 'A' | 'B' | 'C' | 'D';

/** Rounds figures so that reports read well and compare well. */
export const figure = (value: number): number => Math.round(value * 100) / 100;

/** One moment's figure for a rule. */
export interface Sample {
  readonly at_ms: number;
  readonly figure: number;
}

/** The largest figure of all, or 0 at the start where there is none. */
export const worstOf = (samples: Iterable<Sample>): Sample => {
  let worst: Sample = { at_ms: 0, figure: 0 };
  for (const sample of samples) if (sample.figure > worst.figure) worst = sample;
  return worst;
};

/** A rule that holds while a figure does not pass its limit. `say` words the figure. */
export function atMost(
  rule: string,
  limit: number,
  { at_ms, figure: value }: Sample,
  say: (figure: number) => string,
): QualityCheck {
  return { rule, ok: value <= limit + 1e-9, at_ms, figure: figure(value), limit, message: say(figure(value)) };
}

/** A rule that holds where a figure reaches its limit. */
export function atLeast(
  rule: string,
  limit: number,
  { at_ms, figure: value }: Sample,
  say: (figure: number) => string,
): QualityCheck {
  return { rule, ok: value >= limit - 1e-9, at_ms, figure: figure(value), limit, message: say(figure(value)) };
}
