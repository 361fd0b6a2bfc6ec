import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deed, Model } from '../check/model.ts';
import { emptyState } from '../plan/empty-state.ts';
import { action, actor, at, cowOverMoon, emptyModel, point } from '../plan/fixtures.ts';
import { apply } from '../plan/patch.ts';
import { perform } from '../plan/perform.ts';
import { plan } from '../plan/plan.ts';
import { randomHappenings } from '../plan/random-deeds.ts';
import { randomModel } from '../plan/random-model.ts';
import type { SceneState, Timeline } from '../plan/timeline.ts';
import { createSampler, sampleState } from './sampler.ts';

const timelineOf = (model: Model, mode: '2d' | '3d' = '2d'): Timeline => plan(model, { mode }).value;
const mode = fc.constantFrom('2d' as const, '3d' as const);
const moments = fc.array(fc.integer({ min: -1000, max: 12_000 }), { minLength: 1, maxLength: 12 });

function foldTo(timeline: Timeline, ms: number): SceneState {
  let state = emptyState(timeline.mode, timeline.stage);
  for (const patch of timeline.patches) {
    if (patch.at_ms > ms) break;
    const applied = apply(state, patch);
    if (!applied.ok) throw new Error(`${patch.path}: ${applied.message}`);
    state = applied.value;
  }
  return state;
}

/** Every number anywhere in a value, with its path. */
function* numbersIn(value: unknown, path = ''): Generator<readonly [string, number]> {
  if (typeof value === 'number') yield [path, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) yield* numbersIn(member, `${path}/${key}`);
  }
}

describe('createSampler', () => {
  it('S1 gives a moment the same frame whatever was asked before', () => {
    fc.assert(
      fc.property(randomModel, mode, moments, (model, reading, times) => {
        const timeline = timelineOf(model, reading);
        const used = createSampler(timeline);
        for (const ms of times) expect(used.frameAt(ms)).toEqual(createSampler(timeline).frameAt(ms));
      }),
      { numRuns: 100 },
    );
  });

  it('S2 gives the frame of the state that folding the patches makes', () => {
    fc.assert(
      fc.property(randomModel, mode, moments, (model, reading, times) => {
        const timeline = timelineOf(model, reading);
        const sampler = createSampler(timeline);
        for (const each of times) {
          const ms = Math.min(timeline.duration_ms, Math.max(0, each));
          expect(sampler.frameAt(ms)).toEqual(sampleState(foldTo(timeline, ms), ms, timeline));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('S1 S2 S5 hold for what viewers have set off', () => {
    fc.assert(
      fc.property(randomModel, mode, randomHappenings, moments, (model, reading, done, times) => {
        const timeline = perform(timelineOf(model, reading), done);
        const sampler = createSampler(timeline);
        for (const each of times) {
          const ms = Math.min(timeline.duration_ms, Math.max(0, each));
          const frame = sampler.frameAt(ms);
          expect(frame).toEqual(sampleState(foldTo(timeline, ms), ms, timeline));
          for (const [path, value] of numbersIn(frame)) {
            if (!Number.isFinite(value)) throw new Error(`${path} is ${value} at ${ms} ms`);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('S3 hands out the same object for a thing about which nothing has changed', () => {
    const move: Deed = {
      kind: 'move',
      target: 'a',
      through: [point(500, 300)],
      curve: 'line',
      bend: 0,
      duration_ms: 900,
      ease: 'linear',
    };
    const model = {
      ...emptyModel,
      actors: [actor('a', 'cow', point(200, 300)), actor('b', 'box', point(900, 500))],
      actions: [action('go', at(100), move)],
    };
    const sampler = createSampler(timelineOf(model));
    const [before, after] = [sampler.frameAt(300), sampler.frameAt(316)];
    expect(after.entities[1]).toBe(before.entities[1]);
    expect(after.entities[0]).not.toBe(before.entities[0]);
    expect(after.words).toBe(before.words);
    expect(sampler.frameAt(1500).entities[0]).toBe(sampler.frameAt(1400).entities[0]);
  });

  it('S4 holds time between the start and the end of the scene', () => {
    const sampler = createSampler(timelineOf(cowOverMoon));
    expect(sampler.frameAt(-5)).toEqual(sampler.frameAt(0));
    expect(sampler.frameAt(Number.NaN)).toEqual(sampler.frameAt(0));
    expect(sampler.frameAt(1e9)).toEqual(sampler.frameAt(sampler.timeline.duration_ms));
  });

  it('S5 has nothing but finite numbers in any frame of any model', () => {
    fc.assert(
      fc.property(randomModel, mode, moments, (model, reading, times) => {
        const sampler = createSampler(timelineOf(model, reading));
        for (const ms of times) {
          for (const [path, value] of numbersIn(sampler.frameAt(ms))) {
            if (!Number.isFinite(value)) throw new Error(`${path} is ${value} at ${ms} ms`);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('S6 lists things back to front, and those of one depth in the order in which they came', () => {
    const actors = [
      actor('near', 'box', point(0, 0, 50)),
      actor('one', 'box', point(0, 0)),
      actor('two', 'box', point(0, 0)),
      actor('far', 'box', point(0, 0, -50)),
    ];
    const frame = createSampler(timelineOf({ ...emptyModel, actors })).frameAt(0);
    expect(frame.entities.map(({ id }) => id)).toEqual(['far', 'one', 'two', 'near']);
  });

  it('S7 finds words and caption by time, the end of a word not included', () => {
    const sampler = createSampler(timelineOf(cowOverMoon));
    const [first] = sampler.timeline.words;
    const active = (ms: number) =>
      sampler
        .frameAt(ms)
        .words.filter((word) => word.active)
        .map((word) => word.text);
    expect(active((first?.start_ms ?? 0) - 1)).toEqual([]);
    expect(active(first?.start_ms ?? 0)).toEqual(['The']);
    expect(active(first?.end_ms ?? 0)).toEqual([]);
    expect(sampler.frameAt(600).caption?.text).toBe('The cow jumps over the moon');
    expect(sampler.frameAt(0).caption).toBeNull();
    expect(sampler.frameAt(0).words.length).toBe(6);
  });
});
