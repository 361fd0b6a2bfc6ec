/** The audio of the contract: WAV files, PCM 16 bit, little-endian. Written and read here so that voices, kit and host agree. */

const HEADER_BYTES = 44;

/** A whole mono WAV file of `samples`. */
export function encodeWav(samples: Int16Array, sampleRate: number): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + samples.length * 2);
  const view = new DataView(bytes.buffer);
  const name = (offset: number, text: string): void => bytes.set(new TextEncoder().encode(text), offset);
  name(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  name(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  name(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  // Typed arrays have the byte order of the machine, and every machine that runs Node or a browser is little-endian.
  bytes.set(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength), HEADER_BYTES);
  return bytes;
}

export interface Wav {
  readonly channels: number;
  readonly sample_rate: number;
  readonly duration_ms: number;
  /** Interleaved where there is more than one channel. */
  readonly samples: Int16Array;
}

/** Reads a PCM 16 bit WAV file; the reason as a string where it is not one. Chunks it does not know are skipped. */
export function decodeWav(bytes: Uint8Array): Wav | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (offset: number): string => String.fromCharCode(...bytes.subarray(offset, offset + 4));
  if (bytes.length < 12 || name(0) !== 'RIFF' || name(8) !== 'WAVE') return 'it does not begin with RIFF … WAVE';
  if (view.getUint32(4, true) !== bytes.length - 8) return 'the length in its RIFF header is not that of the file';
  let format: { channels: number; sample_rate: number } | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const body = at + 8;
    if (body + length > bytes.length) return `its chunk "${name(at)}" is longer than the file`;
    if (name(at) === 'fmt ') {
      if (length < 16 || view.getUint16(body, true) !== 1 || view.getUint16(body + 14, true) !== 16)
        return 'it is not PCM 16 bit';
      format = { channels: view.getUint16(body + 2, true), sample_rate: view.getUint32(body + 4, true) };
      if (format.channels < 1 || format.sample_rate < 1) return 'it names no channel or no sample rate';
    } else if (name(at) === 'data') {
      if (!format) return 'its data comes before its format';
      // Copied, because the data of a file need not begin at an even address. Not with `slice`, which copies nothing of a Buffer.
      const samples = new Int16Array(new Uint8Array(bytes.subarray(body, body + length - (length % 2))).buffer);
      const duration_ms = (samples.length / format.channels / format.sample_rate) * 1000;
      return { ...format, duration_ms, samples };
    }
    at = body + length + (length % 2);
  }
  return 'it has no data';
}
