import { z } from 'zod';
import { encodeWav, LISTENING_RATE, PluginFailure, type Probe, type VoicePlugin } from '../../contract/index.ts';
import { createTurnstile } from '../../programs/index.ts';
import { type Command, findWhisper, isFile, runCommand } from './command.ts';
import { aborted } from './failures.ts';
import { heardWords, type Segment } from './heard-words.ts';
import { isSilent, longEnough, samplesOf } from './recording.ts';
import { addressOf, askServer, probeServer } from './server.ts';

const optionsSchema = z.object({
  url: z.string().trim().default(''),
  binary: z.string().trim().default(''),
  model: z.string().trim().default(''),
  language: z.string().default('en'),
  at_once: z.number().int().positive().default(1),
  timeout_ms: z.number().int().positive().default(90_000),
});

/** Whisper takes no more than 224 tokens of it. */
const LONGEST_HINT = 800;
const SET_UP =
  'Set url to a whisper.cpp server, or install whisper-cli and set OPENCOMMOTION_STT_MODEL to the path of a ggml model.';

/** One of the two ways to Whisper. */
interface Engine {
  probe(signal: AbortSignal): Promise<Probe>;
  listen(wav: Uint8Array, hint: string, signal: AbortSignal): Promise<readonly Segment[]>;
}

/** Whisper by whisper.cpp: its server where an address is set, else its program. */
const whisper: VoicePlugin = {
  contract: 'voice/1',
  start: async ({ dataDir, environment, options: given }) => {
    const options = optionsSchema.parse(given);
    const stopping = new AbortController();
    const engine =
      options.url === ''
        ? programEngine(options, environment, dataDir)
        : serverEngine(options.url, options.language, options.timeout_ms);
    return {
      probe: (signal) => engine.probe(signal),
      stop: async () => stopping.abort(),
      voices: async () => [],
      speak: null,
      transcribe: async ({ audio, hint }, outer) => {
        const signal = AbortSignal.any([outer, stopping.signal]);
        if (signal.aborted) throw aborted();
        const samples = samplesOf(audio);
        const durationMs = (samples.length / LISTENING_RATE) * 1000;
        // In silence Whisper hears what subtitles say there: "Thanks for watching!"
        const segments = isSilent(samples)
          ? []
          : await engine.listen(encodeWav(longEnough(samples), LISTENING_RATE), promptOf(hint), signal);
        const { text, words } = heardWords(segments, durationMs);
        const warnings =
          text === '' ? [{ code: 'voice.whisper/nothing-heard', message: 'No word was understood.' }] : [];
        return { text, words, engine: 'whisper.cpp', real: true, warnings };
      },
    };
  },
};

export default whisper;

/** Control characters are what a program can't be given. */
const promptOf = (hint: string | null): string =>
  (hint ?? '')
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST_HINT);

function serverEngine(address: string, language: string, timeoutMs: number): Engine {
  const url = addressOf(address);
  if (typeof url !== 'string')
    return {
      probe: async () => ({ ready: false, detail: `${url.message} ${url.cure}`, version: null }),
      listen: () => Promise.reject(url),
    };
  const server = { url, language, timeoutMs };
  return {
    probe: (signal) => probeServer(server, signal),
    listen: (wav, hint, signal) => askServer(server, wav, hint, signal),
  };
}

function programEngine(
  options: z.infer<typeof optionsSchema>,
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
): Engine {
  const turnstile = createTurnstile(options.at_once);
  const model = environment.OPENCOMMOTION_STT_MODEL?.trim() || options.model;
  /** The command, or why there is none. */
  const command = async (): Promise<Command | string> => {
    if (model === '') return 'Neither a server nor a model is set.';
    const program = await findWhisper(options.binary, environment.PATH ?? '');
    if (program === null) return `The program ${options.binary || 'whisper-cli'} is not there.`;
    if (!(await isFile(model))) return `There is no model file at "${model}".`;
    return { program, model, language: options.language, timeoutMs: options.timeout_ms, folder };
  };
  return {
    probe: async () => {
      const found = await command();
      return typeof found === 'string'
        ? { ready: false, detail: `${found} ${SET_UP}`, version: null }
        : { ready: true, detail: `${found.program}, with the model ${found.model}.`, version: null };
    },
    listen: async (wav, hint, signal) => {
      const found = await command();
      if (typeof found === 'string') throw new PluginFailure('no-engine', found, SET_UP);
      return turnstile.pass(() => runCommand(found, wav, hint, signal), signal);
    },
  };
}
