import { describe } from 'vitest';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { runtimeConformance } from '../../kit/runtime.ts';
import memory from './index.ts';

describe('runtime/memory', () => {
  describeConformance(runtimeConformance(memory, new URL('./manifest.json', import.meta.url)));
});
