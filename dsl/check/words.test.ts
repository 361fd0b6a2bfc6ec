import { describe, expect, it } from 'vitest';
import { foldWord, splitWords, writtenWords } from './words.ts';

const texts = (line: string) => splitWords(line).map(({ text }) => text);

describe('the words of a line', () => {
  it('C16 leave punctuation out and keep apostrophes and hyphens inside', () => {
    expect(texts('“Don’t,” she said — well-known (24/7)!')).toEqual(['Don’t', 'she', 'said', 'well-known', '24', '7']);
  });

  it('C16 are letters and digits of any script', () => {
    expect(texts('Größe 3½ über 月亮 naïve')).toEqual(['Größe', '3½', 'über', '月亮', 'naïve']);
    expect(texts(' … ')).toEqual([]);
  });

  it('C16 say where they stand', () => {
    const line = 'The cow, the moon.';
    for (const { text, offset, length } of splitWords(line)) expect(line.slice(offset, offset + length)).toBe(text);
  });

  it('C16 are the same whatever their case, accents and apostrophes', () => {
    expect(foldWord('DON’T')).toBe(foldWord("don't"));
    expect(foldWord('caf\u00e9')).toBe(foldWord('Cafe\u0301'));
  });

  it('C16 are written with the signs that lean on them', () => {
    expect(writtenWords('“Good night, (little) ship!” — Sail 24/7 🚢 home.')).toEqual([
      '“Good',
      'night,',
      '(little)',
      'ship!” —',
      'Sail',
      '24/',
      '7 🚢',
      'home.',
    ]);
    expect(writtenWords('— so')).toEqual(['— so']);
    expect(writtenWords('…')).toEqual([]);
  });

  it('C16 are written in one pass: a line of 200,000 words took minutes when each looked back to the start', () => {
    expect(writtenWords('moon '.repeat(200_000))).toHaveLength(200_000);
  });
});
