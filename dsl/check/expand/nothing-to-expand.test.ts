import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomScript } from '../../read/random-script.ts';
import { read } from '../../read/read.ts';
import { check } from '../check.ts';

const PLAIN = 'scene "S" {\n  actor cow is cow at (230, 520) color #fff\n  say line "The cow jumps" at 0.5s\n';

describe('a script in which nothing has to be worked out', () => {
  it('is checked as it stands, and nothing else is said of it', () => {
    fc.assert(
      fc.property(randomScript, (text) => {
        const script = read(text).value;
        expect(check(script)).toEqual(check({ ...script, calculates: true }));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['no variable, formula, round or prefab', `${PLAIN}  emit sparkles from cow for 1.2s\n}`, false],
    ['a variable', `${PLAIN}  let gap be 4\n}`, true],
    ['a formula', `${PLAIN}  move cow to (1 + 2, 3)\n}`, true],
    ['a name in brackets', `${PLAIN}  move cow to (gap, 3)\n}`, true],
    ['a round', `${PLAIN}  for i from 1 to 2 { }\n}`, true],
    ['a prefab', `${PLAIN}  use bowl\n}`, true],
    ['an occurrence that depends on a variable', `${PLAIN}  fade cow#i in\n}`, true],
    ['a text with a gap', `${PLAIN}  text t "{gap}"\n}`, true],
  ])('%s', (_, text, calculates) => {
    expect(read(text).value.calculates).toBe(calculates);
  });
});
