import { describe, expect, it } from 'vitest';
import { readPhones, readWords, spokenWords, writtenWords } from './spoken-words.ts';

const line = 'A fish, in its 2 bowls.';

describe('the words of a line that Flite speaks', () => {
  it('are those with English letters or digits, at their place in the text', () => {
    expect(writtenWords('Don’t — 3.5 日本 x!').map(({ offset, text }) => [offset, text])).toEqual([
      [0, 'Don’t'],
      [8, '3.5'],
      [15, 'x'],
    ]);
  });

  it('begin and end with their sounds, though they change each other where they stand together', () => {
    const groups = readWords('pau ey pau f ih sh pau ih n pau ih t s pau t uw pau b ow l z pau \n');
    const phones = readPhones(
      'pau:0.2 ax:0.25 f:0.3 ih:0.4 sh:0.5 pau:0.7 ih:0.8 n:0.85 ih:0.9 s:1.0 t:1.1 uw:1.2 b:1.3 ow:1.4 l:1.5 z:1.6 pau:1.8',
    );
    const words = spokenWords(writtenWords(line), groups, phones) ?? [];
    expect(
      words.map(({ end_ms, length, offset, start_ms }) => [line.slice(offset, offset + length), start_ms, end_ms]),
    ).toEqual([
      ['A', 200, 250],
      ['fish', 250, 500],
      ['in', 700, 850],
      ['its', 850, 1000],
      ['2', 1000, 1200],
      ['bowls', 1200, 1600],
    ]);
  });

  it('are not known where Flite read other words than were written', () => {
    expect(spokenWords(writtenWords(line), [['ey']], readPhones('pau:0.2 ey:0.4'))).toBeNull();
    expect(spokenWords([], [], [])).toBeNull();
  });
});
