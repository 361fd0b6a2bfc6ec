import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format } from './format.ts';
import { read } from './read.ts';

const MEGABYTE = 1024 * 1024;
const INPUTS: Readonly<Record<string, string>> = {
  'times without end': 'at '.repeat(MEGABYTE / 3),
  brackets: '('.repeat(MEGABYTE),
  'occurrences in occurrences': '#('.repeat(MEGABYTE / 2),
  'paths in paths': 'move a#('.repeat(MEGABYTE / 8),
  'functions in functions': `let a be ${'min('.repeat(MEGABYTE / 4)}`,
  'signs before a number': `let a be (${'- '.repeat(MEGABYTE / 2)}1)`,
  'one sum': `let a be (${'1 + '.repeat(MEGABYTE / 4)}1)`,
  'one path': `on a${'.a'.repeat(MEGABYTE / 2)}`,
  'open points, one a line': 'at (\n'.repeat(MEGABYTE / 5),
  'loops that never say over what': 'for i from '.repeat(MEGABYTE / 11),
  'one misspelt word, a million times': 'scal\n'.repeat(MEGABYTE / 5),
  'keyframes in keyframes': 'keyframes x { '.repeat(MEGABYTE / 14),
  'equals signs': 'let a = '.repeat(MEGABYTE / 8),
  'a list of a hundred thousand': `let a be (${'1, '.repeat(100_000)}1)`,
};

describe('any input', () => {
  // A hang would be seen by the time limit of the test.
  it.each(Object.entries(INPUTS))('G13 is read without trouble: %s', (_, text) => {
    const { value, diagnostics } = read(text);
    expect(value.kind).toBe('script');
    for (const { span } of diagnostics.slice(0, 100))
      expect(span.offset + span.length).toBeLessThanOrEqual(text.length);
  });

  it('G13 limits brackets inside each other and what a formula holds', () => {
    const codes = (text: string) => read(text).diagnostics.map(({ code }) => code);
    const nested = (depth: number) => `scene "x" { let a be ${'('.repeat(depth)}1${')'.repeat(depth)} }`;
    expect(codes(nested(32))).toEqual([]);
    expect(codes(nested(33))).toEqual(['dsl/limit-brackets']);
    expect(codes(nested(5000))).toEqual(['dsl/limit-brackets']);
    const sum = (operands: number) => `scene "x" { let a be (${Array(operands).fill('1').join(' + ')}) }`;
    expect(codes(sum(256))).toEqual([]);
    expect(codes(sum(257))).toEqual(['dsl/limit-formula']);
    expect(codes(sum(5000))).toEqual(['dsl/limit-formula']);
  });

  it('G4 never throws at words of the language in any order', () => {
    const words = [
      'scene',
      '"a"',
      '{',
      '}',
      '(',
      ')',
      ',',
      'at',
      'on',
      'line',
      '.',
      '#2',
      '#',
      '2s',
      '50%',
      '+',
      '- ',
      '*',
    ];
    const keywords = [
      'for',
      'i',
      'from',
      'to',
      'let',
      'be',
      'use',
      'group',
      'keyframes',
      'change',
      'draw',
      'when',
      'go',
    ];
    const more = [
      'before',
      'through',
      'points',
      'actor',
      'colors',
      'ease',
      'camera',
      'in',
      'is',
      '=',
      '\n',
      '// c\n',
      'x.y#i',
    ];
    const soup = fc.array(fc.constantFrom(...words, ...keywords, ...more), { maxLength: 40 });
    fc.assert(
      fc.property(soup, fc.constantFrom(' ', ''), (all, space) => {
        const text = all.join(space);
        read(text);
        const formatted = format(text);
        expect(formatted.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(format(formatted)).toBe(formatted);
      }),
      { numRuns: 1000 },
    );
  });
});
