import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { createSampler } from './sampler.ts';
import { startsRightToLeft, visualOrder } from './writing-direction.ts';

/** The words of a written line from left to right. */
function read(line: string): readonly string[] {
  const { value } = compile(`scene "S" { say l "${line}" lyrics l }`, { mode: '2d' });
  const [lyrics] = createSampler(value).frameAt(500).lyrics;
  return [...(lyrics?.words ?? [])].sort((a, b) => a.x - b.x).map(({ text }) => text);
}

describe('the direction of writing', () => {
  it.each([
    ['hello', false],
    ['12, שלום', true],
    ['مرحبا hello', true],
    ['123 …', null],
  ])('is that of the first letter: %s', (text, expected) => {
    expect(startsRightToLeft(text)).toBe(expected);
  });

  it.each([
    [['a', 'b', 'c'], false, [0, 1, 2]],
    [['א', 'ב', 'ג'], true, [2, 1, 0]],
    [['a', 'א', 'ב', 'b'], false, [0, 2, 1, 3]],
    [['א', 'a', 'b', 'ב'], true, [3, 1, 2, 0]],
    [[], true, []],
  ] as const)('turns round the runs that go against the row: %j', (words, rightToLeft, order) => {
    expect(visualOrder([...words], rightToLeft)).toEqual(order);
  });

  it('S32 sets written lines of Hebrew and Arabic from the right, and what is English in them from the left', () => {
    expect(read('one two three')).toEqual(['one', 'two', 'three']);
    expect(read('שלום עולם טוב')).toEqual(['טוב', 'עולם', 'שלום']);
    expect(read('مرحبا big world سلام')).toEqual(['سلام', 'big', 'world', 'مرحبا']);
  });
});
