import { describe, expect, it } from 'vitest';
import { analyse } from '../../analyse.ts';
import { read } from '../../read/read.ts';
import { prefabsOf } from '../expand/prefabs.ts';
import { filesOf } from '../files.ts';

const files = { 'growth.csv': 'year,Cloud\n2020,12\n2021,18\n' };
const scene = (body: string) => analyse(`scene "Test" {\n${body}\n}`, { files });
const codes = (body: string) => scene(body).diagnostics.map(({ code }) => code);
const modelOf = (body: string) => {
  const { value, diagnostics } = scene(body);
  expect(diagnostics).toEqual([]);
  return value;
};

describe('groups', () => {
  it('C25 turn about their place, and their members are called with or without them', () => {
    const { groups, actors, actions } = modelOf(
      'group family at (640, 400) { actor dad is cow at (500, 400)\ngroup kids { actor kid is dog } }\nmove family.dad to center\nmove dad to center',
    );
    expect(groups.map(({ id, origin, group }) => [id, origin.y, group])).toEqual([
      ['family', 400, null],
      ['kids', 360, 'family'],
    ]);
    expect(actors.map(({ id, group }) => [id, group])).toEqual([
      ['dad', 'family'],
      ['kid', 'kids'],
    ]);
    expect(actions.map(({ deed }) => 'target' in deed && deed.target)).toEqual(['dad', 'dad']);
    expect(codes('group a { actor x is cow }\nactor y is cow\nfade a.y out')).toEqual(['dsl/unknown-name']);
  });
});

