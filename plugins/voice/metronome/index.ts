import { z } from 'zod';
import { encodeWav, PluginFailure, type SpokenWord, type VoicePlugin } from '../../contract/index.ts';

const SAMPLE_RATE = 16_000;
const CLICK_MS = 5;
const CLICK_HZ = 1000;
const CLICK_LEVEL = 0.6;

const optionsSchema = z.object({
  word_ms: z.number().int().min(50).max(5000).default(400),
  tick: z.boolean().default(false),
});

/** Says every word in the same time, without a sound or with a click: the smallest voice there is. */
const metronome: VoicePlugin = {
  contract: 'voice/1',
  start: async (context) => {
    const options = optionsSchema.parse(context.options);
    return {
      probe: async () => ({ ready: true, detail: 'Needs nothing.', version: null }),
      stop: async () => undefined,
      voices: async () => [],
      transcribe: null,
      speak: async ({ text, rate, voice }, signal) => {
        if (signal.aborted) throw new PluginFailure('aborted', 'The request was given up.');
        const word_ms = Math.max(CLICK_MS, Math.round(options.word_ms / rate));
        const words = [...text.matchAll(/\S+/g)].map((match, index): SpokenWord => {
          const start_ms = index * word_ms;
          return { offset: match.index, length: match[0].length, start_ms, end_ms: start_ms + word_ms };
        });
        const duration_ms = Math.max(1, words.length) * word_ms;
        const samples = new Int16Array((duration_ms * SAMPLE_RATE) / 1000);
        if (options.tick) for (const word of words) click(samples, word.start_ms);
        return {
          audio: encodeWav(samples, SAMPLE_RATE),
          sample_rate: SAMPLE_RATE,
          duration_ms,
          words,
          quality: 'measured',
          engine: 'metronome',
          real: false,
          warnings:
            voice === null
              ? []
              : [
                  {
                    code: 'voice.metronome/voice-unknown',
                    message: `A metronome has no voices, so "${voice}" is unknown.`,
                  },
                ],
        };
      },
    };
  },
};

export default metronome;

function click(samples: Int16Array, atMs: number): void {
  const first = (atMs * SAMPLE_RATE) / 1000;
  const length = (CLICK_MS * SAMPLE_RATE) / 1000;
  for (let i = 0; i < length; i += 1)
    samples[first + i] = Math.round(32_767 * CLICK_LEVEL * Math.cos((2 * Math.PI * CLICK_HZ * i) / SAMPLE_RATE));
}
