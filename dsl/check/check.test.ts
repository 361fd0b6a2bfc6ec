import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';
import { randomScript } from '../read/random-script.ts';
import type { TimeRef } from './model.ts';

const scene = (body: string) => analyse(`scene "Test" {\n${body}\n}`);
const codes = (body: string) => scene(body).diagnostics.map(({ code, span }) => `${span.line} ${code}`);
const modelOf = (body: string) => {
  const { value, diagnostics } = scene(body);
  expect(diagnostics).toEqual([]);
  return value;
};
const starts = (body: string) => modelOf(body).actions.map(({ start }) => start);
const endOf = (action: string, offset_ms = 0): TimeRef => ({
  anchor: { kind: 'action', action, edge: 'end' },
  offset_ms,
});
const atStart = (offset_ms: number): TimeRef => ({ anchor: { kind: 'scene', edge: 'start' }, offset_ms });

describe('checking', () => {
  it('C1 never throws, and gives a model whose every reference leads somewhere', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void analyse(text)));
    fc.assert(
      fc.property(randomScript, (text) => {
        const { value } = analyse(text);
        const moments = new Set([...value.actions, ...value.beats, ...value.lines].map(({ id }) => id));
        const { actors, texts, groups, charts, drawings, pictures, lights, materials } = value;
        const declared = [...actors, ...texts, ...groups, ...charts, ...drawings, ...pictures, ...lights, ...materials];
        const things = new Set([...declared.map(({ id }) => id), 'camera']);
        for (const { anchor } of [...value.actions, ...value.lines].map(({ start }) => start)) {
          const id =
            'action' in anchor ? anchor.action : 'line' in anchor ? anchor.line : 'beat' in anchor ? anchor.beat : null;
          if (id !== null) expect(moments).toContain(id);
        }
        for (const { deed } of value.actions)
          if ('target' in deed && typeof deed.target === 'string') expect(things).toContain(deed.target);
      }),
      { numRuns: 300 },
    );
  });

  it('C1 goes on with what was meant, so that the rest still plays', () => {
    const { value } = scene('actor nemo is dolphin\nactor odd is gadget\nmove nemo to center\nmove nobody to center');
    expect(value.actors.map(({ kind, label }) => [kind, label])).toEqual([
      ['fish', null],
      ['thing', 'gadget'],
    ]);
    expect(value.actions).toHaveLength(1);
  });

  it('C2 resolves names wherever they are declared, once', () => {
    expect(codes('move cow to center as hop after b\nbeat b at 1s\nactor cow is cow')).toEqual([]);
    expect(codes('actor cow is cow\ntext cow "Cow"')).toEqual(['3 dsl/duplicate-name']);
    expect(codes('actor end is cow')).toEqual(['2 dsl/reserved-name']);
    for (const name of ['__proto__', 'prototype', 'constructor']) {
      expect(codes(`actor ${name} is cow`)).toEqual(['2 dsl/reserved-name']);
    }
  });

  it('C3 offers synonyms and near names as cures', () => {
    const [diagnostic] = scene('actor pet is kitten').diagnostics;
    expect(diagnostic).toMatchObject({ code: 'dsl/unknown-kind', cures: [{ edits: [{ text: 'cat' }] }] });
    expect(codes('actor cow is cow color #12345\nmove cow to center ease in-out-cubik')).toEqual([
      '2 dsl/unknown-color',
      '3 dsl/unknown-ease',
    ]);
  });

  it('C3 writes every colour as #rrggbb', () => {
    const [cow] = modelOf('actor cow is cow color #ABC colors { spots Gold }').actors;
    expect(cow?.colors).toEqual({ body: '#aabbcc', spots: '#ffd700' });
  });

  it('C4 moves numbers into their range', () => {
    const { value, diagnostics } = scene('actor cow is cow opacity 150%');
    expect(value.actors[0]?.opacity).toBe(1);
    expect(diagnostics.map(({ code }) => code)).toEqual(['dsl/out-of-range']);
    expect(codes('actor cow is cow\nturn cow by 9deg over 2')).toEqual(['3 dsl/missing-unit']);
  });

  it('C5 resolves percent and named places against the stage, wherever that is declared', () => {
    const { actors } = modelOf(
      'actor a is cow at (50%, 25%)\nactor b is cow at right\nactor c is cow at above a by 40\nstage 1000 x 400',
    );
    expect(actors.map(({ at }) => at)).toEqual([
      { kind: 'point', x: 500, y: 100, z: 0 },
      { kind: 'point', x: 800, y: 200, z: 0 },
      { kind: 'relative', of: 'a', relation: 'above', offset: { x: 0, y: -40, z: 0 } },
    ]);
  });

  it('C6 finds the word of a line, whatever its case, and its occurrence', () => {
    const body = (cue: string) =>
      `actor cow is cow\nsay line "The cow and the Moon, don't!"\non ${cue} { turn cow by 9deg }`;
    const index = (cue: string) => {
      const [start] = starts(body(cue));
      return start?.anchor.kind === 'word' ? start.anchor.index : null;
    };
    expect(['line.moon', 'line.THE', 'line.the#2', "line.don't", 'line."cow"'].map(index)).toEqual([4, 0, 3, 5, 1]);
    expect(codes(body('line.mooon'))).toEqual(['4 dsl/unknown-word']);
    expect(codes(body('line.the#3'))).toEqual(['4 dsl/missing-occurrence']);
  });

  it('C7 reports each circle of waiting once, and breaks it', () => {
    const { value, diagnostics } = scene(
      'actor c is cow\nturn c by 9deg as a after b\nturn c by 9deg as b after a\nbeat d at 1s after e\nsay e "Hi" on d',
    );
    expect(diagnostics.map(({ code, span }) => `${span.line} ${code}`)).toEqual(['3 dsl/cycle', '5 dsl/cycle']);
    expect(value.actions.map(({ start }) => start)).toEqual([atStart(0), endOf('a')]);
  });

  it('C10 lets a sequence run one after the other and a parallel end with its last', () => {
    const turn = (name: string) => `turn c by 9deg as ${name}`;
    const body = `actor c is cow\nat 2s { sequence {\n${turn('a')}\nparallel { ${turn('b1')} ${turn('b2')} }\n${turn('z')}\n} }`;
    const { actions, beats } = modelOf(body);
    expect(actions.map(({ start }) => start)).toEqual([
      atStart(2000),
      endOf('a'),
      endOf('a'),
      { anchor: { kind: 'beat', beat: 'block-end-1' }, offset_ms: 0 },
    ]);
    expect(beats[0]?.at.anchor).toEqual({ kind: 'latest', of: [endOf('b1'), endOf('b2')] });
  });

  it('C10 names each round of a repeat; outside, the name means the last', () => {
    const body =
      'actor c is cow\nrepeat 3 { turn c by 9deg as hop }\nfade c out after hop as end2\nturn c by 1deg after end2 + 0.5s';
    expect(modelOf(body).actions.map(({ id }) => id)).toEqual(['hop#1', 'hop#2', 'hop', 'end2', 'turn-1']);
    expect(starts(body)).toEqual([atStart(0), endOf('hop#1'), endOf('hop#2'), endOf('hop'), endOf('end2', 500)]);
  });

  it('C10 keeps the rounds of a repeat apart from those of a for', () => {
    const body =
      'actor c is cow\nrepeat 3 { turn c by 9deg as hop }\nfor i from 1 to 2 { turn c by 1deg as hop }\nfade c out after hop#2';
    const { actions } = modelOf(body);
    expect(new Set(actions.map(({ id }) => id)).size).toBe(6);
    expect(actions.at(-1)?.start).toEqual(endOf('hop#2'));
  });

  it('C11 counts at from the beginning of its block', () => {
    expect(
      starts('actor c is cow\nturn c by 9deg at 1s\nat 2s { turn c by 9deg at 1s }\nturn c by 9deg 2s before end'),
    ).toEqual([atStart(1000), atStart(3000), { anchor: { kind: 'scene', edge: 'end' }, offset_ms: -2000 }]);
  });

  it('C12 keeps the readings apart', () => {
    expect(codes('only 3d { actor lamp is star }\nmove lamp to center')).toEqual(['3 dsl/other-reading']);
    expect(codes('only 3d { actor lamp is star\nmove lamp to center }')).toEqual([]);
    expect(codes('only 3d { only 2d { beat b at 1s } }')).toEqual(['2 dsl/never-plays']);
  });

  it('C14 declares things outside of times only', () => {
    expect(codes('at 1s { actor cow is cow }')).toEqual(['2 dsl/misplaced']);
    const { environment, actions } = modelOf('environment night-sea\nat 2s { environment day-sea over 3s }');
    expect([environment, actions.length]).toEqual(['night-sea', 1]);
  });
});
