import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWav, encodeWav, type Speech } from '../../../plugins/contract/index.ts';
import { joinSpeech } from './join-speech.ts';
import { speakText } from './speak-text.ts';
import { SHORT, splitText } from './split-text.ts';

const RATE = 16_000;

/** Every word a loud tone of 100 ms, 50 ms of silence after it. */
function say(text: string, rate = RATE): Speech {
  const found = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const samples = new Int16Array(Math.max(1, found.length) * 0.15 * rate);
  for (const index of found.keys())
    for (let at = 0; at < 0.1 * rate; at += 1)
      samples[Math.floor(index * 0.15 * rate) + at] = Math.round(20_000 * Math.cos((2 * Math.PI * 300 * at) / rate));
  return {
    audio: encodeWav(samples, rate),
    sample_rate: rate,
    duration_ms: Math.round((samples.length / rate) * 1000),
    words: found.map((word, index) => ({
      offset: word.index,
      length: word[0].length,
      start_ms: index * 150,
      end_ms: index * 150 + 100,
    })),
    quality: 'measured',
    engine: 'tones',
    real: true,
    warnings: [],
  };
}

const samplesOf = (speech: Speech): Int16Array => {
  const wav = decodeWav(speech.audio);
  if (typeof wav === 'string') throw new Error(wav);
  return wav.samples;
};

const LONG = [
  'Dr. Smith has 3.5 cats and lives at 221 Baker Street. He said: "Good night, moon!" Then, e.g., Mr. Jones came. 🐄 jumps.',
  'Der Hund läuft nach Hause, z.B. am Abend. Er ist müde!',
  'Les enfants jouent dans le parc ; il fait beau.',
  '猫が月の上を飛ぶ。犬も走る。',
].join(' ');

describe('a long text', () => {
  it('is cut after sentences, not after abbreviations, numbers and quotes', () => {
    const parts = splitText(LONG).map(({ text }) => text);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.join('')).toBe(LONG);
    for (const part of parts.slice(0, -1)) expect(part).toMatch(/[.!?。]["”]?\s*$/u);
    for (const part of parts) expect(part).not.toMatch(/(?:Dr|Mr|e\.g|z\.B)\.\s*$/);
  });

  it('of one endless sentence is cut at its clauses, at its words, or anywhere, but never inside a character', () => {
    const sentence = `When the day is over, ${'and the night comes slowly, '.repeat(30)}we sleep`;
    for (const { text } of splitText(sentence).slice(0, -1)) expect(text).toMatch(/,\s*$/);
    for (const { text } of splitText('🐄'.repeat(500))) expect(text.isWellFormed()).toBe(true);
  });

  it('is whole again when its parts are joined, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
        const parts = splitText(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        let offset = 0;
        for (const part of parts) {
          expect(part.offset).toBe(offset);
          expect(part.text.length).toBeLessThanOrEqual(Math.max(SHORT, 300));
          offset += part.text.length;
        }
      }),
    );
  });

  it('is spoken in parts at the same time, three at most, and every word stands at its place', async () => {
    const running = { now: 0, most: 0 };
    const speech = await speakText({ text: LONG.repeat(4), voice: null, rate: 1 }, async ({ text }) => {
      running.now += 1;
      running.most = Math.max(running.most, running.now);
      await Promise.resolve();
      running.now -= 1;
      return say(text);
    });
    expect(running.most).toBe(3);
    const words = speech.words.map(({ length, offset }) => LONG.repeat(4).slice(offset, offset + length));
    expect(words).toEqual([...LONG.repeat(4).matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(([word]) => word));
    let free = 0;
    for (const { end_ms, start_ms } of speech.words) {
      expect(start_ms).toBeGreaterThanOrEqual(free);
      free = end_ms;
    }
    expect(free).toBeLessThanOrEqual(speech.duration_ms);
    // Where a word is said to be, its tone is heard.
    const samples = samplesOf(speech);
    for (const { start_ms } of speech.words) {
      const middle = Math.round(((start_ms + 50) / 1000) * RATE);
      const loudest = samples
        .subarray(middle - 40, middle + 40)
        .reduce((most, each) => Math.max(most, Math.abs(each)), 0);
      expect(loudest).toBeGreaterThan(15_000);
    }
  });

  it('is spoken in one piece where its parts do not fit together', async () => {
    const asked: string[] = [];
    const speech = await speakText({ text: LONG, voice: null, rate: 1 }, async ({ text }) => {
      asked.push(text);
      return say(text, asked.length === 1 ? 8_000 : RATE);
    });
    expect(asked.at(-1)).toBe(LONG);
    expect(speech.words).toHaveLength(say(LONG).words.length);
  });

  it('fails as its voice does', async () => {
    const fails = speakText({ text: LONG, voice: null, rate: 1 }, async () => {
      throw new Error('hoarse');
    });
    await expect(fails).rejects.toThrow('hoarse');
  });
});

describe('a join', () => {
  it('makes no click: no step at it is larger than those inside the speech', () => {
    const parts = ['one two', 'three four', 'five'].map((text, at) => ({
      part: { offset: at * 20, text },
      speech: say(text),
    }));
    const joined = joinSpeech(parts);
    if (joined === null) throw new Error('they did not fit');
    const largest = (samples: Int16Array): number =>
      samples.reduce(
        (most, each, at) => (at === 0 ? most : Math.max(most, Math.abs(each - (samples[at - 1] ?? 0)))),
        0,
      );
    const inside = Math.max(...parts.map(({ speech }) => largest(samplesOf(speech).subarray(200, 1_500))));
    const samples = samplesOf(joined);
    const joins = parts.slice(1).map(({ speech: { words } }, at) => ({ words, at }));
    expect(joins).toHaveLength(2);
    // The tones begin at full height, as a voice never does: only the fades keep the join smooth.
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(50);
    for (const word of joined.words.filter(({ offset }) => offset % 20 === 0)) {
      const start = Math.round((word.start_ms / 1000) * RATE);
      expect(largest(samples.subarray(Math.max(0, start - 30), start + 30))).toBeLessThanOrEqual(inside);
    }
  });

  it('leaves a pause, and no more where the voice has left one itself', () => {
    const quiet = say('one');
    const joined = joinSpeech([
      { part: { offset: 0, text: 'one ' }, speech: quiet },
      { part: { offset: 4, text: 'two' }, speech: say('two') },
    ]);
    const [first, second] = joined?.words ?? [];
    expect((second?.start_ms ?? 0) - (first?.end_ms ?? 0)).toBeGreaterThanOrEqual(270);
    expect((second?.start_ms ?? 0) - (first?.end_ms ?? 0)).toBeLessThanOrEqual(300);
  });

  it('is as good as the worst of its parts', () => {
    const joined = joinSpeech([
      { part: { offset: 0, text: 'a ' }, speech: say('a') },
      { part: { offset: 2, text: 'b' }, speech: { ...say('b'), quality: 'estimated', real: false } },
    ]);
    expect(joined).toMatchObject({ quality: 'estimated', real: false });
  });
});
