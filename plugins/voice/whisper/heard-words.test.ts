import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heardWords, type Token } from './heard-words.ts';

const token = (text: string, start_ms = 0, end_ms = 0): Token => ({ text, start_ms, end_ms });
const segment = (...tokens: readonly Token[]) => ({ text: tokens.map(({ text }) => text).join(''), tokens });

describe('the words that Whisper heard', () => {
  it('are put together from tokens, over the ends of segments too', () => {
    const heard = heardWords(
      [
        segment(token(' The', 0, 200), token(' vol', 210, 400), token('can', 400, 500)),
        segment(token('o', 500, 520), token('.', 520, 540), token(' Go', 700, 800), token('!', 800, 810)),
      ],
      1000,
    );
    expect(heard.text).toBe('The volcano. Go!');
    expect(heard.words).toEqual([
      { offset: 0, length: 3, start_ms: 0, end_ms: 200 },
      { offset: 4, length: 8, start_ms: 210, end_ms: 540 },
      { offset: 13, length: 3, start_ms: 700, end_ms: 810 },
    ]);
  });

  it('have the letters of the text where a letter was divided between two tokens', () => {
    const tokens = [
      token(' caf', 0, 100),
      token('\ufffd', 100, 150),
      token('\ufffd', 150, 200),
      token(' au', 200, 300),
    ];
    const heard = heardWords([{ text: ' café au', tokens }], 300);
    expect(heard.text).toBe('café au');
    expect(heard.words.map(({ length, end_ms }) => [length, end_ms])).toEqual([
      [4, 200],
      [2, 300],
    ]);
  });

  it('come without times where a stretch has none, or its tokens are not its text', () => {
    const timed = segment(token(' one', 0, 100));
    expect(heardWords([timed, { text: ' two', tokens: null }], 500)).toEqual({ text: 'one two', words: [] });
    expect(heardWords([{ text: ' one two', tokens: timed.tokens }], 500)).toEqual({ text: 'one two', words: [] });
  });

  it.each([
    [' [BLANK_AUDIO]', ''],
    [' (wind blowing)', ''],
    [' ♪♪', ''],
    [' *', ''],
    [' Hello [door slams] there (sighs).', 'Hello there'],
    [' Well (never closed', 'Well'],
    ['\n [ Silence ]\n Go.', 'Go.'],
    ['', ''],
  ])('are not the sounds that it describes: %j', (text, said) => {
    expect(heardWords([{ text, tokens: null }], 500).text).toBe(said);
  });

  it('lie in order and inside the recording, whatever times come', () => {
    const wild = fc.record({
      text: fc.constantFrom(' a', 'b', ' cd', '.', ' '),
      start_ms: fc.double({ min: -1000, max: 5000, noNaN: true }),
      end_ms: fc.double({ min: -1000, max: 5000, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(wild), fc.integer({ min: 0, max: 3000 }), (tokens, durationMs) => {
        let offset = 0;
        let time = 0;
        const { text, words } = heardWords([segment(...tokens)], durationMs);
        for (const word of words) {
          expect(word.offset).toBeGreaterThanOrEqual(offset);
          expect(word.start_ms).toBeGreaterThanOrEqual(time);
          expect(word.end_ms).toBeGreaterThanOrEqual(word.start_ms);
          offset = word.offset + word.length;
          time = word.end_ms;
        }
        expect(offset).toBe(text.length);
        expect(time).toBeLessThanOrEqual(durationMs);
      }),
    );
  });
});
