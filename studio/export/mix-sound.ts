import { synthesise } from '../sound/sound-effects.ts';

/** Opus works at this rate, and AAC likes it. */
const SAMPLE_RATE = 48_000;

/** A recording of a spoken line, and where in the scene it begins. */
export interface SpokenClip {
  readonly wav: ArrayBuffer;
  readonly start_ms: number;
}

/** A sound of the script. */
export interface EffectClip {
  readonly sound: string;
  readonly volume: number;
  readonly start_ms: number;
}

export interface SoundWish {
  readonly spoken: readonly SpokenClip[];
  readonly effects: readonly EffectClip[];
  /** The stretch of the scene that the film shows. */
  readonly from_ms: number;
  readonly to_ms: number;
}

/** Everything that is heard in that stretch, as the studio plays it; null where nothing is. */
export async function mixSound({ spoken, effects, from_ms, to_ms }: SoundWish): Promise<AudioBuffer | null> {
  if ((spoken.length === 0 && effects.length === 0) || to_ms <= from_ms) return null;
  const length = Math.max(1, Math.round(((to_ms - from_ms) / 1000) * SAMPLE_RATE));
  const desk = new OfflineAudioContext({ numberOfChannels: 2, length, sampleRate: SAMPLE_RATE });
  const play = (buffer: AudioBuffer, start_ms: number): void => {
    const source = new AudioBufferSourceNode(desk, { buffer });
    source.connect(desk.destination);
    const begins = (start_ms - from_ms) / 1000;
    if (begins >= 0) source.start(begins);
    else if (-begins < buffer.duration) source.start(0, -begins);
  };
  for (const { wav, start_ms } of spoken) play(await desk.decodeAudioData(wav.slice(0)), start_ms);
  for (const { sound, volume, start_ms } of effects) {
    const samples = synthesise(sound, volume, SAMPLE_RATE);
    const buffer = new AudioBuffer({ length: samples.length, sampleRate: SAMPLE_RATE });
    buffer.copyToChannel(samples, 0);
    play(buffer, start_ms);
  }
  return desk.startRendering();
}
