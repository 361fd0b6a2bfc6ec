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

  it('G8 keeps comments, one empty line, and blocks in one line where they fit', () => {
    const text = [
      '// top\n\n\nscene "x"   {  // opening\n// first\n\n   actor cow   is cow at(100,200)   // who',
      '  at 2s{turn cow by(45deg*2)   sound pop}\n  move cow // odd\n    to (1,2)\n\n  // last\n}   // end',
    ];
    expect(format(text.join('\n'))).toBe(
      [
        '// top\n',
        'scene "x" { // opening',
        '  // first\n',
        '  actor cow is cow at (100, 200) // who',
        '  at 2s { turn cow by (45deg * 2)  sound pop }',
        '  move cow // odd',
        '      to (1, 2)\n',
        '  // last',
        '} // end\n',
      ].join('\n'),
    );
  });

  it('G8 breaks lines that are too long before a clause or a point, and blocks before that', () => {
    const series = `series "All" points ${'(2019, 12.5) '.repeat(12)}`;
    const [head, ...lines] = format(`scene "x" { chart m is curve { ${series} } }`).split('\n');
    expect(head).toBe('scene "x" {');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(110);
    expect(lines.slice(0, 3)).toEqual([
      '  chart m is curve {',
      `    series "All" points ${Array(6).fill('(2019, 12.5)').join(' ')}`,
      `        ${Array(6).fill('(2019, 12.5)').join(' ')}`,
    ]);
  });

  it('G8 only indents what has mistakes, and leaves alone what has no balance', () => {
    const faulty = 'scene "x" {\n      actor cow is cow at (1 2)\n  at 2s {\nturn cow by 9deg\n\n\n }\n   }';
    expect(format(faulty)).toBe(
      'scene "x" {\n  actor cow is cow at (1 2)\n  at 2s {\n    turn cow by 9deg\n\n  }\n}\n',
    );
    const open = 'scene "x" {\n    at 2s {\n      turn cow by 9deg\n    at 3s { }\n}';
    expect(read(format(open)).diagnostics.map(({ code }) => code)).toEqual(['dsl/unclosed-brace']);
    expect(format(' \n')).toBe('');
  });
});
