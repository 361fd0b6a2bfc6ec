import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { decodeWav, LISTENING_RATE } from '../../contract/index.ts';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { voiceConformance } from '../../kit/voice.ts';
import { findWhisper, isFile } from './command.ts';
import { installStandIn } from './fixtures/stand-in-program.ts';
import { startStandIn, verboseJson } from './fixtures/whisper-server.ts';
import whisper from './index.ts';

const MANIFEST = new URL('./manifest.json', import.meta.url);
const folder = await mkdtemp(join(tmpdir(), 'opencommotion-whisper-'));
/** Says "la" for each tenth of a second, so that recordings that were mixed up would show. */
const server = await startStandIn((response, { wav }) => {
  const heard = decodeWav(wav);
  const tenths = typeof heard === 'string' ? 0 : Math.floor((heard.samples.length / LISTENING_RATE) * 10);
  response.end(verboseJson([Array.from({ length: tenths }, (_, at) => [' la', at / 10, (at + 1) / 10])]));
});
const TENTHS = 'Array.from({ length: Math.floor((wav().length - 44) / 3200) }, (_, at) => at)';
const { binary, model } = await installStandIn(
  folder,
  `const la = ${TENTHS}.map((at) => ({ text: " la", offsets: { from: at * 100, to: at * 100 + 100 } }));
   answer(JSON.stringify({ transcription: [{ text: la.map(({ text }) => text).join(""), tokens: la }] }));`,
);
const realModel = process.env.OPENCOMMOTION_STT_MODEL ?? '';
const real = (await findWhisper('', process.env.PATH ?? '')) !== null && (await isFile(realModel));

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('voice/whisper', () => {
  describe('with a stand-in that speaks the protocol of the server', () =>
    describeConformance(voiceConformance(whisper, MANIFEST, { url: server.url })));
  describe.skipIf(real)('with a stand-in for the program (skipped where the real one is set up)', () =>
    describeConformance(voiceConformance(whisper, MANIFEST, { binary, model })),
  );
  describe.skipIf(!real)('with whisper-cli (skipped without it and a model in OPENCOMMOTION_STT_MODEL)', () =>
    describeConformance(voiceConformance(whisper, MANIFEST)),
  );
});
