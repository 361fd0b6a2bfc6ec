import { describe, expect, it } from 'vitest';
import type { Deed, Model, Vec3 } from '../check/model.ts';
import { action, actor, afterAction, at, emptyModel, NOWHERE, point } from './fixtures.ts';
import { plan } from './plan.ts';
import { soundsOf } from './sounds.ts';
import type { GroupState, Motion, TransitionState } from './timeline.ts';

const declared = (id: string) => ({ id, only: null, span: NOWHERE });
const beside = (of: string, relation: 'at' | 'right-of' = 'at') =>
  ({ kind: 'relative', of, relation, offset: { x: 0, y: 0, z: 0 } }) as const;
const ORIGIN = { x: 0, y: 0, z: 0 };
const stage: Model = {
  ...emptyModel,
  groups: [
    { ...declared('bowl'), group: null, origin: ORIGIN, at: point(600, 400), scale: 2, rotation: 90, opacity: 0.5 },
  ],
  actors: [actor('fish', 'fish', point(50, 10), { group: 'bowl' }), actor('moon', 'moon', point(900, 300))],
};
const patches = (model: Model, path: string) =>
  plan(model, { mode: '2d' }).value.patches.filter((patch) => patch.path === path);
const values = <T>(model: Model, path: string): T[] => patches(model, path).map(({ value }) => value as T);
const deed = (what: object): Deed => ({ duration_ms: 1000, ease: 'linear', ...what }) as Deed;

describe('groups', () => {
  it('P26 keep their members in coordinates of their own', () => {
    const [group] = values<GroupState>(stage, '/groups/bowl');
    expect(group).toMatchObject({ position: { x: 600, y: 400, z: 0 }, scale: 2, rotation: 90, group: null });
    expect(values<{ position: Vec3 }>(stage, '/actors/fish')[0]?.position).toEqual({ x: 50, y: 10, z: 0 });
  });
  it('P26 are passed through by places beside things of other groups, both ways', () => {
    const go = (target: string, of: string) =>
      values<Motion<Vec3>>(
        {
          ...stage,
          actions: [action('go', at(0), deed({ kind: 'move', target, through: [beside(of)], curve: 'line', bend: 0 }))],
        },
        `/actors/${target}/position`,
      )[0]?.through;
    // (50, 10) doubled and turned by a quarter: (−20, 100) from the middle of the bowl.
    expect(go('moon', 'fish')).toEqual([{ x: 580, y: 500, z: 0 }]);
    expect(go('fish', 'moon')).toEqual([{ x: -50, y: -150, z: 0 }]);
  });
  it('P26 shrunk to almost nothing keep what lies beside things outside within the furthest that a timeline holds', () => {
    const [bowl] = stage.groups;
    const away = { ...beside('moon'), offset: { x: 2000, y: -2000, z: 0 } };
    const move = deed({ kind: 'move', target: 'fish', through: [away], curve: 'line', bend: 0 });
    const tiny = { ...stage, groups: [{ ...bowl, scale: 0.001, rotation: 0 }], actions: [action('go', at(0), move)] };
    expect(values<Motion<Vec3>>(tiny as Model, '/actors/fish/position')[0]?.through).toEqual([
      { x: 1_000_000, y: -1_000_000, z: 0 },
    ]);
  });
});

