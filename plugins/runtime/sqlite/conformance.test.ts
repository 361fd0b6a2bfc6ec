import { describe } from 'vitest';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { runtimeConformance } from '../../kit/runtime.ts';
import sqlite from './index.ts';

describe('runtime/sqlite', () => {
  describeConformance(runtimeConformance(sqlite, new URL('./manifest.json', import.meta.url)));
});
