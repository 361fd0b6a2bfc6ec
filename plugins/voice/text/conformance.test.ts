import { describe } from 'vitest';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { voiceConformance } from '../../kit/voice.ts';
import text from './index.ts';

describe('voice/text', () => {
  describeConformance(voiceConformance(text, new URL('./manifest.json', import.meta.url)));
});
