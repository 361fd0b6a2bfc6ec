import { afterAll, describe } from 'vitest';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { voiceConformance } from '../../kit/voice.ts';
import { recognizer, startStandIn } from './fixtures/vosk-server.ts';
import vosk from './index.ts';

const MANIFEST = new URL('./manifest.json', import.meta.url);
const python = await startStandIn(() => recognizer('python'));
const cpp = await startStandIn(() => recognizer('cpp'));
const real = await vosk
  .start({ options: {}, dataDir: '', environment: {}, log: () => undefined })
  .then((voice) => voice.probe(AbortSignal.timeout(5000)));

afterAll(() => Promise.all([python.close(), cpp.close()]));

describe('voice/vosk', () => {
  describe('with a stand-in that speaks as the server in Python', () =>
    describeConformance(voiceConformance(vosk, MANIFEST, { url: python.url })));
  describe('with a stand-in that speaks as the server in C++', () =>
    describeConformance(voiceConformance(vosk, MANIFEST, { url: cpp.url })));
  describe.skipIf(!real.ready)('with the Vosk server of this machine (skipped where none runs at port 2700)', () =>
    describeConformance(voiceConformance(vosk, MANIFEST)),
  );
});
