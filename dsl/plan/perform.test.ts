import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action, Model, Trigger } from '../check/model.ts';
import { action, actor, at, emptyModel, NOWHERE, point } from './fixtures.ts';
import { perform } from './perform.ts';
import { plan } from './plan.ts';
import { randomHappenings } from './random-deeds.ts';
import { randomModel } from './random-model.ts';
import { soundsOf } from './sounds.ts';
import type { Happening, Motion, Timeline } from './timeline.ts';
import { parseTimeline } from './timeline-schema.ts';

const fade = (id: string, to: number, ms = 0): Action =>
  action(id, at(ms), { kind: 'fade', target: 'glow', to, duration_ms: 300, ease: 'linear' });
const ding = (id: string, ms: number): Action => action(id, at(ms), { kind: 'sound', sound: 'ding', volume: 1 });
const click: Trigger = { kind: 'click', target: 'bulb' };
const lamp: Model = {
  ...emptyModel,
  length_ms: 5000,
  actors: [actor('bulb', 'lamp', point(600, 400)), actor('glow', 'star', point(600, 300))],
  machines: [
    {
      id: 'lamp',
      only: null,
      span: NOWHERE,
      states: [
        { name: 'dark', actions: [fade('out', 0), fade('flicker', 0.2, 2000)] },
        { name: 'lit', actions: [fade('in', 1), ding('bell', 500)] },
      ],
      transitions: [
        { trigger: click, from: 'dark', to: 'lit' },
        { trigger: click, from: 'lit', to: 'dark' },
        { trigger: { kind: 'signal', name: 'storm' }, from: null, to: 'lit' },
      ],
    },
  ],
};
const clickAt = (...times: number[]): Happening[] => times.map((at_ms) => ({ at_ms, trigger: click }));
const timelineOf = (model: Model): Timeline => plan(model, { mode: '2d' }).value;
const opacities = (timeline: Timeline) =>
  timeline.patches
    .filter(({ path }) => path === '/actors/glow/opacity')
    .map(({ at_ms, value }) => [at_ms, (value as Motion<number>).from, (value as Motion<number>).through[0]]);

describe('machines', () => {
  it('P30 tell what each state does without its beginning; what the first does stands in the patches too', () => {
    const { machines, patches } = timelineOf(lamp);
    expect(machines[0]?.states.map(({ name, duration_ms }) => [name, duration_ms])).toEqual([
      ['dark', 2300],
      ['lit', 500],
    ]);
    expect(machines[0]?.states[1]?.changes).toMatchObject([
      { at_ms: 0, op: 'change', path: '/actors/glow/opacity', motion: { through: [1], relative: false } },
      { at_ms: 500, op: 'add', path: '/sounds/bell', value: { start_ms: 500 } },
    ]);
    expect(patches.filter(({ path }) => path === '/actors/glow/opacity').map(({ at_ms }) => at_ms)).toEqual([0, 2000]);
  });
});

describe('perform', () => {
  it('P31 writes what a viewer sets off, and cancels what the state that is left had still to come', () => {
    const lit = perform(timelineOf(lamp), clickAt(1000));
    expect(opacities(lit)).toEqual([
      [0, 1, 0],
      [1000, 0, 1],
    ]);
    expect(soundsOf(lit).map(({ sound, start_ms }) => [sound, start_ms])).toEqual([['ding', 1500]]);
    const both = perform(timelineOf(lamp), clickAt(1000, 1200));
    expect(soundsOf(both)).toEqual([]);
    expect(opacities(both).map(([ms]) => ms)).toEqual([0, 1000, 1200, 3200]);
  });
  it('P31 lets what begins in mid-motion take over from it', () => {
    const [, , third] = opacities(perform(timelineOf(lamp), clickAt(1000, 1200)));
    expect(third?.[1]).toMatchObject({ start_ms: 1000, from: 0, through: [1] });
  });
  it('P31 lets motions of the script begin where a viewer has brought the thing', () => {
    const model = { ...lamp, actions: [fade('later', 0.6, 3000)] };
    const performed = perform(timelineOf(model), clickAt(1000));
    expect(opacities(performed).at(-1)).toEqual([3000, 1, 0.6]);
  });
  it('P31 gives each stay in a state its own sounds and goes on as long as they need', () => {
    const late = perform(timelineOf(lamp), [{ at_ms: 4900, trigger: { kind: 'signal', name: 'storm' } }]);
    expect(late.duration_ms).toBe(5400);
    const twice = perform(timelineOf(lamp), clickAt(100, 700, 1300));
    expect(soundsOf(twice).map(({ start_ms }) => start_ms)).toEqual([600, 1800]);
    expect(new Set(soundsOf(twice).map(({ id }) => id)).size).toBe(2);
  });
  it('P31 leaves a timeline as it is when nothing leads anywhere', () => {
    const timeline = timelineOf(lamp);
    expect(perform(timeline, [])).toBe(timeline);
    expect(perform(timeline, [{ at_ms: 5, trigger: { kind: 'key', key: 'x' } }])).toBe(timeline);
    expect(perform(timeline, clickAt(Number.NaN, Number.POSITIVE_INFINITY))).toBe(timeline);
  });
  it('P31 keeps thousands of doings within bounds', () => {
    const wild = perform(timelineOf(lamp), clickAt(...Array.from({ length: 20_000 }, (_, index) => index % 4000)));
    expect(wild.patches.length).toBeLessThan(40_000);
    expect(parseTimeline(JSON.parse(JSON.stringify(wild))).ok).toBe(true);
  });
  it('P31 P22 gives one timeline for any order of the same doings, which its own schema accepts', () => {
    fc.assert(
      fc.property(randomModel, randomHappenings, fc.constantFrom('2d' as const, '3d' as const), (model, done, mode) => {
        const { value } = plan(model, { mode });
        const before = JSON.stringify(value);
        const performed = perform(value, done);
        expect(perform(value, done.toReversed())).toEqual(performed);
        expect(JSON.stringify(value)).toBe(before);
        const parsed = parseTimeline(JSON.parse(JSON.stringify(performed)));
        expect(parsed.ok ? [] : parsed.issues).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
