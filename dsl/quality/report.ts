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
  readonly scenario: Scenario;
  readonly mode: Mode;
  readonly checks: readonly QualityCheck[];
  /** What does not fail the scene but weakens what the checks can say. */
  readonly warnings: readonly string[];
  /** The checks that are not ok. */
  readonly failures: readonly QualityCheck[];
}

export type Scenario = 'A';

/** Rounds figures so that reports read well and compare well. */
export const figure = (value: number): number => Math.round(value * 100) / 100;
