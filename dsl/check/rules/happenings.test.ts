import { describe, expect, it } from 'vitest';
import { analyse } from '../../analyse.ts';
import type { TimeRef } from '../model.ts';
import { ACTOR_KINDS } from '../vocabulary/actor-kinds.ts';
import { PROPERTIES } from '../vocabulary/properties.ts';

const scene = (body: string) => analyse(`scene "Test" {\nactor moon is moon at (300, 300)\n${body}\n}`);
const codes = (body: string) => scene(body).diagnostics.map(({ code }) => code);
const modelOf = (body: string) => {
  const { value, diagnostics } = scene(body);
  expect(diagnostics).toEqual([]);
  return value;
};
const deeds = (body: string) => modelOf(body).actions.map(({ deed }) => deed);
const starts = (body: string) => modelOf(body).actions.map(({ start }) => start);
const atStart = (offset_ms: number): TimeRef => ({ anchor: { kind: 'scene', edge: 'start' }, offset_ms });

describe('properties', () => {
  it('C27 can change: all that the table has, and the slots and settings', () => {
    const value = { number: '5', share: '50%', angle: '20deg', color: 'gold', place: '(1, 2)' };
    const before =
      'text text "Hi" value 1\ndraw drawing circle\nchart chart is pie { slice "A" 100% }\nlight light from moon\ngroup group { }\nimage picture from "a.png"\n';
    for (const [role, properties] of Object.entries(PROPERTIES)) {
      const name = role === 'actor' ? 'moon' : role;
      for (const [property, { type, is }] of Object.entries(properties)) {
        const [deed] = deeds(`${before}keyframes ${name} { at 100% ${property} ${value[type]} }`);
        expect(deed).toMatchObject({
          kind: 'keyframes',
          target: name,
          tracks: [{ property: is, stops: [{ share: 1 }] }],
        });
      }
    }
    for (const slot of Object.keys(ACTOR_KINDS.moon?.colors ?? {}))
      expect(deeds(`change moon ${slot} to gold`)).toMatchObject([{ property: `colors.${slot}`, to: '#ffd700' }]);
    expect(deeds('material m is metal\napply m to moon\nchange m roughness to 0.5')[1]).toMatchObject({
      property: 'uniforms.roughness',
      to: 0.5,
    });
  });

  it('C27 are checked for name, type and range', () => {
    expect(codes('change moon opasity to 50%')).toEqual(['dsl/unknown-property']);
    expect(codes('change moon opacity to 150%')).toEqual(['dsl/out-of-range']);
    expect(codes('change moon position to 5s')).toEqual(['dsl/wrong-value']);
    expect(codes('change moon color to (1, 2)')).toEqual(['dsl/wrong-value']);
  });

  it('C27 of keyframes ascend, each eased by its own or the easing of all', () => {
    const [deed] = scene('keyframes moon over 4s ease linear { at 2s scale 2 ease out-back  at 0% scale 1 opacity 0 }')
      .value.actions;
    expect(deed?.deed).toMatchObject({
      tracks: [
        {
          property: 'scale',
          stops: [
            { share: 0, value: 1, ease: 'linear' },
            { share: 0.5, value: 2, ease: 'out-back' },
          ],
        },
        { property: 'opacity', stops: [{ share: 0, value: 0, ease: 'linear' }] },
      ],
    });
  });
});