describe('charts', () => {
  it('C26 have points that ascend, each x once', () => {
    const { value, diagnostics } = scene('chart c is curve { series "A" points (2, 5) (1, 3) (2, 6) }');
    expect(value.charts[0]?.series[0]?.points).toEqual([
      { x: 1, y: 3 },
      { x: 2, y: 6 },
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['dsl/unsorted', 'dsl/stands-twice']);
  });

  it('C26 make 100 of the slices of a pie', () => {
    const shares = (slices: string) =>
      scene(`chart c is pie { ${slices} }`).value.charts[0]?.parts.map(({ value }) => value);
    expect(shares('slice "A" 1  slice "B" 3')).toEqual([25, 75]);
    expect(shares('slice "A" 30%  slice "B" 20%')).toEqual([60, 40]);
    expect(codes('chart c is pie { slice "A" 33.3%  slice "B" 33.3%  slice "C" 33.4% }')).toEqual([]);
    expect(scene('chart c is pie { slice "A" 30%  slice "B" 20% }').diagnostics).toMatchObject([
      { code: 'dsl/shares', cures: [{ edits: [{ text: '70%' }] }] },
    ]);
  });

  it('C26 take percent of bars as they are written, and a unit', () => {
    expect(modelOf('chart c is bars { bar "A" 34%  bar "B" 50% }').charts[0]).toMatchObject({
      unit: '%',
      parts: [{ name: 'A', value: 34 }, { value: 50 }],
    });
    expect(codes('chart c is bars { bar "A" 140% }')).toEqual(['dsl/out-of-range']);
  });

  it('C26 read files', () => {
    expect(modelOf('chart c is curve from "growth.csv"').charts[0]?.series).toMatchObject([
      {
        name: 'Cloud',
        points: [
          { x: 2020, y: 12 },
          { x: 2021, y: 18 },
        ],
      },
    ]);
    expect(modelOf('chart c is columns from "growth.csv"').charts[0]?.parts).toMatchObject([
      { name: '2020', value: 12 },
      {},
    ]);
    expect(codes('chart c is curve from "other.csv"')).toEqual(['dsl/missing-file']);
    expect(codes('chart c is curve from "constructor"')).toEqual(['dsl/wrong-file-type']);
  });

  it('C27 that are revealed begin empty, unless they say how much there is', () => {
    const { charts, actions } = modelOf(
      'chart a is pie { slice "A" 100% }\nchart b is pie progress 0.2 { slice "A" 100% }\nreveal a\nreveal b to 60%\ntext t "Hi"\nreveal t',
    );
    expect(charts.map(({ progress }) => progress)).toEqual([0, 0.2]);
    expect(actions.map(({ deed }) => deed.kind === 'change' && [deed.target, deed.to, deed.duration_ms])).toEqual([
      ['a', 1, 1000],
      ['b', 0.6, 1000],
      ['t', 0, 0],
      ['t', 1, 1000],
    ]);
  });
});

describe('drawings', () => {
  it('C29 are points around their middle', () => {
    const [line] = modelOf('draw way line through (100, 100) (300, 200)').drawings;
    expect(line).toMatchObject({
      at: { x: 200, y: 150 },
      shape: {
        closed: false,
        points: [
          { x: -100, y: -50 },
          { x: 100, y: 50 },
        ],
      },
      ...{ fill: null, stroke: '#1e293b' },
    });
    expect(modelOf('draw way line through (100, 100) (300, 200) at center').drawings[0]?.at).toMatchObject({ x: 640 });
  });

  it('C29 always show something', () => {
    const pens = (clauses: string) =>
      modelOf(`draw a circle ${clauses}`).drawings.map(({ fill, stroke }) => [fill, stroke])[0];
    expect(pens('')).toEqual(['#1e293b', null]);
    expect(pens('fill gold')).toEqual(['#ffd700', null]);
    expect(pens('stroke gold')).toEqual([null, '#ffd700']);
  });

  it.each(['M 0 0 L 10', 'L 0 0', 'M 0 0 X 1 1', '', 'M', 'M6-4M', 'M 0 0 L L 1 2', 'M 0 0 L 1e999 2'])(
    'C29 refuse what is no path: %s',
    (data) => {
      expect(codes(`draw a path data "${data}"`)).toEqual(['dsl/not-a-path']);
    },
  );

  it.each(['M0 0L10 10', 'm.5.5 1-1zM1,1 2,2', 'M0 0C1 2 3 4 5 6S1 2 3 4Q1 2 3 4T5 6A1 2 3 0 1 4 5H1V2Z'])(
    'C29 take SVG paths however they are written: %s',
    (data) => expect(codes(`draw a path data "${data}"`)).toEqual([]),
  );
});

describe('files', () => {
  it('C32 are named with their prefabs, and lie beside the script', () => {
    const script = read(
      'scene "x" { chart a is pie from "a.csv"\nfor i from 1 to 2 { chart b is pie from "data/b.json" }\nchart c is pie from "../c.csv"\nuse badge as x\nprefab p { use inner as y } }',
    ).value;
    expect(filesOf(script)).toEqual(['a.csv', 'data/b.json']);
    expect(prefabsOf(script)).toEqual(['badge', 'inner']);
    for (const path of [
      '/etc/a.png',
      'a/../../b.png',
      'https://example.org/a.png',
      'C:\\\\a.png',
      './a.png',
      'a//b.png',
    ])
      expect(codes(`image i from "${path}"`)).toEqual(['dsl/unsafe-file']);
  });
});

describe('quality', () => {
  it('C34 is pinned by the scene, once and for all of it', () => {
    expect(analyse('scene "S" {\n  quality low\n}\n').value.quality).toBe('low');
    expect(analyse('scene "S" {\n}\n').value.quality).toBeNull();
    const wrong = analyse('scene "S" {\n  quality hihg\n}\n').diagnostics;
    expect(wrong).toMatchObject([{ code: 'dsl/unknown-choice', cures: [{ title: expect.stringContaining('high') }] }]);
    const inside = analyse('scene "S" {\n  at 1s { quality low }\n}\n').diagnostics;
    expect(inside).toMatchObject([{ code: 'dsl/misplaced' }]);
  });
});
