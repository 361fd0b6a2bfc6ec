import { z } from 'zod';
import { estimateLine, splitWords } from '../../../dsl/index.ts';
import { encodeWav, PluginFailure, type VoicePlugin, type Warning } from '../../contract/index.ts';
import { notesOf, play } from './notes.ts';

const SAMPLE_RATE = 22_050;
const SILENCE_MS = 100;

const optionsSchema = z.object({ level: z.number().min(0).max(1).default(0.25) });

/** Notes instead of words, so that a scene has its rhythm where no voice can speak. */
const tone: VoicePlugin = {
  contract: 'voice/1',
  start: async (context) => {
    const { level } = optionsSchema.parse(context.options);
    return {
      probe: async () => ({ ready: true, detail: 'Built in; plays notes, speaks no words.', version: null }),
      stop: async () => undefined,
      voices: async () => [],
      transcribe: null,
      speak: async ({ text, voice, rate }, signal) => {
        if (signal.aborted) throw new PluginFailure('aborted', 'The request was given up.');
        const estimate = estimateLine(text);
        const written = splitWords(text);
        const words = estimate.words.flatMap(({ start_ms, end_ms }, index) => {
          const word = written[index];
          const times = { start_ms: Math.round(start_ms / rate), end_ms: Math.round(end_ms / rate) };
          return word ? [{ offset: word.offset, length: word.length, ...times }] : [];
        });
        const duration_ms = Math.max(SILENCE_MS, Math.round(estimate.duration_ms / rate), words.at(-1)?.end_ms ?? 0);
        const samples = new Int16Array(Math.ceil((duration_ms * SAMPLE_RATE) / 1000));
        for (const [index, { start_ms, end_ms }] of words.entries())
          for (const note of notesOf(written[index]?.text ?? '', start_ms, end_ms))
            play(samples, SAMPLE_RATE, note, level);
        const warnings: Warning[] = [
          { code: 'voice.tone/stand-in', message: 'No voice spoke: these are notes, with estimated word times.' },
        ];
        if (voice !== null)
          warnings.push({
            code: 'voice.tone/voice-unknown',
            message: `Notes have no voices, so "${voice}" is unknown.`,
          });
        return {
          audio: encodeWav(samples, SAMPLE_RATE),
          sample_rate: SAMPLE_RATE,
          duration_ms,
          words,
          quality: 'estimated',
          engine: 'tone',
          real: false,
          warnings,
        };
      },
    };
  },
};

export default tone;
