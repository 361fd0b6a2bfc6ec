import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format } from './format.ts';
import { randomScript } from './random-script.ts';
import { read } from './read.ts';
import { sameMeaning } from './same-meaning.ts';

/** A script with comments and white space where they may stand: outside of texts. */
const messy = fc
  .tuple(randomScript, fc.array(fc.nat({ max: 40 }), { minLength: 5, maxLength: 60 }))
  .map(([text, dice]) => {
    let at = 0;
    return text.replace(/"(?:[^"\\]|\\.)*"|[ \n]/g, (found) => {
      at += 1;
      const die = dice[at % dice.length] ?? 0;
      if (found.startsWith('"')) return found;
      if (found === '\n') return ['\n', '\n\n\n', ' // so\n', '\n// why\n', '\r\n\t'][die] ?? '\n';
      return ['  ', '\t'][die] ?? ' ';
    });
  });

const withoutSpace = (text: string) => text.replace(/\s/g, '');

describe('formatting', () => {
  it('G8 changes white space only, and never what a script says', () => {
    fc.assert(
      fc.property(messy, (text) => {
        const formatted = format(text);
        expect(withoutSpace(formatted)).toBe(withoutSpace(text));
        expect(read(text).diagnostics).toEqual([]);
        expect(sameMeaning(read(formatted), read(text))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('G8 changes nothing any more when it is done twice', () => {
    fc.assert(
      fc.property(messy, (text) => {
        const once = format(text);
        expect(format(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it('G8 gives the same for scripts that differ in white space', () => {
    const spread = (text: string) =>
      text.replace(/"(?:[^"\\]|\\.)*"|( +)/g, (found, space) => (space ? ` \t${space}` : found));
    fc.assert(fc.property(randomScript, (text) => void expect(format(spread(text))).toBe(format(text))));
  });
});