describe('machines', () => {
  const machine = (states: string, whens = '') => `states lamp {\n${states}\n${whens}\n}`;

  it('C28 have states whose actions count from their entry', () => {
    const { machines, actions } = modelOf(
      machine(
        'state dark { fade moon out over 300ms at 1s }\nstate lit { sequence { fade moon in as up  turn moon by 9deg } }',
        'when click moon from dark go lit\nwhen key "r" go dark\nwhen signal "storm" go lit',
      ),
    );
    expect(actions).toEqual([]);
    expect(machines[0]?.states.map(({ name, actions }) => [name, actions.map(({ start }) => start)])).toEqual([
      ['dark', [atStart(1000)]],
      ['lit', [atStart(0), { anchor: { kind: 'action', action: 'up', edge: 'end' }, offset_ms: 0 }]],
    ]);
    expect(machines[0]?.transitions).toEqual([
      { trigger: { kind: 'click', target: 'moon' }, from: 'dark', to: 'lit' },
      { trigger: { kind: 'key', key: 'r' }, from: null, to: 'dark' },
      { trigger: { kind: 'signal', name: 'storm' }, from: null, to: 'lit' },
    ]);
  });

  it('C28 wait for nothing outside, and are not waited for', () => {
    const inside = machine('state a { turn moon by 9deg as spin }\nstate b { turn moon by 9deg after spin }');
    expect(codes(inside)).toEqual(['dsl/wrong-thing']);
    expect(codes(`${machine('state a { turn moon by 9deg as spin }')}\nfade moon out after spin`)).toEqual([
      'dsl/wrong-thing',
    ]);
    expect(codes(`turn moon by 9deg as spin\n${machine('state a { turn moon by 9deg after spin }')}`)).toEqual([
      'dsl/wrong-thing',
    ]);
    for (const said of ['say line "Hello"', 'beat b at 1s', 'annotate moon "It pulls"']) {
      expect(codes(machine(`state a { ${said} }`))).toEqual(['dsl/misplaced']);
      expect(codes(machine(`state a { sequence { fade moon in  ${said} } }`))).toEqual(['dsl/misplaced']);
    }
  });
});

describe('time', () => {
  it('C30 is staggered, and waited for', () => {
    expect(starts('stagger 120ms { turn moon by 1deg  turn moon by 1deg  turn moon by 1deg }')).toEqual(
      [0, 120, 240].map(atStart),
    );
    expect(starts('at 1s { sequence { wait 0.5s  turn moon by 1deg as a  wait 200ms  turn moon by 1deg } }')).toEqual([
      atStart(1500),
      { anchor: { kind: 'action', action: 'a', edge: 'end' }, offset_ms: 200 },
    ]);
  });

  it('C30 turns are given in degrees or in whole turns', () => {
    const angles = modelOf('turn moon by 90deg  turn moon by 0.25turn').actions.map(({ deed }) => deed);
    expect(angles).toMatchObject([{ by: 90 }, { by: 90 }]);
  });

  it('C30 a colour of a kind may be called like a statement, and an orbit be around a point', () => {
    const { actions } = modelOf('actor bulb is lamp  change bulb light to gold  orbit bulb around (400, 300) by 1turn');
    expect(actions.map(({ deed }) => deed)).toMatchObject([
      { property: 'colors.light', to: '#ffd700' },
      { around: { kind: 'point', x: 400, y: 300 }, by: 360 },
    ]);
  });

  it('C31 of a note begins with its own and ends after for', () => {
    const { texts, drawings, actions } = modelOf('annotate moon "It pulls" at above moon by 80 for 2s as tides');
    expect(texts).toMatchObject([{ id: 'tides', text: 'It pulls', opacity: 0 }]);
    expect(drawings).toMatchObject([{ opacity: 0, shape: { points: [{ y: -40 }, { y: 40 }] } }]);
    expect(actions.map(({ deed, start }) => [deed.kind === 'fade' && deed.to, start.offset_ms])).toEqual([
      [1, 0],
      [1, 0],
      [0, 2000],
      [0, 2000],
    ]);
  });

  it('C31 of notes at a place have a line that ends before the thing', () => {
    const [line] = modelOf('annotate moon "It pulls" at (700, 300) size 26').drawings;
    const points = line?.shape.kind === 'line' && line.at.kind === 'point' ? line.shape.points : [];
    const at = line?.at.kind === 'point' ? line.at.x : 0;
    expect(points.map(({ x }) => Math.round(at + x))).toEqual([674, 387]);
  });
});
