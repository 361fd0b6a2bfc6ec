import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const statements = (body: string) => {
  const { value, diagnostics } = read(`scene "Test" {\n${body}\n}`);
  expect(diagnostics).toEqual([]);
  const [scene] = value.statements;
  return scene?.kind === 'scene' ? (scene.body ?? []) : [];
};
const findings = (body: string) =>
  read(`scene "Test" {\n${body}\n}`).diagnostics.map(({ code, span }) => `${span.line}:${span.column} ${code}`);

/** A statement, its kind, its clauses, and something of its operands. */
const SAID: readonly (readonly [string, string, readonly string[], object])[] = [
  ['let gap be 40px', 'let', ['be'], { name: { text: 'gap' } }],
  ['for i from 1 to 8 by 2 { }', 'for', ['from', 'to', 'by'], { name: { text: 'i' }, body: [] }],
  ['prefab bowl { param fish be 1 }', 'prefab', [], { body: [{ kind: 'param' }] }],
  [
    'use fishbowl as bowl at (1, 2) scale 1.2 { fish 2 }',
    'use',
    ['as', 'at', 'scale'],
    { entries: [{ value: { value: 2 } }] },
  ],
  ['group family at (1, 2) { }', 'group', ['at'], { name: { text: 'family' } }],
  ['change moon color to tomato over 1s', 'change', ['to', 'over'], { word: { text: 'color' } }],
  ['change silver strength to 0.9', 'change', ['to'], { word: { text: 'strength' } }],
  ['keyframes moon over 4s { }', 'keyframes', ['over'], { name: { text: 'moon' }, body: [] }],
  ['orbit luna around earth by 720deg radius 9 flatness 0.4', 'orbit', ['around', 'by', 'radius', 'flatness'], {}],
  ['animate heart beat as throb at 2s', 'animate', ['as', 'time'], { word: { text: 'beat' } }],
  ['reveal market to 60% over 2s', 'reveal', ['to', 'over'], { name: { text: 'market' } }],
  ['stagger 120ms { }', 'stagger', [], { step: { value: 120, unit: 'ms' } }],
  ['wait 0.5s', 'wait', [], { value: { value: 0.5 } }],
  ['sound chime at 2s volume 0.5', 'sound', ['time', 'volume'], { name: { text: 'chime' } }],
  ['transition wipe over 1s color black', 'transition', ['over', 'color'], { name: { text: 'wipe' } }],
  ['annotate moon "Tides" at above moon by 80 for 3s', 'annotate', ['at', 'for'], { text: { value: 'Tides' } }],
  ['text a "{}" value 0 decimals 1 wrap 4 background #0008', 'text', ['value', 'decimals', 'wrap', 'background'], {}],
  [
    'chart m is curve x-axis "Year" y-axis "bn" unit " bn" { }',
    'chart',
    ['is', 'x-axis', 'y-axis', 'unit'],
    { body: [] },
  ],
  ['chart m is curve from "growth.csv" progress 0', 'chart', ['is', 'from', 'progress'], { body: null }],
  [
    'series "Cloud" color #fff points (2020, 12) (2021, 18)',
    'series',
    ['color', 'points'],
    { label: { value: 'Cloud' } },
  ],
  ['slice "Ours" 42%', 'slice', [], { label: { value: 'Ours' }, value: { value: 42, unit: '%' } }],
  ['bar "Retail" share color gold', 'bar', ['color'], { value: { formula: { kind: 'variable' } } }],
  [
    'draw sun circle radius 40 fill gold stroke white width 3',
    'draw',
    ['radius', 'fill', 'stroke', 'width'],
    { word: { text: 'circle' } },
  ],
  ['draw p path data "M0 0"', 'draw', ['data'], { word: { text: 'path' } }],
  ['image photo from "a.png" width 300', 'image', ['from', 'width'], { name: { text: 'photo' } }],
  ['model duck from "a.glb"', 'model', ['from'], { name: { text: 'duck' } }],
  ['states lamp { state dark { } }', 'states', [], { body: [{ kind: 'state', name: { text: 'dark' } }] }],
  ['when click bulb from dark go lit', 'when', ['from', 'go'], { event: { text: 'click' }, subject: { text: 'bulb' } }],
  ['when key "r" go dark', 'when', ['go'], { subject: { kind: 'text', value: 'r' } }],
  ['move cow to (1, 2) along arc bend 200', 'move', ['to', 'along', 'bend'], {}],
  ['emit bubbles from pebbles within bowl for 10s', 'emit', ['from', 'within', 'for'], {}],
  ['camera orbit bowl by 30deg', 'camera', ['by'], { name: { text: 'orbit' }, place: { name: { text: 'bowl' } } }],
  ['camera roll by 5deg', 'camera', ['by'], { name: { text: 'roll' }, place: null }],
];

