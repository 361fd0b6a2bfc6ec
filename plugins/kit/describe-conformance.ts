import { it } from 'vitest';
import type { Check } from './check.ts';

/** Makes each check a test of the `describe` it is called in. */
export function describeConformance(checks: readonly Check[]): void {
  for (const check of checks) it(check.name, () => check.run());
}
