import OpenAI, { APIConnectionError, APIError, APIUserAbortError, toFile } from 'openai';
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
import { soundOf } from './audio.ts';
import { wordsIn } from './heard-words.ts';

const optionsSchema = z.object({
  base_url: z.string().default(''),
  voice: z.string().min(1).default('alloy'),
  tts_model: z.string().default(''),
  stt_model: z.string().default(''),
  retries: z.int().min(0).max(10).default(2),
  timeout_ms: z.int().positive().default(60_000),
});

const timedWords = z.array(z.object({ word: z.string(), start: z.number(), end: z.number() })).nullish();

/**
 * https://platform.openai.com/docs/api-reference/audio/verbose-json-object; a plain answer has the text alone. The server of
 * whisper.cpp puts the words of each segment into the segment (`examples/server/server.cpp`).
 */
const transcriptSchema = z.object({
  text: z.string(),
  words: timedWords,
  segments: z.array(z.object({ words: timedWords })).nullish(),
});

const URL_VARIABLE = 'OPENCOMMOTION_VOICE_OPENAI_BASE_URL';
const KEY_VARIABLE = 'OPENCOMMOTION_VOICE_OPENAI_API_KEY';
const OPENAI = 'https://api.openai.com/v1';
const SAMPLE_RATE = 24_000;
const SILENCE_MS = 100;
const SLOWEST = 0.25;
const FASTEST = 4;
const MOST_BYTES = 48 * 1024 * 1024;
const PROBE_MS = 3_000;
/** About -60 dB of the full scale: below it nobody speaks. */
const SILENCE = 33;
const UNHEARD: Warning = { code: 'voice.openai/nothing-heard', message: 'No word was understood.' };

/** Speaks and listens by any server with OpenAI's audio end points, in the cloud or on this machine. */
const openaiVoice: VoicePlugin = {
  contract: 'voice/1',
  start: async (context) => {
    const options = optionsSchema.parse(context.options);
    const variable = (name: string): string => context.environment[name]?.trim() ?? '';
    const key = variable(KEY_VARIABLE);
    const url = variable(URL_VARIABLE) || options.base_url || (key === '' ? '' : OPENAI);
    const models = {
      tts: variable('OPENCOMMOTION_VOICE_TTS_MODEL') || options.tts_model || 'tts-1',
      stt: variable('OPENCOMMOTION_VOICE_STT_MODEL') || options.stt_model || 'whisper-1',
    };
    const stopping = new AbortController();
    const client = url === '' ? null : clientAt(url, key, options);

    /** Runs one request. Fails with `not-configured`, `aborted`, `unreachable`, `key-refused`, `server-failed` and the like. */
    const ask = async <T>(
      work: (client: OpenAI, signal: AbortSignal) => Promise<T>,
      outer: AbortSignal,
    ): Promise<T> => {
      if (client === null)
        throw new PluginFailure('not-configured', 'No server was named.', `Set ${URL_VARIABLE} or ${KEY_VARIABLE}.`);
      const signal = AbortSignal.any([outer, stopping.signal]);
      if (signal.aborted) throw new PluginFailure('aborted', 'The request was given up.');
      try {
        return await work(client, signal);
      } catch (error) {
        throw failureOf(error, key, signal);
      }
    };

    return {
      probe: async (outer) => {
        try {
          // A list of models costs nothing, and shows that somebody with that key is let in.
          const signal = AbortSignal.any([outer, AbortSignal.timeout(PROBE_MS)]);
          await ask((it, inner) => it.get('/models', { signal: inner, maxRetries: 0 }), signal);
          return {
            ready: true,
            detail: `The server at ${new URL(url).host}, with ${models.tts} and ${models.stt}.`,
            version: null,
          };
        } catch (error) {
          if (error instanceof PluginFailure && error.code === 'not-found')
            return {
              ready: true,
              detail: `The server at ${new URL(url).host}, which does not list its models.`,
              version: null,
            };
          const detail = error instanceof PluginFailure ? `${error.message} ${error.cure ?? ''}`.trim() : String(error);
          return { ready: false, detail, version: null };
        }
      },
      stop: async () => stopping.abort(),
      voices: async () => [options.voice],
      speak: async ({ rate, text, voice }, outer) => {
        const warnings: Warning[] = [];
        const speed = Math.min(FASTEST, Math.max(SLOWEST, rate));
        if (speed !== rate)
          warnings.push({
            code: 'voice.openai/rate-limited',
            message: `It speaks at ${SLOWEST} to ${FASTEST} of its speed.`,
          });
        const input = text
          .toWellFormed()
          .replace(/[\p{Cc}\ufffd]+/gu, ' ')
          .trim();
        const chosen = voice ?? options.voice;
        if (voice !== null && voice !== options.voice)
          warnings.push({
            code: 'voice.openai/voice-unsure',
            message: `Whether the server has a voice "${voice}" is not known here.`,
          });
        const nothing = !/[\p{L}\p{N}]/u.test(input);
        const sound = nothing
          ? { samples: new Int16Array((SAMPLE_RATE * SILENCE_MS) / 1000), sample_rate: SAMPLE_RATE }
          : await ask(async (it, signal) => {
              const wanted = { model: models.tts, voice: chosen, input, speed, response_format: 'wav' as const };
              return soundOf(await bytesOf(await it.audio.speech.create(wanted, { signal })));
            }, outer);
        if (outer.aborted) throw new PluginFailure('aborted', 'The request was given up.');
        if (nothing)
          warnings.push({
            code: 'voice.openai/nothing-to-say',
            message: 'The line has nothing in it that could be spoken.',
          });
        const samples = level(sound.samples);
        return {
          audio: encodeWav(samples, sound.sample_rate),
          sample_rate: sound.sample_rate,
          duration_ms: Math.round((samples.length / sound.sample_rate) * 1000),
          words: [],
          quality: nothing ? 'measured' : 'estimated',
          engine: `OpenAI-compatible, ${models.tts}`,
          real: true,
          warnings,
        };
      },
      transcribe: async ({ audio, hint }, outer) => {
        const engine = `OpenAI-compatible, ${models.stt}`;
        const wav = decodeWav(audio);
        if (typeof wav === 'string') throw new PluginFailure('audio-invalid', `The recording is no WAV file: ${wav}.`);
        if (outer.aborted) throw new PluginFailure('aborted', 'The request was given up.');
        // Models like Whisper invent words where there are none.
        if (wav.samples.every((sample) => Math.abs(sample) < SILENCE))
          return { text: '', words: [], engine, real: true, warnings: [UNHEARD] };
        const answer = await ask(async (it, signal) => {
          const file = await toFile(audio, 'recording.wav', { type: 'audio/wav' });
          const wanted = { file, model: models.stt, ...(hint === null ? {} : { prompt: hint }) };
          const words = { response_format: 'verbose_json' as const, timestamp_granularities: ['word' as const] };
          return transcriptSchema.parse(await it.audio.transcriptions.create({ ...wanted, ...words }, { signal }));
        }, outer);
        const text = answer.text.trim();
        const timed = answer.words ?? (answer.segments ?? []).flatMap((segment) => segment.words ?? []);
        const words: readonly SpokenWord[] = wordsIn(text, timed, Math.floor(wav.duration_ms));
        const warnings = text === '' ? [UNHEARD] : [];
        return { text, words, engine, real: true, warnings };
      },
    };
  },
};

