import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';

/** Numbers without pattern, the same in each run (LCG of Numerical Recipes). */
function noise(length: number): string {
  let state = 7;
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes.toString('latin1');
}

const MEGABYTE = 1024 * 1024;
const INPUTS: Readonly<Record<string, string>> = {
  'a megabyte of random bytes': noise(MEGABYTE),
  '10,000 nested blocks, never closed': `scene "x" {${' at 1s {'.repeat(10_000)}`,
  '10,000 nested blocks, closed': `scene "x" {${' at 1s {'.repeat(10_000)}${'}'.repeat(10_001)}`,
  'a line of 100,000 characters': `scene "x" { ${'a'.repeat(100_000)} }`,
  'a line of 100,000 short words': `scene "x" { ${'a '.repeat(50_000)} }`,
  NUL: '\0'.repeat(1000),
  'lone surrogates': 'scene "\ud800" { actor \udc00 is cow\n say l "\udfff" }',
  'a megabyte of braces': '{'.repeat(MEGABYTE),
  'a megabyte of closing braces': '}'.repeat(MEGABYTE),
  'a megabyte of quotes': '"'.repeat(MEGABYTE),
  'a megabyte of signs': '#'.repeat(MEGABYTE),
  'a megabyte of one keyword': 'at '.repeat(MEGABYTE / 4),
  'repeats in repeats that do nothing': `scene "x" { ${'repeat 1000 { '.repeat(50)}${'}'.repeat(51)}`,
  '15,000 actions in a circle': `scene "x" {\nactor c is cow\n${Array.from(
    { length: 15_000 },
    (_, at) => `turn c by 1deg as n${at} after n${(at + 1) % 15_000}`,
  ).join('\n')}\n}`,
  '5,000 unknown variables among as many known ones': `scene "x" {\n${Array.from(
    { length: 5000 },
    (_, at) => `let a${at} be 1\nactor c${at} is cow scale (zz${at} + 1)`,
  ).join('\n')}\n}`,
  'a chain of 10,000 prefabs': `${Array.from({ length: 10_000 }, (_, at) => `prefab p${at} { use p${at + 1} }`).join('\n')}
scene "x" { use p0 }`,
  'rounds in rounds in rounds': `scene "x" { ${'for i from 1 to 1000 { '.repeat(3)}actor a is cow ${'}'.repeat(4)}`,
  '20,000 unknown names among 400 known ones': `scene "x" {\n${Array.from(
    { length: 250 },
    (_, at) => `actor a${at} is cow`,
  ).join('\n')}\n${'move b to center\n'.repeat(20_000)}}`,
};

describe('any input', () => {
  // A hang would be seen by the time limit of the test: ten times the two seconds that are promised, for slow machines.
  it.each(Object.entries(INPUTS))('C13 is answered with diagnostics: %s', (_, text) => {
    const { diagnostics } = analyse(text);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThanOrEqual(101);
    for (const { message, span } of diagnostics) {
      expect(message.length).toBeLessThan(400);
      expect(message.isWellFormed()).toBe(true);
      expect(span.offset + span.length).toBeLessThanOrEqual(text.length);
    }
  });

  it('C13 takes time in proportion to its length', () => {
    const seconds = (text: string) => {
      const before = process.cpuUsage();
      analyse(text);
      return process.cpuUsage(before).user;
    };
    const sizes = [100_000, 800_000].map((size) => noise(size));
    const [short, long] = sizes.map((text) => Math.min(seconds(text), seconds(text), seconds(text)));
    expect((long ?? 0) / (short ?? 1)).toBeLessThan(8 * 5);
  });
});