describe('motions', () => {
  const from = (second: object): Motion<Vec3>['from'] | undefined => {
    const model = {
      ...stage,
      actions: [
        action('one', at(0), deed({ target: 'moon', ...second })),
        action(
          'two',
          afterAction('one'),
          deed({ kind: 'move', target: 'moon', through: [point(0, 0)], curve: 'line' }),
        ),
      ],
    };
    return values<Motion<Vec3>>(model, '/actors/moon/position')[1]?.from;
  };
  it('P9 end where an orbit of a quarter turn ends, and where a loop began', () => {
    const orbit = { kind: 'orbit', around: point(800, 300), radius: null, flatness: 1, by: 90 };
    expect(from(orbit)).toEqual({ x: 800, y: 400, z: 0 });
    const loop = { kind: 'move', through: [point(100, 100), point(400, 50)], curve: 'loop', bend: 0 };
    expect(from(loop)).toEqual({ x: 900, y: 300, z: 0 });
  });
  it('P27 make keyframes of each property one change after another, within its limits', () => {
    const stops = [
      { share: 0, value: 0.2, ease: 'linear' },
      { share: 0.5, value: 7, ease: 'out-back' },
      { share: 1, value: 0, ease: 'linear' },
    ];
    const frames = deed({ kind: 'keyframes', target: 'moon', tracks: [{ property: 'opacity', stops }] });
    const model = { ...stage, actions: [action('k', at(100), frames)] };
    expect(patches(model, '/actors/moon/opacity').map(({ at_ms }) => at_ms)).toEqual([100, 100, 600]);
    expect(values(model, '/actors/moon/opacity')).toMatchObject([
      0.2,
      { start_ms: 100, duration_ms: 500, from: 0.2, through: [1], ease: 'out-back' },
      { start_ms: 600, duration_ms: 500, from: 1, through: [0] },
    ]);
  });
  it('P27 change colours, uniforms and the camera by name, also where a kind or recipe set the value', () => {
    const change = (target: string, property: string, to: unknown) =>
      action(`${target}-${property}`, at(0), deed({ kind: 'change', target, property, to }));
    const model = {
      ...stage,
      materials: [{ ...declared('silver'), recipe: 'rim-glow', uniforms: {} }],
      actions: [
        change('moon', 'color', '#ff0000'),
        change('silver', 'strength', 0.9),
        change('camera', 'roll', 10),
        change('moon', 'wings', 3),
      ],
    };
    expect(values(model, '/actors/moon/colors/body')).toMatchObject([{ from: '#f4ecd0', through: ['#ff0000'] }]);
    expect(values(model, '/materials/silver/uniforms/strength')).toMatchObject([{ from: 0.5, through: [0.9] }]);
    expect(values(model, '/camera/roll')).toMatchObject([{ from: 0, through: [10] }]);
    expect(plan(model, { mode: '2d' }).diagnostics.map(({ code }) => code)).toEqual(['dsl/plan-missing-thing']);
  });
  it('P29 say where a thing had come to look when it sets off again', () => {
    const go = (x: number) => deed({ kind: 'move', target: 'moon', through: [point(x, 300)], curve: 'line', bend: 0 });
    const model = {
      ...stage,
      actions: [
        action('a', at(0), go(500)),
        action('b', afterAction('a'), go(800)),
        action('c', afterAction('b'), go(1000)),
      ],
    };
    expect(patches(model, '/actors/moon/facing').map(({ at_ms, value }) => [at_ms, value])).toEqual([
      [1000, -1],
      [2000, 1],
    ]);
  });
});

describe('sounds and transitions', () => {
  it('P28 stand in the patches with their beginnings, and soundsOf lists them in order', () => {
    const model = {
      ...stage,
      actions: [
        action('late', at(900), deed({ kind: 'sound', sound: 'pop', volume: 0.5 })),
        action('early', at(100), deed({ kind: 'sound', sound: 'chime', volume: 1 })),
        action('cover', at(300), deed({ kind: 'transition', style: 'iris', color: '#000000' })),
      ],
    };
    expect(soundsOf(plan(model, { mode: '2d' }).value)).toEqual([
      { id: 'early', sound: 'chime', start_ms: 100, volume: 1 },
      { id: 'late', sound: 'pop', start_ms: 900, volume: 0.5 },
    ]);
    const cover: TransitionState = { style: 'iris', color: '#000000', start_ms: 300, duration_ms: 1000 };
    expect(values(model, '/transition')).toEqual([cover]);
  });
});
