import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { decodeWav, encodeWav, LISTENING_RATE, PluginFailure, type VoicePlugin } from '../../contract/index.ts';
import { createTurnstile, type ProgramResult, runProgram } from '../../programs/index.ts';
import { findEngineProgram, findModel, type Model, type Program } from './find-engine.ts';
import { readHypothesis } from './hypothesis.ts';

const optionsSchema = z.object({
  binary: z.string().default(''),
  hmm: z.string().default(''),
  lm: z.string().default(''),
  dict: z.string().default(''),
  at_once: z.number().int().positive().default(2),
  timeout_ms: z.number().int().positive().default(90_000),
});

/** Silence at both ends: without it the first and the last word are often lost. */
const SILENCE_MS = 300;
const MOST_BYTES = 4 * 1024 * 1024;
const INSTALL = 'Install it: apt-get install pocketsphinx pocketsphinx-en-us, or brew install cmu-pocketsphinx.';

interface Engine {
  readonly program: Program;
  readonly model: Model;
}

/** PocketSphinx, one process for each recording. */
const pocketsphinx: VoicePlugin = {
  contract: 'voice/1',
  start: async ({ dataDir, environment, options: given }) => {
    const options = optionsSchema.parse(given);
    const turnstile = createTurnstile(options.at_once);
    const stopping = new AbortController();

    const findEngine = async (): Promise<Engine | string> => {
      const program = await findEngineProgram(options.binary, environment.PATH ?? '');
      if (program === null) return `The program ${options.binary || 'PocketSphinx'} is not there. ${INSTALL}`;
      const model = await findModel(options, program);
      return typeof model === 'string' ? `PocketSphinx has no ${model}. ${INSTALL}` : { program, model };
    };

    return {
      probe: async () => {
        const engine = await findEngine();
        if (typeof engine === 'string') return { ready: false, detail: engine, version: null };
        return { ready: true, detail: `${engine.program.path}, with the model ${engine.model.hmm}.`, version: null };
      },
      stop: async () => stopping.abort(),
      voices: async () => [],
      speak: null,
      transcribe: async ({ audio }, outer) => {
        const signal = AbortSignal.any([outer, stopping.signal]);
        const samples = samplesOf(audio);
        const engine = await findEngine();
        if (typeof engine === 'string') throw new PluginFailure('no-engine', engine, INSTALL);
        const durationMs = (samples.length / LISTENING_RATE) * 1000;
        const { speaks } = engine.program;
        const output = await turnstile.pass(
          () => inFile(dataDir, samples, (file) => listen(engine, file, options.timeout_ms, signal)),
          signal,
        );
        const { text, words } = readHypothesis(output, speaks, { leadMs: SILENCE_MS, durationMs });
        const warnings =
          text === '' ? [{ code: 'voice.pocketsphinx/nothing-heard', message: 'No word was understood.' }] : [];
        return { text, words, engine: speaks === 'single' ? 'PocketSphinx 5' : 'PocketSphinx', real: true, warnings };
      },
    };
  },
};

export default pocketsphinx;

function samplesOf(audio: Uint8Array): Int16Array {
  const wav = decodeWav(audio);
  const fault =
    typeof wav === 'string'
      ? wav
      : wav.channels !== 1 || wav.sample_rate !== LISTENING_RATE
        ? `it has ${wav.channels} channels and ${wav.sample_rate} Hz`
        : null;
  if (typeof wav === 'string' || fault !== null)
    throw new PluginFailure('audio-invalid', `The recording is not a mono WAV file of 16 kHz: ${fault}.`);
  return wav.samples;
}

/** The program reads no pipe that Node makes, so the recording lies in a file of the plugin's own folder while it is listened to. */
async function inFile<T>(dataDir: string, samples: Int16Array, use: (file: string) => Promise<T>): Promise<T> {
  await mkdir(dataDir, { recursive: true });
  const folder = await mkdtemp(join(dataDir, 'recording-'));
  try {
    const lead = (SILENCE_MS * LISTENING_RATE) / 1000;
    const padded = new Int16Array(samples.length + 2 * lead);
    padded.set(samples, lead);
    const file = join(folder, 'recording.wav');
    await writeFile(file, encodeWav(padded, LISTENING_RATE), { mode: 0o600 });
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function listen({ model, program }: Engine, file: string, timeoutMs: number, signal: AbortSignal) {
  const parts = ['-hmm', model.hmm, '-lm', model.lm, '-dict', model.dict];
  const args =
    program.speaks === 'continuous' ? [...parts, '-time', 'yes', '-infile', file] : [...parts, 'single', file];
  const result = await runProgram({ path: program.path, args, timeoutMs, mostBytes: MOST_BYTES }, signal);
  if (result.code !== 0) throw engineFailed(result);
  return result.stdout.toString();
}

function engineFailed({ code, signal, stderr }: ProgramResult): PluginFailure {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const reason = lines.findLast((line) => /^(?:FATAL|ERROR)/.test(line)) ?? lines.at(-1) ?? 'it gave no reason';
  const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
  return new PluginFailure(
    'engine-failed',
    `PocketSphinx ${how}: ${reason.slice(0, 300)}`,
    'Check the settings hmm, lm and dict.',
  );
}
