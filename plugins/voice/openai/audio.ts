import { decodeWav, PluginFailure } from '../../contract/index.ts';

/** What a server that streams writes for a length that it does not know yet. */
const UNKNOWN = 0xffffffff;
const HEADER = 12;

/** Mono PCM of 16 bit. */
export interface Sound {
  readonly samples: Int16Array;
  readonly sample_rate: number;
}

/** The sound in a server's answer. Fails with `audio-invalid`. */
export function soundOf(bytes: Uint8Array): Sound {
  const wav = decodeWav(withLengths(bytes));
  if (typeof wav === 'string')
    throw new PluginFailure(
      'audio-invalid',
      `The server's sound is no WAV file of 16 bit: ${wav}.`,
      'Is the server able to answer with response_format "wav"?',
    );
  const { channels, sample_rate, samples } = wav;
  if (channels === 1) return { samples, sample_rate };
  const mono = new Int16Array(samples.length / channels);
  for (let at = 0; at < mono.length; at += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) sum += samples[at * channels + channel] ?? 0;
    mono[at] = Math.round(sum / channels);
  }
  return { samples: mono, sample_rate };
}

/** The same file with the lengths that it has, where whoever wrote it did not know them. */
function withLengths(bytes: Uint8Array): Uint8Array {
  const whole = bytes.slice();
  const view = new DataView(whole.buffer);
  const name = (at: number): string => String.fromCharCode(...whole.subarray(at, at + 4));
  if (whole.length < HEADER || name(0) !== 'RIFF') return whole;
  const told = view.getUint32(4, true);
  if (told !== UNKNOWN && told !== 0) return whole;
  view.setUint32(4, whole.length - 8, true);
  for (let at = HEADER; at + 8 <= whole.length; ) {
    const length = view.getUint32(at + 4, true);
    const room = whole.length - at - 8;
    if (name(at) === 'data') {
      if (length > room || length === 0) view.setUint32(at + 4, room - (room % 2), true);
      return whole;
    }
    at += 8 + length + (length % 2);
  }
  return whole;
}
