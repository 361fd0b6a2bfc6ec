import { decodeWav, type Speech, type Voice } from '../../../plugins/contract/index.ts';
import { PluginFault } from '../../plugins/plugin-fault.ts';
import type { PluginRegistry } from '../../plugins/plugin-registry.ts';
import { alignWords, type Reference } from './align-words.ts';

/** The voice that tells when it speaks each word, and needs nothing. */
const KNOWING = 'espeak';
/** A pace that is nearer than this to that of the target is near enough. */
const NEAR = 0.12;
const SLOWEST = 0.5;
const FASTEST = 2;
/** How voices that go by language are named: `de`, `en-gb`. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z\d]+)*$/i;

/** Finds the words of voices that do not tell them, with the help of one that does. */
export class Aligner {
  readonly #plugins: PluginRegistry;

  constructor(plugins: PluginRegistry) {
    this.#plugins = plugins;
  }

  /** The same speech, with its words where they could be found; `quality` says which. */
  async align(speech: Speech, text: string, voice: string | null): Promise<Speech> {
    if (speech.quality === 'measured' || !speech.real || !/[\p{L}\p{N}]/u.test(text)) return speech;
    const wav = decodeWav(speech.audio);
    if (typeof wav === 'string') return speech;
    const target = { samples: mono(wav.samples, wav.channels), rate: wav.sample_rate };
    const reference = await this.#reference(text, voice, speech.duration_ms);
    const words = reference === null ? null : alignWords(reference, target);
    return words === null ? speech : { ...speech, words, quality: 'aligned' };
  }

  /** The text at about the pace of the target; null where nobody can say it. */
  async #reference(text: string, voice: string | null, duration_ms: number): Promise<Reference | null> {
    try {
      const { speak }: Voice = await this.#plugins.voice(KNOWING);
      if (speak === null) return null;
      const language = voice !== null && LANGUAGE.test(voice) ? voice : null;
      const say = (rate: number) => speak({ text, voice: language, rate }, new AbortController().signal);
      const first = await say(1);
      const pace = Math.min(FASTEST, Math.max(SLOWEST, first.duration_ms / Math.max(1, duration_ms)));
      const fitting = Math.abs(pace - 1) < NEAR ? first : await say(pace);
      const wav = decodeWav(fitting.audio);
      return typeof wav === 'string' ? null : { samples: wav.samples, rate: wav.sample_rate, words: fitting.words };
    } catch (error) {
      // Without it the words are estimated, as `quality` says.
      if (error instanceof PluginFault) return null;
      throw error;
    }
  }
}

const mono = (samples: Int16Array, channels: number): Int16Array =>
  channels === 1 ? samples : samples.filter((_, at) => at % channels === 0);
