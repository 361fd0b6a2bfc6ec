import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomScript } from './random-script.ts';
import { read } from './read.ts';
import { createReader } from './reader.ts';

const PIECES = [
  '',
  'x',
  ' ',
  '\n',
  '}',
  '{',
  '(',
  '"',
  '1',
  ' at 2s',
  '\nactor dog is dog',
  ' over',
  '// c',
  '\n\n',
  '.',
  'for ',
];
const edits = fc.array(
  fc.record({
    where: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat({ max: 6 }),
    put: fc.constantFrom(...PIECES),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Whether there may be something to work out is said with caution: once there was, it is taken to be there still. */
function sameAs(reader: ReturnType<typeof createReader>, text: string): void {
  const [again, anew] = [reader.read(text), read(text)];
  expect(again.value.calculates || !anew.value.calculates).toBe(true);
  expect({ ...again, value: { ...again.value, calculates: anew.value.calculates } }).toEqual(anew);
}

describe('the random scripts of the tests', () => {
  it('G8 are understood without complaint', () => {
    fc.assert(
      fc.property(randomScript, (script) => void expect(read(script).diagnostics).toEqual([])),
      { numRuns: 400 },
    );
  });
});

describe('reading again', () => {
  it('G14 says of each text what reading it says', () => {
    fc.assert(
      fc.property(randomScript, edits, (script, changes) => {
        const reader = createReader();
        let text = script;
        sameAs(reader, text);
        for (const { where, length, put } of changes) {
          const at = Math.floor(where * text.length);
          text = text.slice(0, at) + put + text.slice(at + length);
          sameAs(reader, text);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('G14 keeps what has not changed', () => {
    const lines = Array.from({ length: 20 }, (_, at) => `  actor cow${at} is cow at (${at}, 2)`);
    const text = `scene "x" {\n${lines.join('\n')}\n}\n`;
    const reader = createReader();
    const body = (each: string) => {
      const [scene] = reader.read(each).value.statements;
      return scene?.kind === 'scene' ? (scene.body ?? []) : [];
    };
    const before = body(text);
    const after = body(text.replace('(10, 2)', '(11, 2)'));
    const kept = after.filter((statement) => before.includes(statement));
    expect(kept.length).toBeGreaterThanOrEqual(15);
  });
});
