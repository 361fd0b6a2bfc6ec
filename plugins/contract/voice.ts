import type { AlignmentQuality } from '../../dsl/index.ts';
import type { PluginContext, Started, Warning } from './plugin.ts';

/** Samples a second of what a voice listens to. */
export const LISTENING_RATE = 16_000;

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

export interface TranscribeRequest {
  /** A whole WAV file as the host makes it of whatever it is sent: PCM 16 bit, mono, `LISTENING_RATE` samples a second. */
  readonly audio: Uint8Array;
  /** What is probably said, from the client; an engine may favour these words. Null where the client gave none. */
  readonly hint: string | null;
}

export interface Transcript {
  /** Empty where nothing was understood. */
  readonly text: string;
  /** Code units of `text`, and milliseconds from the start of the audio; empty where the engine does not tell. */
  readonly words: readonly SpokenWord[];
  /** What really listened: `PocketSphinx 5`, `text`. */
  readonly engine: string;
  /** False for stand-ins that hear nothing: strict mode refuses those. */
  readonly real: boolean;
  readonly warnings: readonly Warning[];
}

export interface Voice extends Started {
  /** Null where the engine only listens. */
  readonly speak: ((request: SpeakRequest, signal: AbortSignal) => Promise<Speech>) | null;
  /** Null where the engine only speaks. */
  readonly transcribe: ((request: TranscribeRequest, signal: AbortSignal) => Promise<Transcript>) | null;
  voices(): Promise<readonly string[]>;
}

export interface VoicePlugin {
  readonly contract: 'voice/1';
  start(context: PluginContext): Promise<Voice>;
}
