import { alignLine, estimateLine, type LineAlignment } from '../../dsl/index.ts';
import type { Probe, SpeakRequest, Speech, Voice, Warning } from '../../plugins/contract/index.ts';
import type { Config } from '../config.ts';
import { HostError } from '../errors.ts';
import { PluginFault } from '../plugins/plugin-fault.ts';
import type { PluginRegistry } from '../plugins/plugin-registry.ts';
import type { ProbeMemory } from '../plugins/probe-memory.ts';
import { Recent } from '../recent.ts';
import { Aligner } from './alignment/aligner.ts';
import { AudioStore, type Spoken } from './audio-store.ts';
import { speakText } from './long-text/speak-text.ts';
import { type VoiceOrder, voiceOrder } from './voice-policy.ts';

/** One line, spoken or at least timed. */
export interface SpokenLine {
  readonly alignment: LineAlignment;
  /** Null where no voice could speak: then the times are estimated. */
  readonly audio_uri: string | null;
  /** What spoke; null with `audio_uri`. */
  readonly engine: string | null;
  readonly real: boolean;
  readonly warnings: readonly Warning[];
  /** What was done instead of what was asked for, named. */
  readonly degrade_notes: readonly string[];
}

interface Heard {
  readonly hash: string;
  readonly spoken: Spoken;
}

const KEPT = 500;

/** Speaks lines with the first voice of the policy that can, remembers what was said, and maps it to words. */
export class SpeechDesk {
  readonly #plugins: PluginRegistry;
  readonly #config: Config['voice'];
  readonly #audio: AudioStore;
  readonly #aligner: Aligner;
  readonly #probes: ProbeMemory<Probe>;
  readonly #heard = new Recent<string, Promise<Heard>>(KEPT);

  constructor(plugins: PluginRegistry, config: Config['voice'], audio: AudioStore, probes: ProbeMemory<Probe>) {
    this.#plugins = plugins;
    this.#config = config;
    this.#audio = audio;
    this.#aligner = new Aligner(plugins);
    this.#probes = probes;
  }

  get order(): VoiceOrder {
    return voiceOrder(this.#config, 'tts', this.#plugins.ids('voice'));
  }

  /** Whether a voice could speak or listen now. */
  probe(id: string): Promise<Probe> {
    return this.#probes.get(id);
  }

  /** Always answers, unless real voices are required and none can speak: 503 `tts_engine_unavailable`. */
  async speak(text: string, voice: string | null): Promise<SpokenLine> {
    const warnings: Warning[] = [];
    const { chosen, ids } = this.order;
    for (const id of ids) {
      try {
        const { hash, spoken } = await this.#hear(id, text, voice);
        if (this.#config.requireReal && !spoken.real) {
          warnings.push({ code: 'host/voice-stand-in', message: `${spoken.engine} is a stand-in, not a voice.` });
          continue;
        }
        const instead = chosen && id !== ids[0] ? [`voice: ${spoken.engine} instead of ${ids[0]}`] : [];
        const stand = spoken.real ? [] : [`voice: ${spoken.engine} stands in for a voice`];
        return {
          alignment: alignLine(text, spoken.words, spoken.duration_ms, spoken.quality),
          audio_uri: `/v1/audio/${hash}.wav`,
          engine: spoken.engine,
          real: spoken.real,
          // Nobody asked for those that are not set up, unless nothing better than a stand-in is left.
          warnings: [...(chosen || !spoken.real ? warnings : []), ...spoken.warnings],
          degrade_notes: [...instead, ...stand],
        };
      } catch (error) {
        if (!(error instanceof PluginFault)) throw error;
        warnings.push({ code: error.code, message: `${error.message} (${error.cure})` });
      }
    }
    if (this.#config.requireReal) throw new HostError('tts_engine_unavailable', { engines: ids, reasons: warnings });
    return {
      alignment: estimateLine(text),
      audio_uri: null,
      engine: null,
      real: false,
      warnings,
      degrade_notes: ['voice: none could speak, so the times of the words are estimated'],
    };
  }

  /** One request for one sound, however many ask for it at the same time. */
  #hear(id: string, text: string, voice: string | null): Promise<Heard> {
    const found = this.#plugins.find('voice', id);
    const hash = AudioStore.hash({
      text,
      voice,
      rate: 1,
      plugin: id,
      version: found?.manifest?.version ?? '',
      options: found?.options ?? {},
    });
    const known = this.#heard.get(hash);
    if (known !== undefined) return known;
    const hearing = this.#record(hash, id, text, voice);
    this.#heard.set(hash, hearing);
    hearing.catch(() => this.#heard.delete(hash));
    return hearing;
  }

  async #record(hash: string, id: string, text: string, voice: string | null): Promise<Heard> {
    const kept = await this.#audio.read(hash);
    if (kept !== null) return { hash, spoken: kept };
    const speaker = await this.#ready(id);
    // Others may be waiting for the same sound, so a client that goes away does not end it; the guard's time-out does.
    const say = async (request: SpeakRequest): Promise<Speech> =>
      this.#aligner.align(await speaker(request, new AbortController().signal), request.text, request.voice);
    const speech = await speakText({ text, voice, rate: 1 }, say);
    return { hash, spoken: await this.#audio.write(hash, speech) };
  }

  async #ready(id: string): Promise<NonNullable<Voice['speak']>> {
    const voice = await this.#plugins.voice(id);
    const refuse = (message: string, cure: string): PluginFault =>
      new PluginFault(`voice/${id}`, 'speak', { code: 'host/voice-not-ready', message, cure });
    if (voice.speak === null) throw refuse('it only listens', 'Choose another OPENCOMMOTION_TTS_ENGINE.');
    const { ready, detail } = await this.probe(id);
    if (!ready) throw refuse(detail, 'GET /v1/voice/capabilities shows every voice.');
    return voice.speak;
  }
}
