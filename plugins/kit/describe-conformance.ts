import { afterAll, it } from 'vitest';
import type { Check, Suite } from './check.ts';

/** Makes each check a test of the `describe` it is called in. */
export function describeConformance(suite: readonly Check[] | Suite): void {
  if ('close' in suite) afterAll(() => suite.close());
  const checks = 'close' in suite ? suite.checks : suite;
  for (const check of checks) it(check.name, () => check.run());
}
