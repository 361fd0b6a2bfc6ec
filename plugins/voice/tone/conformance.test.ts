import { describe } from 'vitest';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { voiceConformance } from '../../kit/voice.ts';
import tone from './index.ts';

describe('voice/tone', () => {
  const manifest = new URL('./manifest.json', import.meta.url);
  describeConformance(voiceConformance(tone, manifest));
});
