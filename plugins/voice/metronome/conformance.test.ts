import { describe } from 'vitest';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { voiceConformance } from '../../kit/voice.ts';
import metronome from './index.ts';

describe('voice/metronome', () => {
  const manifest = new URL('./manifest.json', import.meta.url);
  describeConformance(voiceConformance(metronome, manifest));
  describe('with ticks', () => describeConformance(voiceConformance(metronome, manifest, { tick: true })));
});
