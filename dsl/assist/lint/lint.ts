import type { Surroundings } from '../../check/surroundings.ts';
import type { Diagnostic } from '../../diagnostics.ts';
import { actorsOverlap } from './crowded.ts';
import { cameraPull, overlappingMotion } from './motion.ts';
import { diagnosticOf, type LintRule, sceneOf } from './scene.ts';
import { neverShown, unusedVariable } from './unused.ts';
import { neverSpoken, noLyrics } from './words.ts';
import { lowContrast, outsideSafeArea, smallText } from './writing.ts';

export const LINT_RULES: readonly LintRule[] = [
  ...[noLyrics, neverSpoken, smallText, lowContrast, outsideSafeArea],
  ...[overlappingMotion, cameraPull, unusedVariable, neverShown, actorsOverlap],
];

/** What is not wrong with a script, but will not look or sound good, in the order of the text. Never throws. */
export function lint(text: string, surroundings: Surroundings = {}): readonly Diagnostic[] {
  const scene = sceneOf(text, surroundings);
  const found = new Map<string, Diagnostic>();
  for (const rule of LINT_RULES) {
    for (const finding of rule.find(scene)) {
      found.set(`${rule.code} ${finding.span.offset} ${finding.message}`, diagnosticOf(rule, finding));
    }
  }
  return [...found.values()].sort((a, b) => a.span.offset - b.span.offset);
}
