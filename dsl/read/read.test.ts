import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedStatement, Statement } from './ast.ts';
import { cstInterfaces } from './cst-interfaces.ts';
import { read } from './read.ts';

const inScene = (body: string): readonly Statement[] => {
  const [scene] = read(`scene "Test" {\n${body}\n}`).value.statements;
  return scene?.kind === 'scene' ? (scene.body ?? []) : [];
};
const findings = (body: string) =>
  read(`scene "Test" {\n${body}\n}`).diagnostics.map(({ code, span }) => `${span.line}:${span.column} ${code}`);
const first = (body: string) => inScene(body)[0] as NamedStatement;
const clause = (body: string, name: string) => first(body).clauses.find((each) => each.name === name)?.value;

describe('letters and signs', () => {
  it('L1 only parts words at spaces, line ends and comments', () => {
    const spread = inScene('actor // who\r\n  cow\ris\tcow at (1,\n2)');
    expect(spread).toHaveLength(1);
    expect(findings('actor // who\r\n  cow\ris\tcow at (1,\n2)')).toEqual([]);
  });

  it('L2 takes names of any script, with hyphens and apostrophes inside', () => {
    for (const name of ['größe', '月', 'a-b', "don't", '_x1']) {
      expect(first(`actor ${name} is cow`).name?.text).toBe(name);
      expect(findings(`actor ${name} is cow`)).toEqual([]);
    }
  });

  it('L3 keeps the unit with its number', () => {
    expect(clause('turn cow by -90.5deg', 'by')).toMatchObject({ value: -90.5, unit: 'deg' });
    expect(clause('actor cow color #fff', 'color')).toMatchObject({ kind: 'hash', text: '#fff' });
  });

  it('L4 resolves escapes in texts, and ends an open text with its line', () => {
    expect(inScene('say a "x \\"y\\" \\\\ \\n"')[0]).toMatchObject({ text: { value: 'x "y" \\ \n' } });
    expect(findings('say a "open\nactor cow is cow')).toEqual(['2:7 dsl/unclosed-text']);
  });

  it('L5 reports each run of meaningless signs once', () => {
    expect(findings('actor cow is cow ;;; scale 2\nactor dog is dog \u0000')).toEqual([
      '2:18 dsl/unknown-character',
      '3:18 dsl/unknown-character',
    ]);
  });
});

