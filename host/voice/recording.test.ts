import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { decodeWav, encodeWav, type Wav } from '../../plugins/contract/index.ts';
import { readRecording } from './recording.ts';

/** 0.4 s of 440 Hz at half of the full scale, as ffmpeg wrote it. */
const fixture = (name: string): Promise<Uint8Array> => readFile(new URL(`fixtures/${name}`, import.meta.url));

const tone = (rate: number, seconds = 0.4): Int16Array =>
  Int16Array.from({ length: rate * seconds }, (_, at) =>
    Math.round(16_384 * Math.sin((2 * Math.PI * 440 * at) / rate)),
  );

const heard = async (bytes: Uint8Array): Promise<Wav> => {
  const wav = decodeWav((await readRecording(bytes)).audio);
  if (typeof wav === 'string') throw new Error(wav);
  return wav;
};

/** How often the sound goes through zero upwards, a second: the pitch of a pure tone. */
function pitchOf({ samples, sample_rate }: Wav): number {
  const middle = samples.slice(samples.length / 4, (samples.length * 3) / 4);
  const rises = middle.filter((sample, at) => sample >= 0 && (middle[at - 1] ?? 0) < 0).length;
  return (rises * sample_rate) / middle.length;
}

describe('a recording', () => {
  it.each(['tone.webm', 'tone.ogg', 'tone.mp3'])('in %s becomes 16 kHz mono of the same tone', async (name) => {
    const wav = await heard(await fixture(name));
    expect(wav).toMatchObject({ sample_rate: 16_000, channels: 1 });
    expect(wav.duration_ms).toBeGreaterThan(390);
    expect(wav.duration_ms).toBeLessThan(500);
    expect(Math.abs(pitchOf(wav) - 440)).toBeLessThan(15);
  });

  it.each([8_000, 16_000, 22_050, 44_100, 48_000])('in WAV at %i Hz does, too', async (rate) => {
    const wav = await heard(encodeWav(tone(rate), rate));
    expect(Math.abs(wav.duration_ms - 400)).toBeLessThan(10);
    expect(Math.abs(pitchOf(wav) - 440)).toBeLessThan(15);
  });

  it('without a sample stays without one', async () => {
    expect((await heard(encodeWav(new Int16Array(), 16_000))).samples).toHaveLength(0);
  });

  it.each([
    ['of another codec', () => fixture('tone.flac'), 'audio_format_unsupported'],
    [
      'that is none',
      async () => new TextEncoder().encode('<html>no sound</html>'.repeat(20)),
      'audio_format_unsupported',
    ],
    ['whose middle is garbage', async () => broken(await fixture('tone.webm')), null],
    ['of six minutes', async () => encodeWav(new Int16Array(8_000 * 360), 8_000), 'audio_too_long'],
  ])('%s is refused or taken as it is, and never breaks the host', async (_what, make, code) => {
    const outcome = await readRecording(await make()).then(
      () => null,
      (error: { code?: unknown }) => error.code,
    );
    if (code !== null) expect(outcome).toBe(code);
    else expect([null, 'audio_unreadable', 'audio_format_unsupported']).toContain(outcome);
  });
});

const broken = (bytes: Uint8Array): Uint8Array => bytes.map((byte, at) => (at > bytes.length / 2 ? byte ^ 0x5a : byte));
