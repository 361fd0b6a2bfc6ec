import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { CATALOGUE } from '../diagnostics.ts';
import type { Alignment } from './timeline.ts';

const codes = (body: string, alignment: Alignment | null = null): string[] =>
  compile(`scene "S" {\n  actor cow is cow at (200, 500)\n${body}\n}`, { mode: '2d', alignment }).diagnostics.map(
    ({ code }) => code,
  );

const MOVES = Array.from({ length: 12 }, (_, at) => `move cow to (${at * 50}, 300) over 5s at ${at}00ms`).join('\n');

/**
 * check finds these in every script before plan does; plan meets them in a Model that came another way. Their tests
 * build one by hand: moments.test.ts (P4, P5) and plan.test.ts.
 */
const OF_MODELS = ['dsl/plan-cycle', 'dsl/plan-missing-moment', 'dsl/plan-missing-thing'];

const CASES: Readonly<Record<string, () => string[]>> = {
  'dsl/plan-alignment-mismatch': () =>
    codes('say line "one two" at 0s', { lines: { line: { quality: 'measured', duration_ms: 900, words: [] } } }),
  'dsl/plan-after-end': () => codes('length 1s\nfade cow out at 3s'),
  'dsl/plan-motions-piled-up': () => codes(MOVES),
};

describe('what plan has to say', () => {
  it.each(Object.entries(CASES))('C9 %s is raised', (code, raise) => {
    expect(raise()).toContain(code);
  });

  it('C9 every code of plan is raised by a test', () => {
    const ofPlan = Object.keys(CATALOGUE).filter((code) => code.startsWith('dsl/plan-'));
    expect([...Object.keys(CASES), ...OF_MODELS].sort()).toEqual(ofPlan.sort());
  });
});