export default openaiVoice;

type Options = z.infer<typeof optionsSchema>;

/** The SDK reads variables of its own, which are meant for another server: none of them is taken. */
function clientAt(baseURL: string, key: string, { retries, timeout_ms }: Options): OpenAI {
  return new OpenAI({
    baseURL,
    apiKey: key || 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: retries,
    timeout: timeout_ms,
    logLevel: 'off',
    // Only where it was addressed: a server that points elsewhere gets no recording and no key there.
    fetchOptions: { redirect: 'manual' },
    ...(key === '' ? { defaultHeaders: { Authorization: null } } : {}),
  });
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_BYTES)
      throw new PluginFailure(
        'audio-too-long',
        'The server sends more sound than a line can have.',
        'Try another voice or model.',
      );
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function failureOf(error: unknown, key: string, signal: AbortSignal): PluginFailure {
  if (error instanceof PluginFailure) return error;
  const said = error instanceof Error ? error.message : String(error);
  const message = (key === '' ? said : said.replaceAll(key, '[secret]')).slice(0, 300);
  if (signal.aborted || error instanceof APIUserAbortError)
    return new PluginFailure('aborted', 'The request was given up.');
  if (error instanceof APIConnectionError)
    return new PluginFailure(
      'unreachable',
      `The server can't be reached: ${message}`,
      `Start it, or correct ${URL_VARIABLE}.`,
    );
  if (error instanceof z.ZodError)
    return new PluginFailure(
      'answer-invalid',
      'The server answered in another form.',
      `Does ${URL_VARIABLE} lead to a server with OpenAI's audio end points?`,
    );
  if (!(error instanceof APIError))
    return new PluginFailure('answer-cut-off', `The answer broke off: ${message}`, 'Try again.');
  const { status } = error;
  if (status === 401 || status === 403)
    return new PluginFailure('key-refused', `The server refused the key: ${message}`, `Check ${KEY_VARIABLE}.`);
  if (status === 404)
    return new PluginFailure(
      'not-found',
      `The server knows no such model or path: ${message}`,
      `Check ${URL_VARIABLE} and the models.`,
    );
  if (status === 429)
    return new PluginFailure('rate-limited', `The server has had too many requests: ${message}`, 'Wait a moment.');
  if (status >= 500)
    return new PluginFailure(
      'server-failed',
      `The server failed: ${message}`,
      "Try again; the server's log has the reason.",
    );
  return new PluginFailure(
    'request-refused',
    `The server refused the request: ${message}`,
    'Check the models and the voice.',
  );
}
