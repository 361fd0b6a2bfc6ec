import { decodeWav, LISTENING_RATE, PluginFailure } from '../../contract/index.ts';

/** whisper.cpp refuses less than a second. */
const SHORTEST_MS = 1200;
/** -60 dB of full scale: quieter than the noise of any room. */
const SILENT = 33;

/** The samples of a recording as the contract has it. Fails with `audio-invalid`. */
export function samplesOf(audio: Uint8Array): Int16Array {
  const wav = decodeWav(audio);
  const refuse = (why: string): PluginFailure =>
    new PluginFailure('audio-invalid', `The recording is not a mono WAV file of 16 kHz: ${why}.`);
  if (typeof wav === 'string') throw refuse(wav);
  if (wav.channels !== 1 || wav.sample_rate !== LISTENING_RATE)
    throw refuse(`it has ${wav.channels} channels and ${wav.sample_rate} Hz`);
  return wav.samples;
}

export const isSilent = (samples: Int16Array): boolean => samples.every((sample) => Math.abs(sample) < SILENT);

/** With silence at its end where it would be too short. */
export function longEnough(samples: Int16Array): Int16Array {
  const padded = new Int16Array(Math.max(samples.length, (SHORTEST_MS * LISTENING_RATE) / 1000));
  padded.set(samples);
  return padded;
}
