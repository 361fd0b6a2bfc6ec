import { describe } from 'vitest';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { providerConformance } from '../../kit/provider.ts';
import heuristic from './index.ts';

describe('provider/heuristic', () => {
  describeConformance(providerConformance(heuristic, new URL('./manifest.json', import.meta.url)));
});
