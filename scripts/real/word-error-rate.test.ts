import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordErrors, wordsOf } from './word-error-rate.ts';

describe('word errors', () => {
  it.each([
    ['the cow jumps', 'the cow jumps', 0],
    ['the cow jumps', 'the town jumps', 1],
    ['the cow jumps', 'cow jumps', 1],
    ['the cow jumps', 'the brown cow jumps', 1],
    ['the cow jumps', '', 3],
    ['', 'la la', 2],
    ['a b c d', 'b c d e', 2],
  ])('between "%s" and "%s" are %d', (said, heard, errors) => {
    expect(wordErrors(wordsOf(said), wordsOf(heard))).toBe(errors);
  });

  it('are as many in both directions, and at most the words of the longer line', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
    fc.assert(
      fc.property(words, words, (said, heard) => {
        const errors = wordErrors(said, heard);
        expect(errors).toBe(wordErrors(heard, said));
        expect(errors).toBeLessThanOrEqual(Math.max(said.length, heard.length));
        expect(errors).toBeGreaterThanOrEqual(Math.abs(said.length - heard.length));
      }),
    );
  });

  it('do not count letters that are large, or punctuation', () => {
    expect(wordsOf("Don’t stop, “Moon”! It's 12.")).toEqual(['don', 't', 'stop', 'moon', "it's", '12']);
  });
});
