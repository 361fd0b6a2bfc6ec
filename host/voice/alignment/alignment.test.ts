import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SpokenWord } from '../../../plugins/contract/index.ts';
import { manifestText, voiceSource, writePlugins } from '../../fixtures/plugin-folder.ts';
import { testHost } from '../../fixtures/test-host.ts';
import { alignWords } from './align-words.ts';

const RATE = 16_000;

/** Syllables of different vowels, each a few partials high, with pauses between them: as much of speech as is needed here. */
function sounds(syllables: readonly (readonly [hz: number, ms: number])[], pace: number, rate = RATE) {
  const pieces: number[] = [];
  const words: SpokenWord[] = [];
  for (const [index, [hz, ms]] of syllables.entries()) {
    const start = pieces.length;
    const length = Math.round((ms * pace * rate) / 1000);
    for (let at = 0; at < length; at += 1) {
      const swell = Math.sin((Math.PI * at) / length);
      const partials = [1, 2, 3, 4].reduce((sum, k) => sum + Math.sin((2 * Math.PI * hz * k * at) / rate) / k, 0);
      pieces.push(Math.round(8_000 * swell * partials));
    }
    words.push({
      offset: index * 2,
      length: 1,
      start_ms: (start / rate) * 1000,
      end_ms: (pieces.length / rate) * 1000,
    });
    for (let at = 0; at < 0.06 * pace * rate; at += 1) pieces.push(0);
  }
  return { samples: Int16Array.from(pieces), rate, words };
}

const PHRASE = [
  [220, 180],
  [610, 240],
  [330, 140],
  [900, 300],
  [450, 200],
] as const;
const starts = (words: readonly SpokenWord[] | null): number[] => (words ?? []).map(({ start_ms }) => start_ms);

describe('words found in a sound', () => {
  it('stand where they stood, where the sound is the reference itself', () => {
    const known = sounds(PHRASE, 1);
    const found = starts(alignWords(known, known));
    for (const [at, start] of starts(known.words).entries())
      expect(Math.abs((found[at] ?? 0) - start)).toBeLessThan(12);
  });

  it.each([0.6, 1.5])('move with the pace, here %f, and with another sample rate', (pace) => {
    const target = sounds(PHRASE, pace, 22_050);
    const found = starts(alignWords(sounds(PHRASE, 1), target));
    for (const [at, start] of starts(target.words).entries())
      expect(Math.abs((found[at] ?? 0) - start)).toBeLessThan(40);
  });

  it('are in order and inside the sound, also where it begins and ends with silence', () => {
    const target = sounds(PHRASE, 1);
    const lead = 0.4 * RATE;
    const samples = new Int16Array(target.samples.length + 2 * lead);
    samples.set(target.samples, lead);
    const found = alignWords(sounds(PHRASE, 1), { samples, rate: RATE }) ?? [];
    let free = 0;
    for (const { end_ms, start_ms } of found) {
      expect(start_ms).toBeGreaterThanOrEqual(free);
      expect(end_ms).toBeGreaterThanOrEqual(start_ms);
      free = end_ms;
    }
    expect(free).toBeLessThanOrEqual((samples.length / RATE) * 1000);
    expect(Math.abs((found[0]?.start_ms ?? 0) - 400)).toBeLessThan(20);
  });

  it('are none in silence, nor in what says nothing', () => {
    const known = sounds(PHRASE, 1);
    expect(alignWords(known, { samples: new Int16Array(RATE), rate: RATE })).toBeNull();
    expect(alignWords(known, { samples: new Int16Array(), rate: RATE })).toBeNull();
    expect(alignWords({ ...known, samples: new Int16Array(RATE) }, known)).toBeNull();
  });

  it('are found for a text of one word', () => {
    expect(starts(alignWords(sounds([[300, 300]], 1), sounds([[300, 300]], 1.2)))).toHaveLength(1);
  });
});

describe('a voice that does not tell its words', () => {
  const ESPEAK = resolve(import.meta.dirname, '../../../plugins/voice/espeak/index.ts');
  /** A real voice, unlike the reference, that keeps its words to itself. */
  const SECRETIVE = `import espeak from ${JSON.stringify(ESPEAK)};
    const inner = await espeak.start({ options: { words_per_minute: 190 }, dataDir: '', environment: {}, log: () => undefined });
    ${voiceSource({
      speak: `async (request, signal) => {
        const speech = await inner.speak({ ...request, voice: 'en-gb+f3' }, signal);
        globalThis.measuredWords = speech.words;
        return { ...speech, words: [], quality: 'estimated', engine: 'secretive' }; }`,
      stop: 'async () => inner.stop()',
    })}`;

  it('has them found by the one that does, and the answer says so', async () => {
    const path = await writePlugins({
      secretive: {
        'manifest.json': manifestText({ id: 'secretive', capabilities: ['speak'] }),
        'index.mjs': SECRETIVE,
      },
    });
    await using host = await testHost({
      voice: { tts: 'secretive', stt: 'auto', requireReal: false },
      pluginPaths: [path],
      dataDir: join(path, 'data'),
    });
    const text = 'A goldfish swims slowly in its bowl of clear water.';
    const answer = await host.app.inject({
      method: 'POST',
      url: '/v2/speech',
      payload: { lines: [{ id: 'a', text }] },
    });
    const { quality, words } = answer.json().lines.a;
    expect(quality).toBe('aligned');
    const measured = (globalThis as { measuredWords?: readonly SpokenWord[] }).measuredWords ?? [];
    expect(words).toHaveLength(10);
    // eSpeak runs "in its" together, so that the first words are those that can be compared one by one.
    for (const at of [0, 1, 2, 3])
      expect(Math.abs(words[at].start_ms - (measured[at]?.start_ms ?? 0))).toBeLessThan(120);
  });
});
