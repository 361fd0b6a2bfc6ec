import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWords } from '../check/words.ts';
import { alignLine } from './align-line.ts';
import { parseAlignment } from './alignment-schema.ts';
import { estimateLine } from './estimate.ts';

const times = (line: { words: readonly { start_ms: number; end_ms: number }[] }) =>
  line.words.map(({ start_ms, end_ms }) => [start_ms, end_ms]);

describe('estimateLine', () => {
  it('P5 gives every word a time, in order, pausing at punctuation, and says that it guesses', () => {
    const plain = estimateLine('one two');
    const paused = estimateLine('one, two');
    expect(plain.quality).toBe('estimated');
    expect(paused.words[1]?.start_ms).toBe((plain.words[1]?.start_ms ?? 0) + 180);
    expect(estimateLine('…').words).toEqual([]);
  });
  it('P5 P22 makes what the schema of timings accepts, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(parseAlignment({ lines: { line: estimateLine(text) } })).toMatchObject({ ok: true });
      }),
    );
  });
});

describe('alignLine', () => {
  it('P24 takes over what a voice reported for each word', () => {
    const line = alignLine(
      'The cow',
      [
        { offset: 0, length: 3, start_ms: 5.4, end_ms: 100 },
        { offset: 4, length: 3, start_ms: 120, end_ms: 400 },
      ],
      450,
      'measured',
    );
    expect(line).toEqual({
      quality: 'measured',
      duration_ms: 450,
      words: [
        { start_ms: 5, end_ms: 100 },
        { start_ms: 120, end_ms: 400 },
      ],
    });
  });
  it('P24 joins the parts of a word and shares a part among words', () => {
    const joined = alignLine(
      'twenty-one',
      [
        { offset: 0, length: 6, start_ms: 0, end_ms: 100 },
        { offset: 7, length: 3, start_ms: 110, end_ms: 200 },
      ],
      210,
      'measured',
    );
    expect(times(joined)).toEqual([[0, 200]]);
    const shared = alignLine('of the', [{ offset: 0, length: 6, start_ms: 0, end_ms: 100 }], 100, 'measured');
    expect(times(shared)).toEqual([
      [0, 40],
      [40, 100],
    ]);
  });
  it('P24 fills gaps between neighbours, and is then aligned rather than measured', () => {
    const line = alignLine(
      'aa bb cc',
      [
        { offset: 0, length: 2, start_ms: 0, end_ms: 100 },
        { offset: 6, length: 2, start_ms: 300, end_ms: 400 },
      ],
      400,
      'measured',
    );
    expect(line.quality).toBe('aligned');
    expect(times(line)[1]).toEqual([100, 300]);
  });
  it('P24 lets a word that was run together with the one before it share its time', () => {
    const heard = [
      { offset: 0, length: 4, start_ms: 0, end_ms: 300 },
      { offset: 5, length: 2, start_ms: 300, end_ms: 550 },
      { offset: 12, length: 4, start_ms: 550, end_ms: 900 },
    ];
    expect(alignLine('left in the rain', heard, 900, 'measured')).toEqual({
      quality: 'aligned',
      duration_ms: 900,
      words: [
        { start_ms: 0, end_ms: 300 },
        { start_ms: 300, end_ms: 400 },
        { start_ms: 400, end_ms: 550 },
        { start_ms: 550, end_ms: 900 },
      ],
    });
  });

  it('P24 stretches the estimate over the audio when no word was reported', () => {
    const line = alignLine('one two three', [], 5000, 'measured');
    expect(line.quality).toBe('estimated');
    expect(line.words.at(-1)?.end_ms).toBeGreaterThan(4400);
  });
  it('P24 gives each word of the text a time inside the audio, whatever was reported', () => {
    const heard = fc.record({
      offset: fc.nat(40),
      length: fc.nat(12),
      start_ms: fc.integer({ min: -50, max: 3000 }),
      end_ms: fc.integer({ min: -50, max: 3000 }),
    });
    fc.assert(
      fc.property(fc.array(heard), fc.nat(2500), (spoken, duration) => {
        const text = 'Hey diddle diddle, the cat and the fiddle';
        const line = alignLine(text, spoken, duration, 'measured');
        expect(line.words.length).toBe(splitWords(text).length);
        const parsed = parseAlignment({ lines: { line } });
        expect(parsed.ok ? [] : parsed.issues).toEqual([]);
        const starts = new Set(line.words.map(({ start_ms }) => start_ms));
        if (duration >= 200 && line.quality !== 'estimated') expect(starts.size).toBe(line.words.length);
      }),
    );
  });
  it('P24 keeps the starts of words apart that a voice gave one start', () => {
    const heard = [0, 4, 8].map((offset) => ({ offset, length: 3, start_ms: 990, end_ms: 1000 }));
    const line = alignLine('one two six', heard, 1000, 'measured');
    expect(times(line)).toEqual([
      [940, 1000],
      [960, 1000],
      [980, 1000],
    ]);
  });
});

describe('parseAlignment', () => {
  it('P23 names the place and the trouble of each mistake', () => {
    const words = [
      { start_ms: 200, end_ms: 100 },
      { start_ms: 50, end_ms: 990 },
      { start_ms: 1.5, end_ms: 3 },
    ];
    const result = parseAlignment({
      lines: { line: { quality: 'measured', duration_ms: 500, words: words.slice(0, 2) } },
    });
    expect(result.ok ? [] : result.issues).toEqual([
      { path: 'lines.line.words[0].end_ms', message: 'ends before it starts (200 ms)' },
      { path: 'lines.line.words[1].start_ms', message: 'starts before the word before it (200 ms)' },
      { path: 'lines.line.words[1].end_ms', message: 'ends after the line does (500 ms)' },
    ]);
    const fractions = parseAlignment({
      lines: { line: { quality: 'heard', duration_ms: 500, words: words.slice(2) } },
    });
    expect(fractions.ok ? [] : fractions.issues.map(({ path }) => path)).toEqual([
      'lines.line.quality',
      'lines.line.words[0].start_ms',
    ]);
  });
  it.each([null, 5, 'x', [], { lines: [] }, { lines: {}, more: 1 }])('P23 refuses %j', (json) => {
    expect(parseAlignment(json).ok).toBe(false);
  });
});
