import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeWav, type Speech, type Voice } from '../../contract/index.ts';
import espeak, { createEspeakPlugin } from './index.ts';
import { spokenWords } from './spoken-words.ts';

const CONTEXT = { options: {}, dataDir: '', environment: {}, log: () => undefined };
const SIGNAL = new AbortController().signal;

let voice: Voice;
beforeAll(async () => {
  voice = await espeak.start(CONTEXT);
});
afterAll(() => voice.stop());

async function say(text: string, name: string | null = null): Promise<Speech> {
  if (!voice.speak) throw new Error('it does not speak');
  return voice.speak({ text, voice: name, rate: 1 }, SIGNAL);
}
const written = (text: string, { words }: Speech): string[] =>
  words.map((word) => text.slice(word.offset, word.offset + word.length));

/** Root mean square between two moments, as a share of full scale. */
function loudness({ audio, sample_rate }: Speech, from: number, to: number): number {
  const wav = decodeWav(audio);
  if (typeof wav === 'string') throw new Error(wav);
  const part = wav.samples.subarray((from * sample_rate) / 1000, (to * sample_rate) / 1000);
  return Math.sqrt(part.reduce((sum, sample) => sum + (sample / 32_768) ** 2, 0) / part.length);
}

describe('voice/espeak', () => {
  it('times each word of a plain line', async () => {
    const text = 'The cow jumps over the moon';
    const speech = await say(text);
    expect(written(text, speech)).toEqual(['The', 'cow', 'jumps', 'over', 'the', 'moon']);
    expect(speech).toMatchObject({ quality: 'measured', real: true, engine: 'eSpeak NG', warnings: [] });
  });

  it('is heard in every word, does not clip, and is silent where a clause pauses', async () => {
    const speech = await say('Look up. There it is, the moon.');
    for (const word of speech.words) expect(loudness(speech, word.start_ms, word.end_ms)).toBeGreaterThan(0.02);
    const wav = decodeWav(speech.audio);
    if (typeof wav === 'string') throw new Error(wav);
    const peak = wav.samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0);
    expect(peak / 32_768).toBeGreaterThan(0.5);
    expect(peak / 32_768).toBeLessThan(0.9);
    const [, up, there] = speech.words;
    expect(loudness(speech, up?.end_ms ?? 0, there?.start_ms ?? 0)).toBeLessThan(0.005);
  });

  it('counts code units, not characters or bytes', async () => {
    const text = '🐄🐄 héllo wörld';
    const speech = await say(text);
    expect(written(text, speech)).toEqual(expect.arrayContaining(['héllo', 'wörld']));
  });

  it('says a number as several words under one time', async () => {
    const text = 'It has 1234 spots';
    const speech = await say(text);
    const number = speech.words.find((word) => text.slice(word.offset, word.offset + word.length) === '1234');
    expect((number?.end_ms ?? 0) - (number?.start_ms ?? 0)).toBeGreaterThan(800);
    expect(written(text, speech)).toContain('spots');
  });

  it('reads brackets and markup as text, never as orders to the engine', async () => {
    const phonemes = '[[h@l@U]] there';
    expect(written(phonemes, await say(phonemes))).toEqual(expect.arrayContaining(['h', 'l', 'U', 'there']));
    const markup = 'say <break time="9s"/> there';
    expect(written(markup, await say(markup))).toEqual(expect.arrayContaining(['break', 'time', '9s', 'there']));
  });

  it('speaks its other languages, and British English by its own name', async () => {
    expect(await voice.voices()).toEqual(expect.arrayContaining(['en-us', 'en-gb', 'de', 'fr', 'ja']));
    const [us, gb] = [await say('a hot bath'), await say('a hot bath', 'en-gb')];
    expect(gb.warnings).toEqual([]);
    expect(Buffer.compare(us.audio, gb.audio)).not.toBe(0);
  });

  it('says that it is not ready where the engine is not installed, and what to do', async () => {
    const without = await createEspeakPlugin(() => null).start(CONTEXT);
    expect(await without.probe(SIGNAL)).toMatchObject({ ready: false, detail: expect.stringContaining('npm install') });
    await expect(without.speak?.({ text: 'x', voice: null, rate: 1 }, SIGNAL)).rejects.toMatchObject({
      code: 'no-engine',
    });
    await without.stop();
  });
});

describe('word events', () => {
  const samples = (loud: readonly (readonly [from: number, to: number])[], ms: number): Int16Array => {
    const all = new Int16Array(ms);
    for (const [from, to] of loud) all.fill(10_000, from, to);
    return all;
  };

  it('end a word where the next begins, or where the sound stops before that', () => {
    const events = [
      { text_position: 1, audio_position: 0 },
      { text_position: 5, audio_position: 100 },
      { text_position: 10, audio_position: 400 },
    ];
    const words = spokenWords(
      'one two, three',
      events,
      samples(
        [
          [0, 250],
          [400, 480],
        ],
        500,
      ),
      1000,
    );
    expect(words.map((word) => [word.start_ms, word.end_ms])).toEqual([
      [0, 100],
      [100, 250],
      [400, 480],
    ]);
  });

  it('that point outside the text are ignored', () => {
    expect(
      spokenWords(
        'a',
        [
          { text_position: 0, audio_position: 0 },
          { text_position: 9, audio_position: 5 },
        ],
        samples([], 10),
        1000,
      ),
    ).toEqual([]);
  });
});
