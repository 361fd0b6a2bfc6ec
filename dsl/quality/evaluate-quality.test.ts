import { describe, expect, it } from 'vitest';
import type { Model } from '../check/model.ts';
import { action, actor, at, cowOverMoon, emptyModel, onWord, point } from '../plan/fixtures.ts';
import { plan } from '../plan/plan.ts';
import type { LyricsState, Patch, Timeline } from '../plan/timeline.ts';
import { evaluateQuality } from './evaluate-quality.ts';
import { recogniseScenario } from './recognise-scenario.ts';

const film = (model: Model, mode: '2d' | '3d' = '2d') => plan(model, { mode }).value;
const broken = (timeline: Timeline) => evaluateQuality(timeline, 'A').failures.map(({ rule }) => rule);

/** The same timeline with one kind of patch changed. */
const changed = (path: string, change: (value: never) => unknown, timeline = film(cowOverMoon)): Timeline => ({
  ...timeline,
  patches: timeline.patches.map((patch) =>
    patch.path === path && patch.op !== 'remove' ? { ...patch, value: change(patch.value as never) } : patch,
  ),
});
const also = (patch: Omit<Patch, 'origin'>): Timeline => {
  const timeline = film(cowOverMoon);
  const origin = { offset: 0, length: 0, line: 1, column: 1 };
  return { ...timeline, patches: [...timeline.patches, { ...patch, origin }].sort((a, b) => a.at_ms - b.at_ms) };
};
/** Scenario A with another way for the cow. */
const jumping = (through: readonly (readonly [number, number])[], start = onWord('line', 2)): Timeline =>
  film({
    ...cowOverMoon,
    actions: cowOverMoon.actions.map((each) =>
      each.id === 'jump' && each.deed.kind === 'move'
        ? { ...each, start, deed: { ...each.deed, through: through.map(([x, y]) => point(x, y)) } }
        : each,
    ),
  });

describe('the quality of scenario A', () => {
  it.each(['2d', '3d'] as const)('Q1 passes where all is well, in %s', (mode) => {
    const report = evaluateQuality(film(cowOverMoon, mode), 'A');
    expect(report.failures).toEqual([]);
    expect(report).toMatchObject({ ok: true, scenario: 'A', mode });
    expect(report.checks.length).toBe(mode === '3d' ? 8 : 6);
  });
  it('Q1 remarks that estimated times prove nothing about a voice', () => {
    expect(evaluateQuality(film(cowOverMoon), 'A').warnings).toHaveLength(1);
  });
  it('Q2 A.in-frame fails, and only it, when the cow lands beside the picture', () => {
    const timeline = jumping([
      [430, 300],
      [740, 110],
      [1200, 520],
    ]);
    const { failures } = evaluateQuality(timeline, 'A');
    expect(failures.map(({ rule }) => rule)).toEqual(['A.in-frame']);
    expect(failures[0]).toMatchObject({ limit: 0.5, ok: false });
    expect(failures[0]?.message).toContain('cow');
    expect(failures[0]?.figure).toBeGreaterThan(40);
  });
  it('Q3 A.over-moon fails, and only it, when the cow jumps too low', () => {
    expect(
      broken(
        jumping([
          [430, 420],
          [740, 300],
          [1080, 520],
        ]),
      ),
    ).toEqual(['A.over-moon']);
  });
  it('Q4 A.take-off fails, and only it, when the cow jumps 100 ms late', () => {
    const late = { ...onWord('line', 2), offset_ms: 100 };
    const { failures } = evaluateQuality(
      jumping(
        [
          [430, 300],
          [740, 110],
          [1080, 520],
        ],
        late,
      ),
      'A',
    );
    expect(failures.map(({ rule }) => rule)).toEqual(['A.take-off']);
    expect(failures[0]?.figure).toBeGreaterThan(100);
  });
  it('Q5 A.ball-contact fails, and only it, when a word is touched 60 ms late', () => {
    const timeline = changed('/lyrics/words', (state: LyricsState) => ({
      ...state,
      items: state.items.map((item, index) => (index === 3 ? { ...item, at_ms: item.at_ms + 60 } : item)),
    }));
    const { failures } = evaluateQuality(timeline, 'A');
    expect(failures.map(({ rule }) => rule)).toEqual(['A.ball-contact']);
    expect(failures[0]).toMatchObject({ figure: 60, limit: 40 });
  });
  it('Q5 A.ball-contact fails when there is no ball', () => {
    expect(broken(changed('/lyrics/words', (state: LyricsState) => ({ ...state, ball: false })))).toEqual([
      'A.ball-contact',
    ]);
  });
  it('Q6 A.word-order fails, and only it, when something else is written than spoken', () => {
    const timeline = changed('/lyrics/words', (state: LyricsState) => ({
      ...state,
      items: state.items.map((item, index) => (index === 1 ? { ...item, text: 'sow' } : item)),
    }));
    expect(broken(timeline)).toEqual(['A.word-order']);
  });
  it('Q7 A.smooth fails, and only it, when the moon is somewhere else from one frame to the next', () => {
    const { failures } = evaluateQuality(
      also({ at_ms: 300, op: 'replace', path: '/actors/moon/position', value: { x: 760, y: 310, z: 0 } }),
      'A',
    );
    expect(failures.map(({ rule }) => rule)).toEqual(['A.smooth']);
    expect(failures[0]?.message).toContain('moon jumps');
  });
  it('Q7 A.smooth fails when the jump breaks off in a leap to its end', () => {
    const leap = also({ at_ms: 2800, op: 'replace', path: '/actors/cow/position', value: { x: 1080, y: 520, z: 0 } });
    expect(broken(leap)).toEqual(['A.smooth']);
  });
  it('Q8 A.moonlight fails in 3D, and only it, without the light', () => {
    expect(broken(film({ ...cowOverMoon, lights: [] }, '3d'))).toEqual(['A.moonlight']);
  });
  it('Q8 A.camera-follows fails in 3D, and only it, without the camera', () => {
    const still: Model = { ...cowOverMoon, actions: cowOverMoon.actions.filter(({ deed }) => deed.kind !== 'camera') };
    expect(broken(film(still, '3d'))).toEqual(['A.camera-follows']);
  });
  it('Q9 scenario A is recognised by its cow, its moon and its sentence', () => {
    expect(recogniseScenario(film(cowOverMoon))).toBe('A');
    expect(recogniseScenario(film({ ...cowOverMoon, lines: [], lyrics: [] }))).toBeNull();
    const walk = {
      ...emptyModel,
      actors: [actor('cow', 'cow', point(0, 0))],
      actions: [action('a', at(0), { kind: 'fade', target: 'cow', to: 0, duration_ms: 1, ease: 'linear' })],
    };
    expect(recogniseScenario(film(walk))).toBeNull();
  });
});
