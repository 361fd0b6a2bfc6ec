import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWav, encodeWav } from './wav.ts';

describe('WAV files', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.int16Array(), fc.integer({ min: 1, max: 192_000 }), (samples, rate) => {
        const wav = decodeWav(encodeWav(samples, rate));
        expect(wav).toEqual({ channels: 1, sample_rate: rate, duration_ms: (samples.length / rate) * 1000, samples });
      }),
    );
  });

  it('are read from any view of bytes, a Buffer with others around it too', () => {
    const samples = Int16Array.of(1, -2, 3);
    const around = Buffer.concat([Buffer.of(7), encodeWav(samples, 8000), Buffer.of(7)]);
    expect(decodeWav(around.subarray(1, -1))).toMatchObject({ duration_ms: 0.375, samples });
  });

  it('are refused with a reason, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(typeof decodeWav(bytes)).toBe('string');
      }),
    );
    const whole = encodeWav(new Int16Array(8), 8000);
    expect(decodeWav(whole.subarray(0, 50))).toMatch(/length in its RIFF header/);
  });

  it('skip chunks they do not know', () => {
    const whole = encodeWav(Int16Array.of(1, 2, 3), 8000);
    const extra = new Uint8Array(whole.length + 10);
    extra.set(whole.subarray(0, 36));
    extra.set([76, 73, 83, 84, 2, 0, 0, 0, 9, 9], 36);
    extra.set(whole.subarray(36), 46);
    new DataView(extra.buffer).setUint32(4, extra.length - 8, true);
    expect(decodeWav(extra)).toMatchObject({ samples: Int16Array.of(1, 2, 3) });
  });
});
