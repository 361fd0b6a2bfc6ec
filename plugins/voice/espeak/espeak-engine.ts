import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { WordEvent } from './engine-messages.ts';
import { findEnginePackage } from './engine-package.ts';
import { FALLBACK_VOICE } from './options.ts';

/** The calls of the package that are used here; it brings no types of its own. */
interface EspeakWorker {
  /** 0 when the engine has that voice. */
  set_voice(name: string): number;
  set_rate(wordsPerMinute: number): void;
  set_pitch(pitch: number): void;
  get_samplerate(): number;
  list_voices(): unknown;
  synthesize(text: string, listener: (audio: unknown, events: unknown) => boolean): void;
}

const moduleSchema = z.object({ default: z.custom<() => Promise<unknown>>((value) => typeof value === 'function') });
const instanceSchema = z.object({
  HEAP8: z.instanceof(Int8Array),
  eSpeakNGWorker: z.custom<new () => EspeakWorker>((value) => typeof value === 'function'),
});
const voicesSchema = z.array(
  z.object({ identifier: z.string(), languages: z.array(z.object({ name: z.string(), priority: z.number() })) }),
);
const audioSchema = z.instanceof(Int16Array);
const eventsSchema = z.array(z.object({ type: z.string(), text_position: z.int(), audio_position: z.number() }));

export interface Utterance {
  readonly sample_rate: number;
  readonly samples: Int16Array<ArrayBuffer>;
  readonly words: WordEvent[];
  readonly voice_known: boolean;
}

export interface EspeakEngine {
  voices(): string[];
  speak(text: string, manner: { voice: string; words_per_minute: number; pitch: number }): Utterance;
}

/**
 * Starts eSpeak NG. The engine carries its flutter from one utterance to the next; so its memory is put back to what it
 * was after the start before each of them, and equal requests get equal audio.
 */
export async function startEspeak(): Promise<EspeakEngine> {
  const found = findEnginePackage();
  if (!found) throw new Error('its package is not installed');
  const module = moduleSchema.parse(await import(pathToFileURL(found.path).href));
  const raw = await module.default();
  const instance = instanceSchema.parse(raw);
  const worker = new instance.eSpeakNGWorker();
  // The engine finds some voices by their file only (`gmw/en`), people name them by their language (`en-gb`).
  const listed = voicesSchema.parse(worker.list_voices());
  const files = new Map(
    // The lower the number, the better the voice suits the language; of several the last stays in the map.
    listed
      .flatMap(({ languages, identifier }) => languages.map(({ name, priority }) => ({ name, priority, identifier })))
      .sort((a, b) => b.priority - a.priority)
      .map(({ name, identifier }) => [name, identifier]),
  );
  const choose = (voice: string): boolean => {
    const [language = '', ...variant] = voice.split('+');
    return worker.set_voice([files.get(language) ?? language, ...variant].join('+')) === 0;
  };
  // The memory is whole only once a voice has been loaded.
  if (!choose(FALLBACK_VOICE)) throw new Error(`it has no voice "${FALLBACK_VOICE}"`);
  const fresh = instance.HEAP8.slice();
  return {
    voices: () => [...files.keys()].sort(),
    speak: (text, manner) => {
      // Read anew each time: when the memory grows, the package replaces its view.
      instanceSchema.parse(raw).HEAP8.set(fresh);
      const voice_known = choose(manner.voice);
      worker.set_rate(manner.words_per_minute);
      worker.set_pitch(manner.pitch);
      const pieces: Int16Array[] = [];
      const words: WordEvent[] = [];
      worker.synthesize(text, (audio, events) => {
        pieces.push(audioSchema.parse(audio));
        for (const event of eventsSchema.parse(events)) if (event.type === 'word') words.push(event);
        return false;
      });
      return { sample_rate: worker.get_samplerate(), samples: joined(pieces), words, voice_known };
    },
  };
}

function joined(pieces: readonly Int16Array[]): Int16Array<ArrayBuffer> {
  const whole = new Int16Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
