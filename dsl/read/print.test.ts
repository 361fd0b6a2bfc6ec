import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Script } from './ast.ts';
import { print } from './print.ts';
import { randomScript } from './random-script.ts';
import { read } from './read.ts';

/** What a script says, wherever it stands. */
const meaning = (script: Script): unknown =>
  JSON.parse(
    JSON.stringify(script.statements, (key, value) => (key === 'span' || key === 'keyword' ? undefined : value)),
  );

describe('printing a script', () => {
  it('G9 reads back as the same script, whatever the script', () => {
    fc.assert(
      fc.property(randomScript, (text) => {
        const first = read(text);
        expect(first.diagnostics).toEqual([]);
        const second = read(print(first.value));
        expect(second.diagnostics).toEqual([]);
        expect(meaning(second.value)).toEqual(meaning(first.value));
      }),
      { numRuns: 300 },
    );
  });

  it('G9 changes nothing any more when it is done twice', () => {
    const text = readFileSync(new URL('../../scenarios/a-cow-moon.scene', import.meta.url), 'utf8');
    const once = print(read(text).value);
    expect(print(read(once).value)).toBe(once);
    expect(once).toContain('move cow through (200, 545) (390, 260) (640, 98) (890, 260) (1030, 545) over 2.4s');
  });
});
