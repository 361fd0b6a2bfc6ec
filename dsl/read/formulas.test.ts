import { describe, expect, it } from 'vitest';
import type { Formula, NamedStatement, TimeStatement } from './ast.ts';
import { read } from './read.ts';

const statements = (body: string) => {
  const { value, diagnostics } = read(`scene "Test" {\n${body}\n}`);
  expect(diagnostics).toEqual([]);
  const [scene] = value.statements;
  return scene?.kind === 'scene' ? (scene.body ?? []) : [];
};
const first = (body: string) => statements(body)[0] as NamedStatement;
const value = (body: string) => first(body).clauses[0]?.value;
const findings = (body: string) =>
  read(`scene "Test" {\n${body}\n}`).diagnostics.map(({ code, span }) => `${span.line}:${span.column} ${code}`);

/** A formula with all its brackets. */
function shown(formula: Formula | undefined): string {
  switch (formula?.kind) {
    case 'literal':
      return `${formula.value}${formula.unit}`;
    case 'variable':
      return formula.name.text;
    case 'negative':
      return `-${shown(formula.of)}`;
    case 'binary':
      return `(${shown(formula.left)} ${formula.operator} ${shown(formula.right)})`;
    case 'call':
      return `${formula.name.text}(${formula.arguments.map(shown).join(', ')})`;
    case undefined:
      return 'none';
  }
}
const formula = (text: string) => {
  const number = value(`let x be (${text})`);
  return number?.kind === 'number' ? shown(number.formula) : number?.kind;
};

describe('paths', () => {
  it('L6 keeps a path as one name', () => {
    expect(first('move bowl.fish to center').name).toMatchObject({ text: 'bowl.fish' });
    expect(first('move bar#3 to center').name).toMatchObject({ text: 'bar#3' });
    expect(first('move row#2.cell#3 to center').name).toMatchObject({ text: 'row#2.cell#3' });
    expect(first('move bar#3 to center').name?.pieces).toBeUndefined();
    expect(value('move cow to above bowl.fish')).toMatchObject({
      relation: { text: 'above' },
      name: { text: 'bowl.fish' },
    });
  });

  it('L6 keeps what has to be worked out in pieces', () => {
    const pieces = (name: string) =>
      first(`move ${name} to center`).name?.pieces?.map((piece) => (typeof piece === 'string' ? piece : shown(piece)));
    expect(pieces('bar#i')).toEqual(['bar#', 'i']);
    expect(pieces('bar#(i + 1)')).toEqual(['bar#', '(i + 1)']);
    expect(pieces('row#(i + 1).cell#2')).toEqual(['row#', '(i + 1)', '.cell#2']);
    expect(pieces('a.b#i.c#j')).toEqual(['a.b#', 'i', '.c#', 'j']);
  });

  it('L6 ends a path at a space', () => {
    expect(first('material x is matte { petals #fff }').entries).toMatchObject([
      { value: { kind: 'hash', text: '#fff' } },
    ]);
    expect(findings('move bar #3 to center')).toEqual(['2:10 dsl/unknown-clause']);
  });

  it('L6 gives both readings of a cue', () => {
    const cue = (text: string) => (statements(`on ${text} { }`)[0] as TimeStatement).time?.cue;
    expect(cue('line.the#2')).toMatchObject({
      whole: { text: 'line.the#2' },
      name: { text: 'line' },
      word: { text: 'the' },
      nth: { text: '#2' },
    });
    expect(cue('bowl.line.moon')).toMatchObject({ whole: { text: 'bowl.line.moon' }, name: { text: 'bowl.line' } });
    expect(cue('jump#2')).toMatchObject({ whole: { text: 'jump#2' }, name: { text: 'jump#2' }, word: null, nth: null });
    expect(cue('line.the#i')?.nth).toMatchObject({ index: { kind: 'variable', name: { text: 'i' } } });
    expect(cue('line."24/7"')).toMatchObject({ word: { text: '24/7' } });
  });
});

describe('formulas', () => {
  it('G9 binds * and / more tightly, and what comes first among equals', () => {
    expect(formula('1 + 2 * 3')).toBe('(1 + (2 * 3))');
    expect(formula('1 - 2 - 3')).toBe('((1 - 2) - 3)');
    expect(formula('8 / 4 * 2 + 1')).toBe('(((8 / 4) * 2) + 1)');
    expect(formula('2 * (3 + gap)')).toBe('(2 * (3 + gap))');
    expect(formula('-gap * - 3')).toBe('(-gap * -3)');
    expect(formula('max(gap, sizes#(i + 1)) / 2s')).toBe('(max(gap, sizes#(i+1)) / 2s)');
    expect(formula('a-b - a')).toBe('(a-b - a)');
  });

  it('G9 reads nothing but a number as that number', () => {
    expect(value('move cow over (2s)')).toMatchObject({ kind: 'number', value: 2, unit: 's' });
    expect(formula('- 3')).toBe('-3');
    expect(value('let x be (5)')).toEqual(expect.not.objectContaining({ formula: expect.anything() }));
  });

  it('G9 takes formulas wherever a number stands', () => {
    const at = first('actor cow at (100 + i * 60, -gap, 2 * z)').clauses[0]?.value;
    expect(at?.kind === 'point' && [at.x, at.y, at.z].map((each) => shown(each?.formula))).toEqual([
      '(100 + (i * 60))',
      '-gap',
      '(2 * z)',
    ]);
    expect(value('move cow to above moon by (2 * gap)')).toMatchObject({ by: { formula: { kind: 'binary' } } });
    expect(value('grow cow by max(2, gap)')).toMatchObject({ formula: { kind: 'call' } });
    expect(value('actor cow scale big')).toMatchObject({ kind: 'name', text: 'big' });
    expect(statements('wait gap')[0]).toMatchObject({ value: { formula: { kind: 'variable' } } });
    expect(statements('after jump + gap { }')[0]).toMatchObject({ time: { shift: { formula: { kind: 'variable' } } } });
    expect(statements('at (i * 0.2s) { }')[0]).toMatchObject({ time: { amount: { formula: { kind: 'binary' } } } });
    expect(statements('turn cow by 9deg\nat pause { }')[1]).toMatchObject({
      time: { amount: { formula: { kind: 'variable' } } },
    });
    expect(value('move cow ease spring(gap / 2)')).toMatchObject({ numbers: [{ formula: { kind: 'binary' } }] });
  });

  it('G9 reads several values in brackets as a list', () => {
    expect(value('let x be (5, gold, #fff, "a", 2 * gap)')).toMatchObject({
      kind: 'list',
      items: [{ value: 5 }, { kind: 'name' }, { kind: 'hash' }, { kind: 'text' }, { formula: { kind: 'binary' } }],
    });
  });

  it('G9 says what a formula lacks', () => {
    expect(findings('let x be (2 *)')).toEqual(['2:14 dsl/incomplete']);
    expect(findings('let x be (2 * gap')).toEqual(['2:18 dsl/missing-sign']);
    expect(findings('let x be (5 3)')).toEqual(['2:12 dsl/missing-sign']);
    expect(findings('let x be 2 * gap')).toEqual(['2:10 dsl/missing-sign']);
    expect(findings('let x = 2')).toEqual(['2:7 dsl/misspelt-keyword']);
    const [minus] = read('scene "x" { wait (gap -3) }').diagnostics;
    expect(minus?.cures[0]?.edits).toEqual([{ offset: 23, length: 0, text: ' ' }]);
  });
});
