import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Highlight, highlight } from './highlight.ts';
import { randomScript } from './random-script.ts';

const shown = (text: string) =>
  highlight(text).map(({ offset, length, class: kind }) => `${text.slice(offset, offset + length)} ${kind}`);

const standApart = (all: readonly Highlight[], text: string) => {
  let end = 0;
  for (const { offset, length } of all) {
    expect(offset).toBeGreaterThanOrEqual(end);
    expect(length).toBeGreaterThan(0);
    end = offset + length;
  }
  expect(end).toBeLessThanOrEqual(text.length);
};

describe('highlighting', () => {
  it('L7 says of each word what it is', () => {
    expect(shown('actor moon is moon at (1, 2) color #fff // bright')).toEqual([
      'actor statement',
      'moon name',
      'is clause',
      'moon name',
      'at clause',
      '( sign',
      '1 number',
      ', sign',
      '2 number',
      ') sign',
      'color clause',
      '#fff color',
      '// bright comment',
    ]);
    expect(shown('on line.the#2 { say a "Hi" }')).toEqual([
      'on clause',
      'line name',
      '. sign',
      'the name',
      '#2 name',
      '{ sign',
      'say statement',
      'a name',
      '"Hi" text',
      '} sign',
    ]);
  });

  it('L7 tells keywords that are names', () => {
    expect(shown('actor light is text')).toEqual(['actor statement', 'light name', 'is clause', 'text name']);
    expect(shown('move to (1')).toEqual(['move statement', 'to clause', '( sign', '1 number']);
    expect(shown('text title "x"')[1]).toBe('title name');
    expect(shown('for i from 1')[0]).toBe('for statement');
    expect(shown('emit dust for 2s')[2]).toBe('for clause');
    expect(shown('sequence after text')).toEqual(['sequence statement', 'after clause', 'text name']);
  });

  it('L7 covers what is no white space, in order, whatever the text', () => {
    fc.assert(
      fc.property(randomScript, (text) => {
        const all = highlight(text);
        standApart(all, text);
        const rest = text.split('');
        for (const { offset, length } of all) rest.fill(' ', offset, offset + length);
        expect(rest.join('').trim()).toBe('');
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => standApart(highlight(text), text)));
  });
});
