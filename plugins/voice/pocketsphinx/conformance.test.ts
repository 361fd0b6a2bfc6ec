import { describe } from 'vitest';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { voiceConformance } from '../../kit/voice.ts';
import { findEngineProgram } from './find-engine.ts';
import pocketsphinx from './index.ts';

const installed = await findEngineProgram('', process.env.PATH ?? '');

describe.skipIf(installed === null)('voice/pocketsphinx (skipped where PocketSphinx is not installed)', () => {
  describeConformance(voiceConformance(pocketsphinx, new URL('./manifest.json', import.meta.url)));
});
