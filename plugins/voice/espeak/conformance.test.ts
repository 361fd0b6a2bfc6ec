import { describe } from 'vitest';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { voiceConformance } from '../../kit/voice.ts';
import espeak from './index.ts';

describe('voice/espeak', () => {
  const manifest = new URL('./manifest.json', import.meta.url);
  describeConformance(voiceConformance(espeak, manifest));
});
