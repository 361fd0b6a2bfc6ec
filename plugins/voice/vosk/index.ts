import { z } from 'zod';
import { decodeWav, LISTENING_RATE, PluginFailure, type VoicePlugin } from '../../contract/index.ts';
import { converse, knock } from './conversation.ts';
import { joinUtterances } from './results.ts';

const optionsSchema = z.object({
  url: z.string().trim().default('ws://127.0.0.1:2700'),
  timeout_ms: z.number().int().positive().default(90_000),
});

const PROBE_MS = 3000;

/** A Vosk server, asked over its WebSocket protocol; a conversation for each recording. */
const vosk: VoicePlugin = {
  contract: 'voice/1',
  start: async ({ environment, options: given }) => {
    const options = optionsSchema.parse(given);
    const stopping = new AbortController();
    const url = addressOf(options.url);
    const model = environment.OPENCOMMOTION_VOSK_MODEL_PATH?.trim() || 'MODEL';
    const start = `Start a server with the model: VOSK_MODEL_PATH=${model} VOSK_SAMPLE_RATE=${LISTENING_RATE} python3 asr_server.py (from vosk-server).`;
    return {
      probe: async (signal) => {
        if (url instanceof PluginFailure) return { ready: false, detail: `${url.message} ${url.cure}`, version: null };
        try {
          await knock(url, PROBE_MS, AbortSignal.any([signal, stopping.signal]));
          return { ready: true, detail: `Vosk server at ${url.host}.`, version: null };
        } catch (error) {
          if (!(error instanceof PluginFailure)) throw error;
          return { ready: false, detail: `${error.message} ${start}`, version: null };
        }
      },
      stop: async () => stopping.abort(),
      voices: async () => [],
      speak: null,
      transcribe: async ({ audio }, outer) => {
        const samples = samplesOf(audio);
        if (url instanceof PluginFailure) throw url;
        const signal = AbortSignal.any([outer, stopping.signal]);
        const utterances = await converse(url, samples, options.timeout_ms, signal);
        const { text, words } = joinUtterances(utterances, (samples.length / LISTENING_RATE) * 1000);
        const warnings = text === '' ? [{ code: 'voice.vosk/nothing-heard', message: 'No word was understood.' }] : [];
        return { text, words, engine: 'Vosk', real: true, warnings };
      },
    };
  },
};

export default vosk;

function addressOf(text: string): URL | PluginFailure {
  const url = URL.parse(text);
  if (url && /^wss?:$/.test(url.protocol) && url.hash === '') return url;
  const cure = 'It looks like ws://127.0.0.1:2700.';
  return new PluginFailure('address-invalid', `The setting url is no WebSocket address: "${text}".`, cure);
}

function samplesOf(audio: Uint8Array): Int16Array {
  const wav = decodeWav(audio);
  const refuse = (why: string): PluginFailure =>
    new PluginFailure('audio-invalid', `The recording is not a mono WAV file of 16 kHz: ${why}.`);
  if (typeof wav === 'string') throw refuse(wav);
  if (wav.channels !== 1 || wav.sample_rate !== LISTENING_RATE)
    throw refuse(`it has ${wav.channels} channels and ${wav.sample_rate} Hz`);
  return wav.samples;
}
