import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  decodeWav,
  encodeWav,
  level,
  PluginFailure,
  type SpeakRequest,
  type VoicePlugin,
  type Warning,
} from '../../contract/index.ts';
import { createTurnstile, findProgram, runProgram } from '../../programs/index.ts';

const optionsSchema = z.object({
  bin: z.string().default('piper'),
  model: z.string().default(''),
  at_once: z.int().positive().default(2),
  timeout_ms: z.int().positive().default(30_000),
});

/** What stands beside a model, as far as it is needed here: https://github.com/rhasspy/piper */
const modelSchema = z.object({ audio: z.object({ sample_rate: z.int().positive() }) });

const BIN_VARIABLE = 'OPENCOMMOTION_PIPER_BIN';
const MODEL_VARIABLE = 'OPENCOMMOTION_PIPER_MODEL';
const INSTALL = `Install Piper (pip install piper-tts), or set ${BIN_VARIABLE}.`;
const GET_MODEL = `Download a voice (NAME.onnx with NAME.onnx.json beside it) and set ${MODEL_VARIABLE} to it.`;
const SILENCE_MS = 100;
const SLOWEST = 0.5;
const FASTEST = 2;
const MOST_BYTES = 64 * 1024;
const PROBE_MS = 4_000;

interface Engine {
  readonly path: string;
  readonly model: string;
  readonly sample_rate: number;
}

/** Piper's program, one process for each line. It does not tell when it speaks each word; the host finds out. */
const piper: VoicePlugin = {
  contract: 'voice/1',
  start: async (context) => {
    const options = optionsSchema.parse(context.options);
    const bin = context.environment[BIN_VARIABLE]?.trim() || options.bin;
    const model = context.environment[MODEL_VARIABLE]?.trim() || options.model;
    const turnstile = createTurnstile(options.at_once);
    const stopping = new AbortController();

    /** Fails with `no-engine` and `no-model`. */
    const findEngine = async (): Promise<Engine> => {
      if (model === '') throw new PluginFailure('no-model', 'Piper was given no voice.', GET_MODEL);
      const path = await findProgram(bin, context.environment.PATH ?? '');
      if (path === null) throw new PluginFailure('no-engine', `There is no program "${bin}".`, INSTALL);
      const settings = await readFile(`${model}.json`, 'utf8').catch((cause: unknown) => {
        throw new PluginFailure('no-model', `There is no ${model}.json.`, GET_MODEL, { cause });
      });
      const parsed = modelSchema.safeParse(jsonOf(settings));
      if (!parsed.success) throw new PluginFailure('no-model', `${model}.json is none of Piper's.`, GET_MODEL);
      return { path, model, sample_rate: parsed.data.audio.sample_rate };
    };

    const synthesize = async (engine: Engine, text: string, pace: number, signal: AbortSignal): Promise<Int16Array> => {
      await mkdir(context.dataDir, { recursive: true });
      const folder = await mkdtemp(join(context.dataDir, 'line-'));
      try {
        const file = join(folder, 'line.wav');
        const args = ['--model', engine.model, '--output_file', file, '--length_scale', (1 / pace).toFixed(4)];
        const env = context.environment.PATH ? { PATH: context.environment.PATH } : {};
        const call = { path: engine.path, args, env, input: `${text}\n`, cwd: folder };
        const limits = { timeoutMs: options.timeout_ms, mostBytes: MOST_BYTES };
        const { code, signal: by, stderr } = await runProgram({ ...call, ...limits }, signal);
        const last = stderr.trim().split('\n').at(-1)?.slice(-300) || 'it gave no reason';
        if (code !== 0)
          throw new PluginFailure('engine-failed', `Piper ended with ${by ?? `exit code ${code}`}: ${last}`, GET_MODEL);
        const wav = await readFile(file).then(decodeWav, () => 'there is none');
        if (typeof wav === 'string')
          throw new PluginFailure('no-audio', `Piper's sound cannot be read: ${wav}.`, 'Try again.');
        return wav.channels === 1 ? wav.samples : wav.samples.filter((_, at) => at % wav.channels === 0);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    };

    return {
      probe: async (outer) => {
        try {
          const engine = await findEngine();
          const signal = AbortSignal.any([outer, stopping.signal]);
          const call = { path: engine.path, args: ['--help'], timeoutMs: PROBE_MS, mostBytes: MOST_BYTES };
          const { stderr, stdout } = await runProgram(call, signal);
          // Debian's package "piper" sets up mice.
          if (!/--model\b/.test(stdout.toString() + stderr))
            return {
              ready: false,
              detail: `${engine.path} is another program called piper. ${INSTALL}`,
              version: null,
            };
          return { ready: true, detail: `Piper, with the voice ${engine.model}`, version: null };
        } catch (error) {
          const detail = error instanceof PluginFailure ? `${error.message} ${error.cure ?? ''}`.trim() : String(error);
          return { ready: false, detail, version: null };
        }
      },
      stop: async () => stopping.abort(),
      voices: async () => (model === '' ? [] : [model]),
      transcribe: null,
      speak: async ({ rate, text, voice }: SpeakRequest, outer) => {
        const signal = AbortSignal.any([outer, stopping.signal]);
        if (signal.aborted) throw new PluginFailure('aborted', 'The request was given up.');
        const engine = await findEngine();
        const warnings: Warning[] = [];
        const warn = (code: string, message: string): void => {
          warnings.push({ code: `voice.piper/${code}`, message });
        };
        if (voice !== null && voice !== model)
          warn('voice-unknown', `Piper speaks with ${model} alone, not with "${voice}".`);
        const pace = Math.min(FASTEST, Math.max(SLOWEST, rate));
        if (pace !== rate) warn('rate-limited', `Piper speaks at ${SLOWEST} to ${FASTEST} of its speed, not ${rate}.`);
        // A line of text is an utterance to it, so a line must be one line.
        const line = text
          .toWellFormed()
          .replace(/[\p{Cc}\ufffd\s]+/gu, ' ')
          .trim();
        const heard = /[\p{L}\p{N}]/u.test(line)
          ? await turnstile.pass(() => synthesize(engine, line, pace, signal), signal)
          : new Int16Array();
        const nothing = heard.length === 0;
        if (nothing) warn('nothing-to-say', 'The line has nothing in it that could be spoken; it is a short silence.');
        const { sample_rate } = engine;
        const samples = nothing ? new Int16Array((sample_rate * SILENCE_MS) / 1000) : level(heard);
        return {
          audio: encodeWav(samples, sample_rate),
          sample_rate,
          duration_ms: Math.round((samples.length / sample_rate) * 1000),
          words: [],
          quality: nothing ? 'measured' : 'estimated',
          engine: 'Piper',
          real: true,
          warnings,
        };
      },
    };
  },
};

export default piper;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
