import { synthesise } from '../sound/sound-effects.ts';
import { type HeardClip, SAMPLE_RATE } from './mix-sound.ts';

/** A recording as a WAV file. */
export async function hearRecording(wav: ArrayBuffer, start_ms: number): Promise<HeardClip> {
  const decoder = new OfflineAudioContext({ length: 1, sampleRate: SAMPLE_RATE });
  return { sound: await decoder.decodeAudioData(wav), start_ms };
}

/** A sound of the script. */
export function hearEffect(name: string, volume: number, start_ms: number): HeardClip {
  const samples = synthesise(name, volume, SAMPLE_RATE);
  const sound = new AudioBuffer({ length: samples.length, sampleRate: SAMPLE_RATE });
  sound.copyToChannel(samples, 0);
  return { sound, start_ms };
}
