import type { Probe, SpokenWord, Voice, Warning } from '../../plugins/contract/index.ts';
import type { Config } from '../config.ts';
import { HostError } from '../errors.ts';
import { PluginFault } from '../plugins/plugin-fault.ts';
import type { PluginRegistry } from '../plugins/plugin-registry.ts';
import type { ProbeMemory } from '../plugins/probe-memory.ts';
import { readRecording } from './recording.ts';
import { STAND_INS, type VoiceOrder, voiceOrder } from './voice-policy.ts';

/** What was understood of a recording. */
export interface Heard {
  readonly text: string;
  readonly words: readonly SpokenWord[];
  /** Of the recording. */
  readonly duration_ms: number;
  readonly engine: string;
  readonly real: boolean;
  readonly warnings: readonly Warning[];
  /** What was done instead of what was asked for, named. */
  readonly degrade_notes: readonly string[];
}

/** Has recordings understood by the first voice of the policy that can. */
export class ListeningDesk {
  readonly #plugins: PluginRegistry;
  readonly #config: Config['voice'];
  readonly #probes: ProbeMemory<Probe>;

  constructor(plugins: PluginRegistry, config: Config['voice'], probes: ProbeMemory<Probe>) {
    this.#plugins = plugins;
    this.#config = config;
    this.#probes = probes;
  }

  get order(): VoiceOrder {
    return voiceOrder(this.#config, 'stt', this.#plugins.ids('voice'));
  }

  /** `bytes` is a whole sound file. Throws 400 `empty_audio_payload`, what `readRecording` throws, 503 `stt_engine_unavailable`. */
  async transcribe(bytes: Uint8Array, hint: string | null, signal: AbortSignal): Promise<Heard> {
    if (bytes.length === 0) throw new HostError('empty_audio_payload');
    const { audio, duration_ms } = await readRecording(bytes);
    const reasons: Warning[] = [];
    const { chosen, ids } = this.order;
    for (const id of ids) {
      try {
        const listen = await this.#listener(id);
        const { text, words, engine, real, warnings } = await listen({ audio, hint }, signal);
        if (this.#config.requireReal && !real) {
          reasons.push({ code: 'host/voice-stand-in', message: `${engine} is a stand-in that hears nothing.` });
          continue;
        }
        const instead = chosen && id !== ids[0] ? [`hearing: ${engine} instead of ${ids[0]}`] : [];
        const stand = real ? [] : [`hearing: ${engine} stands in for an engine that listens`];
        return {
          text,
          words,
          duration_ms,
          engine,
          real,
          warnings: [...(chosen || !real ? reasons : []), ...warnings],
          degrade_notes: [...instead, ...stand],
        };
      } catch (error) {
        if (!(error instanceof PluginFault)) throw error;
        if (signal.aborted) throw error;
        reasons.push({ code: error.code, message: `${error.message} (${error.cure})` });
      }
    }
    throw new HostError('stt_engine_unavailable', { engines: ids, reasons });
  }

  async #listener(id: string): Promise<NonNullable<Voice['transcribe']>> {
    const voice = await this.#plugins.voice(id);
    const refuse = (message: string, cure: string): PluginFault =>
      new PluginFault(`voice/${id}`, 'transcribe', { code: 'host/voice-not-ready', message, cure });
    if (voice.transcribe === null) throw refuse('it only speaks', 'Choose another OPENCOMMOTION_STT_ENGINE.');
    if (id !== STAND_INS.stt) {
      const { detail, ready } = await this.#probes.get(id);
      if (!ready) throw refuse(detail, 'GET /v1/voice/capabilities shows every voice.');
    }
    return voice.transcribe;
  }
}