describe('grammar', () => {
  it('G1 takes clauses in any order', () => {
    const names = (body: string) =>
      first(body)
        .clauses.map(({ name }) => name)
        .sort();
    const one = 'actor cow is cow at (1, 2) scale 2 facing left';
    expect(names('actor cow facing left scale 2 at (1, 2) is cow')).toEqual(names(one));
    expect(findings(one)).toEqual([]);
  });

  it('G2 takes keywords for names where a name must stand', () => {
    const body = 'actor light is star\nactor moon is moon\nmove light to above text\nsay move "Hello" after scale';
    expect(findings(body)).toEqual([]);
    expect(inScene('camera follow ball by 30% over 2s')[0]).toMatchObject({ place: { name: { text: 'ball' } } });
    expect(inScene('camera reset over 2s')[0]).toMatchObject({ place: null });
    expect(inScene(body).map((each) => 'name' in each && each.name?.text)).toEqual(['light', 'moon', 'light', 'move']);
  });

  it('G3 tells a block from a clause by the brace', () => {
    const body = 'say a "Hello" at 2s\non a.hello { turn cow by 90deg after b }\n2s before end { }\nafter a + 0.2s { }';
    expect(findings(body)).toEqual([]);
    expect(inScene(body).map(({ kind, clauses }) => [kind, clauses.length])).toEqual([
      ['say', 1],
      ['time', 0],
      ['time', 0],
      ['time', 0],
    ]);
    expect(clause('turn cow by 90deg after b', 'by')).toMatchObject({ value: 90 });
    expect(clause('turn cow over 2s before end', 'over')).toMatchObject({ value: 2 });
  });

  it('G3 lets a line that begins with after begin a time of its own, also behind a time', () => {
    const { value, diagnostics } = read('scene "A" {\n say line "One." at 0.5s\n\n after line { turn a by 9deg }\n}');
    expect(diagnostics).toEqual([]);
    const [scene] = value.statements;
    expect(scene?.kind === 'scene' && scene.body?.map(({ kind }) => kind)).toEqual(['say', 'time']);
    expect(read('scene "A" {\n turn a by 9deg at (gap * 2)\n after line { turn a by 9deg }\n}').diagnostics).toEqual(
      [],
    );
  });
  it('G3 leaves a time to the statement in its line that still lacks its block', () => {
    for (const body of ['sequence after a { }', 'keyframes cow over 2s on a.hello { }', 'stagger 100ms at 2s { }']) {
      expect(findings(body)).toEqual([]);
      expect(inScene(body)[0]?.clauses.at(-1)?.name).toBe('time');
      expect(inScene(body)).toHaveLength(1);
    }
    expect(inScene('sequence\nafter a { }').map(({ kind }) => kind)).toEqual(['sequence', 'time']);
  });

  it('G4 never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void read(text)));
    const words = [
      'scene',
      '"a"',
      '{',
      '}',
      '(',
      ')',
      ',',
      'at',
      'on',
      'line',
      '.',
      '#2',
      '2s',
      'before',
      'through',
      '\n',
    ];
    const soup = fc.array(fc.constantFrom(...words, 'actor', 'colors', 'ease', 'after', 'cubic-bezier'));
    fc.assert(
      fc.property(soup, (all) => void read(all.join(' '))),
      { numRuns: 500 },
    );
  });

  it('G4 reports each mistake where it is', () => {
    const body = [
      '  actr cow is cow',
      '  actor moon is moon at (900 180)',
      '  wobble cow',
      '  move cow to (1, 2) fast',
      '  say line "Hello',
    ];
    expect(findings(body.join('\n')).sort()).toEqual([
      '2:3 dsl/misspelt-keyword',
      '3:29 dsl/missing-sign',
      '4:3 dsl/unknown-statement',
      '5:22 dsl/unknown-clause',
      '6:12 dsl/unclosed-text',
    ]);
  });

  it('G5 understands misspelt keywords', () => {
    expect(first('actr cow is cow')).toMatchObject({ kind: 'actor', name: { text: 'cow' } });
    expect(clause('move cow thru (1, 2) (3, 4)', 'through')).toMatchObject({ kind: 'places' });
    const [diagnostic] = read('scene "x" {\n  move cow ovr 2s\n}').diagnostics;
    expect(diagnostic?.cures[0]?.edits).toEqual([{ offset: 23, length: 3, text: 'over' }]);
  });

  it('G6 reports what is missing behind what came before it', () => {
    expect(findings('actor cow is cow at (1, 2\nactor dog is dog')).toEqual(['2:26 dsl/missing-sign']);
    const { diagnostics } = read('scene "x" { move cow to');
    expect(diagnostics.map(({ code, span }) => [code, span.offset])).toContainEqual(['dsl/incomplete', 23]);
  });

  it('G7 finds the missing brace by the indentation', () => {
    const text = 'scene "x" {\n  at 1s {\n    turn a by 1deg\n  at 2s { turn a by 1deg }\n}\n';
    const { value, diagnostics } = read(text);
    expect(diagnostics.map(({ code, span }) => [code, span.line])).toEqual([['dsl/unclosed-brace', 2]]);
    expect(value.statements[0]).toMatchObject({ body: [{ kind: 'time' }, { kind: 'time' }] });
    expect(read('scene "x" { } }').diagnostics.map(({ code }) => code)).toEqual(['dsl/extra-brace']);
  });

  it('G10 has the checked-in interfaces of its tree', () => {
    const kept = readFileSync(new URL('./generated/cst.ts', import.meta.url), 'utf8');
    expect(kept.replace(/\s/g, '')).toBe(cstInterfaces().replace(/\s/g, ''));
  });
});
