import { describe } from 'vitest';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { providerConformance } from '../../kit/provider.ts';
import scripted from './index.ts';

describe('provider/scripted', () => {
  describeConformance(providerConformance(scripted, new URL('./manifest.json', import.meta.url)));
});
