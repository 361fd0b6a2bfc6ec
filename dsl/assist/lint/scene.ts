import { check } from '../../check/check.ts';
import type { Model } from '../../check/model.ts';
import type { Surroundings } from '../../check/surroundings.ts';
import type { Diagnostic, Severity, Span } from '../../diagnostics.ts';
import { plan } from '../../plan/plan.ts';
import type { Timeline } from '../../plan/timeline.ts';
import type { Script } from '../../read/ast.ts';
import { read } from '../../read/read.ts';

/** A script as rules look at it. */
export interface Scene {
  readonly text: string;
  readonly script: Script;
  readonly model: Model;
  readonly timeline: Timeline;
}

export function sceneOf(text: string, surroundings: Surroundings): Scene {
  const script = read(text).value;
  const model = check(script, surroundings).value;
  return { text, script, model, timeline: plan(model, { mode: '2d' }).value };
}

/** One thing that is not wrong, but will not look or sound good. */
export interface LintRule {
  readonly code: string;
  readonly severity: Severity;
  /** Why it matters and what to do. */
  readonly explanation: string;
  /** Bodies of scenes: one in which the rule finds something, one in which no rule does. */
  readonly wrong: string;
  readonly right: string;
  readonly find: (scene: Scene) => readonly { readonly span: Span; readonly message: string }[];
}

export const diagnosticOf = (
  rule: LintRule,
  { span, message }: { readonly span: Span; readonly message: string },
): Diagnostic => ({
  code: rule.code,
  severity: rule.severity,
  message,
  span,
  cures: [],
});
