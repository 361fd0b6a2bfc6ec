import { encodeWav, LISTENING_RATE, type TranscribeRequest, type Transcript, type Voice } from '../contract/index.ts';
import { type Check, ensure } from './check.ts';
import type { Bench } from './life.ts';
import { ensureAbortable, failureOf } from './settle.ts';
import { ensureWords } from './spoken-words.ts';

/** Long enough that an engine is in the middle of it when it is given up. */
const LONG_MS = 30_000;
const HALF = LISTENING_RATE / 2;

/**
 * What a voice that listens must do; a voice that only speaks passes. Without an engine's own recordings the kit can't say
 * how well it understands: it sends what is no speech, what is no audio, and looks whether the answers are true to themselves.
 */
export function listeningChecks(bench: Bench<Voice>): readonly Check[] {
  const listening = (use: (transcribe: Listen) => Promise<void>): Promise<void> =>
    bench.started(async ({ transcribe }) => {
      if (transcribe) await use((request, signal = calm()) => transcribe({ hint: null, ...request }, signal));
    });
  const takes = (name: string, samples: Int16Array, hint: string | null = null): Check => ({
    name: `listens to ${name}`,
    run: () =>
      listening(async (transcribe) => {
        const heard = await transcribe({ audio: encodeWav(samples, LISTENING_RATE), hint });
        ensureTranscript(heard, samples.length);
        if (hint === null && samples.every((sample) => sample === 0)) ensureNothingHeard(heard);
      }),
  });
  return [
    takes('two seconds of silence', new Int16Array(2 * LISTENING_RATE)),
    takes('silence with a hint', new Int16Array(HALF), 'the cow jumps over the moon'),
    takes('half a second of noise', noise(HALF)),
    takes('a WAV file of no samples', new Int16Array(0)),
    takes('a WAV file of one sample', Int16Array.of(1)),
    ...Object.entries(NO_AUDIO).map(
      ([name, audio]): Check => ({
        name: `refuses ${name}, or warns of it`,
        run: () =>
          listening(async (transcribe) => {
            const heard = await transcribe({ audio }).catch((error: unknown) => ({ error }));
            if ('error' in heard) {
              await failureOf(`listening to ${name}`, () => Promise.reject(heard.error));
              return;
            }
            ensureTranscript(heard, audio.length);
            ensure(heard.warnings.length > 0, `it listened to ${name} without a warning`);
          }),
      }),
    ),
    {
      name: 'listens to several at once, each for itself',
      run: () =>
        listening(async (transcribe) => {
          const recordings = [noise(HALF), new Int16Array(LISTENING_RATE), noise(2 * LISTENING_RATE)];
          const hear = async (samples: Int16Array): Promise<Transcript> => {
            const heard = await transcribe({ audio: encodeWav(samples, LISTENING_RATE) });
            ensureTranscript(heard, samples.length);
            return heard;
          };
          const alone: string[] = [];
          for (const recording of recordings) alone.push((await hear(recording)).text);
          const together = await Promise.all(recordings.map(hear));
          for (const [index, { text }] of together.entries())
            ensure(
              text === alone[index],
              `recordings sent at the same time were mixed up: alone one was heard as "${alone[index]}", among others as "${text}"`,
            );
        }),
    },
    {
      name: 'heeds an abort while it listens',
      run: () =>
        listening((transcribe) => {
          const audio = encodeWav(noise((LONG_MS / 1000) * LISTENING_RATE), LISTENING_RATE);
          return ensureAbortable('transcribe', (signal) => transcribe({ audio }, signal));
        }),
    },
  ];
}

type Listen = (
  request: { readonly audio: Uint8Array } & Partial<TranscribeRequest>,
  signal?: AbortSignal,
) => Promise<Transcript>;

const NO_AUDIO = {
  'bytes that are no WAV file': new TextEncoder().encode('This is not a recording.'.repeat(20)),
  'a WAV file that was cut off': encodeWav(new Int16Array(HALF), LISTENING_RATE).subarray(0, HALF),
  'no bytes at all': new Uint8Array(0),
} as const;

const calm = (): AbortSignal => new AbortController().signal;

/** The same noise every time, at a third of full scale. A linear congruential generator: Numerical Recipes, 3rd ed., §7.1.1. */
function noise(length: number): Int16Array {
  const samples = new Int16Array(length);
  let state = 1;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    samples[at] = Math.round((state / 2 ** 32 - 0.5) * 20_000);
  }
  return samples;
}

function ensureTranscript(heard: Transcript, samples: number): void {
  ensure(heard.engine.trim() !== '', 'it does not say which engine listened');
  ensure(typeof heard.real === 'boolean', 'it does not say whether a real engine listened');
  ensureWords(heard.words, heard.text, Math.ceil((samples / LISTENING_RATE) * 1000));
}

function ensureNothingHeard({ text, warnings }: Transcript): void {
  ensure(text.trim() === '' || warnings.length > 0, `it heard "${text}" in silence, and no warning says so`);
}