describe('statements', () => {
  it.each(SAID)('G11 reads %s', (text, kind, clauses, operands) => {
    const [statement] = statements(text);
    expect(statement).toMatchObject({ kind, ...operands });
    expect(statement?.clauses.map(({ name }) => name)).toEqual(clauses);
  });

  it('G11 takes their keywords for names too', () => {
    const names = ['bar', 'image', 'state', 'group', 'wait', 'title', 'value', 'position', 'go', 'for'];
    for (const name of names) {
      expect(statements(`actor ${name} is cow`)[0], name).toMatchObject({ name: { text: name } });
      expect(statements(`move cow to above ${name}\nturn cow by 9deg`), name).toHaveLength(2);
    }
  });

  it('G11 tells the loop from the clause', () => {
    const kinds = (body: string) => statements(body).map(({ kind }) => kind);
    expect(kinds('emit dust from cow\nfor i from 1 to 2 { }')).toEqual(['emit', 'for']);
    expect(kinds('emit dust from cow\n  for 2s')).toEqual(['emit']);
    expect(kinds('emit dust for pause from cow')).toEqual(['emit']);
    expect(kinds('only 2d { sound pop  for i from 1 to 2 { } }')).toEqual(['only']);
  });

  it('G12 reads keyframes until the next at', () => {
    const body = '{ at 0% scale 1 petals white   at 50% position (3, 4) ease out-back   at (i * 10%) strength 0.5 }';
    const [moon] = statements(`keyframes moon over 4s ${body}`);
    expect(moon).toMatchObject({
      body: [
        { kind: 'keyframe', at: { value: 0, unit: '%' }, clauses: [{ name: 'scale' }, { name: 'petals' }] },
        { kind: 'keyframe', clauses: [{ name: 'position', value: { kind: 'point' } }, { name: 'ease' }] },
        { kind: 'keyframe', at: { formula: { kind: 'binary' } }, clauses: [{ name: 'strength' }] },
      ],
    });
    const [looped] = statements('keyframes moon { for i from 0 to 4 { at (i * 25%) scale i } }');
    expect(looped).toMatchObject({ body: [{ kind: 'for', body: [{ kind: 'keyframe' }] }] });
    expect(statements('at 5s { }')[0]?.kind).toBe('time');
  });

  it('G6 says that a name is missing, and not that a clause is wrong', () => {
    for (const body of [
      'actor is cow',
      'move to (1, 2)',
      'grow by 2',
      'use at center',
      'group at (1, 2) { }',
      'fade in',
    ]) {
      expect(statements(body)[0], body).toMatchObject({ name: null, broken: false });
    }
    expect(statements('when click go lit')[0]).toMatchObject({ event: { text: 'click' }, subject: null });
    expect(statements('change moon to 2')[0]).toMatchObject({ word: null });
  });

  it('G6 leaves the next line alone', () => {
    for (const half of ['camera push-in text', 'change moon', 'draw sun', 'let gap', 'wait', 'sound', 'when click']) {
      expect(statements(`${half}\nactor cow is cow`)[1], half).toMatchObject({ kind: 'actor', name: { text: 'cow' } });
    }
    expect(findings('on line.\nactor cow is cow')).toEqual(['2:9 dsl/incomplete']);
  });

  it('G5 mends new keywords, and what other languages say', () => {
    expect(findings('grup family { }\nchrt a is pie { slic "A" 2% }')).toEqual([
      '2:1 dsl/misspelt-keyword',
      '3:1 dsl/misspelt-keyword',
      '3:17 dsl/misspelt-keyword',
    ]);
    expect(findings('for i in 1 to 8 { }')).toEqual(['2:7 dsl/misspelt-keyword']);
    expect(findings('for i = 1 to 8 { }')).toEqual(['2:7 dsl/misspelt-keyword']);
    expect(findings('move cow through moon hill over 2s')).toEqual([]);
  });
});
