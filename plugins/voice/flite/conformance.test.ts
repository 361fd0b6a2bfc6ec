import { describe, expect, it } from 'vitest';
import { decodeWav } from '../../contract/index.ts';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { voiceConformance } from '../../kit/voice.ts';
import flite from './index.ts';

describe('voice/flite', () => {
  describeConformance(voiceConformance(flite, new URL('./manifest.json', import.meta.url)));

  it('speaks with each of its voices, and each sounds unlike the others', async () => {
    const voice = await flite.start({
      options: {},
      dataDir: '.cache/flite-test',
      environment: {},
      log: () => undefined,
    });
    const heard = new Set<string>();
    for (const name of await voice.voices()) {
      const speech = await voice.speak?.({ text: 'Hello there.', voice: name, rate: 1 }, new AbortController().signal);
      const wav = speech && decodeWav(speech.audio);
      if (!wav || typeof wav === 'string') throw new Error('no sound');
      expect(Math.max(...wav.samples), name).toBeGreaterThan(10_000);
      heard.add(Buffer.from(speech.audio).toString('base64'));
    }
    expect(heard.size).toBe(5);
    await voice.stop();
  });

  it('speaks all of a line, though it has points and colons in it, and begins without a click', async () => {
    const voice = await flite.start({
      options: {},
      dataDir: '.cache/flite-test',
      environment: {},
      log: () => undefined,
    });
    const text = 'Spring: 12. Summer: 30. And Dr. Smith? Yes!';
    const speech = await voice.speak?.({ text, voice: null, rate: 1 }, new AbortController().signal);
    const words = speech?.words.map(({ length, offset }) => text.slice(offset, offset + length));
    expect(words).toEqual(['Spring', '12', 'Summer', '30', 'And', 'Dr', 'Smith', 'Yes']);
    expect(speech?.words.every((word) => word.end_ms - word.start_ms > 80)).toBe(true);
    const wav = speech && decodeWav(speech.audio);
    if (!wav || typeof wav === 'string') throw new Error('no sound');
    expect(Math.max(...wav.samples.subarray(0, wav.sample_rate / 20).map(Math.abs)), 'silence first').toBeLessThan(500);
    await voice.stop();
  });
});
