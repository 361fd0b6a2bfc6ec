import type { AlignmentQuality } from '../../dsl/index.ts';
import type { PluginContext, Started, Warning } from './plugin.ts';

export interface SpeakRequest {
  readonly text: string;
  /** A voice of this engine, or null for its default. */
  readonly voice: string | null;
  /** Speed: 1 is the engine's own, 0.5–2. */
  readonly rate: number;
}

/** A spoken word: code units of the text it stands for, and milliseconds from the start of the audio. */
export interface SpokenWord {
  readonly offset: number;
  readonly length: number;
  readonly start_ms: number;
  readonly end_ms: number;
}

export interface Speech {
  /** A whole WAV file, PCM 16 bit. */
  readonly audio: Uint8Array;
  readonly sample_rate: number;
  readonly duration_ms: number;
  /** In order, not overlapping, inside the audio; may be fewer than the text has (the host fills gaps). */
  readonly words: readonly SpokenWord[];
  readonly quality: AlignmentQuality;
  /** What really spoke: `eSpeak NG 1.52`, `tone`. */
  readonly engine: string;
  /** False for stand-ins such as a tone: strict mode refuses those. */
  readonly real: boolean;
  readonly warnings: readonly Warning[];
}

export interface Transcript {
  readonly text: string;
  readonly words: readonly SpokenWord[];
  readonly engine: string;
  readonly warnings: readonly Warning[];
}

export interface Voice extends Started {
  /** Null where the engine only listens. */
  readonly speak: ((request: SpeakRequest, signal: AbortSignal) => Promise<Speech>) | null;
  /** Null where the engine only speaks. `audio` is a WAV file. */
  readonly transcribe: ((audio: Uint8Array, signal: AbortSignal) => Promise<Transcript>) | null;
  voices(): Promise<readonly string[]>;
}

export interface VoicePlugin {
  readonly contract: 'voice/1';
  start(context: PluginContext): Promise<Voice>;
}
