import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinUtterances, readAnswer } from './results.ts';

/** As the server of vosk-server answers. */
const RESULT =
  '{"result":[{"conf":1.0,"end":0.63,"start":0.24,"word":"the"},{"conf":0.9,"end":1.1,"start":0.63,"word":"moon"}],"text":"the moon"}';

describe("a Vosk server's answers", () => {
  it('are partial, or done with words and times', () => {
    expect(readAnswer('{\n  "partial" : "the mo"\n}')).toBeNull();
    expect(readAnswer('{"text":""}')).toEqual({ text: '', words: null });
    const done = readAnswer(RESULT);
    expect(joinUtterances(done ? [done] : [], 2000)).toEqual({
      text: 'the moon',
      words: [
        { offset: 0, length: 3, start_ms: 240, end_ms: 630 },
        { offset: 4, length: 4, start_ms: 630, end_ms: 1100 },
      ],
    });
  });

  it.each(['', 'null', '[]', '{}', '{"text":null}', '{"alternatives":[]}', '{"text":"a","result":[{"word":"a"}]}'])(
    'are not believed in another form: %j',
    (message) => expect(() => readAnswer(message)).toThrow(/in a form that is not known/),
  );

  it('come without times where one of them has none', () => {
    const timed = { text: 'the', words: [{ word: 'the', start: 0, end: 1 }] };
    expect(joinUtterances([timed, { text: 'moon', words: null }], 2000)).toEqual({ text: 'the moon', words: [] });
    expect(joinUtterances([timed, { text: '', words: null }], 2000).words).toHaveLength(1);
  });

  it('have words in order and inside the recording, whatever times come', () => {
    const seconds = fc.double({ min: -1, max: 5, noNaN: true });
    const word = fc.record({ word: fc.constantFrom('a', 'bc', '[unk]', ''), start: seconds, end: seconds });
    const utterance = fc.array(word).map((words) => ({ text: words.map((one) => one.word).join(' '), words }));
    fc.assert(
      fc.property(fc.array(utterance), fc.integer({ min: 0, max: 3000 }), (utterances, durationMs) => {
        const { text, words } = joinUtterances(utterances, durationMs);
        let time = 0;
        for (const { end_ms, start_ms } of words) {
          expect(start_ms).toBeGreaterThanOrEqual(time);
          expect(end_ms).toBeGreaterThanOrEqual(start_ms);
          time = end_ms;
        }
        expect(time).toBeLessThanOrEqual(durationMs);
        if (words.length > 0)
          expect(words.map(({ length, offset }) => text.slice(offset, offset + length)).join(' ')).toBe(text);
      }),
    );
  });
});
