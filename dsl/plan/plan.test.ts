import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deed, LyricsDecl, Model, Vec3 } from '../check/model.ts';
import { canonicalJson } from './canonical-json.ts';
import { action, actor, afterAction, at, cowOverMoon, emptyModel, NOWHERE, point } from './fixtures.ts';
import { MAX_NESTING } from './ledger.ts';
import { nestingOf } from './motion.ts';
import { plan } from './plan.ts';
import { randomModel } from './random-model.ts';
import type { Animated, EnvironmentState, LyricsState, Motion, Patch } from './timeline.ts';
import { parseTimeline } from './timeline-schema.ts';

const move = (target: string, x: number, duration_ms: number): Deed => ({
  kind: 'move',
  target,
  through: [point(x, 100)],
  curve: 'line',
  bend: 0,
  duration_ms,
  ease: 'linear',
});
const stage: Model = {
  ...emptyModel,
  actors: [actor('cow', 'cow', point(100, 100)), actor('moon', 'moon', point(900, 300))],
};
const patchesOf = (model: Model, path: string): Patch[] =>
  plan(model, { mode: '2d' }).value.patches.filter((patch) => patch.path === path);

/** What the first patch at `path` carries. */
function valueAt<T>(model: Model, path: string): T {
  const patch = patchesOf(model, path)[0];
  if (!patch) throw new Error(`no patch at ${path}`);
  return patch.value as T;
}

describe('plan', () => {
  it('P1 leaves out what belongs only to the other reading', () => {
    const paths = (mode: '2d' | '3d') => plan(cowOverMoon, { mode }).value.patches.map(({ path }) => path);
    expect(paths('2d')).not.toContain('/lights/moonlight');
    expect(paths('3d')).toContain('/lights/moonlight');
    expect(plan(cowOverMoon, { mode: '2d' }).value.needs).not.toContain('material:rim-glow');
  });

  it('P1 leaves out, with a remark, what happens to a thing of the other reading', () => {
    const model = {
      ...stage,
      actors: [actor('cow', 'cow', point(0, 0), { only: '3d' })],
      actions: [action('go', at(0), move('cow', 5, 10))],
    };
    expect(plan(model, { mode: '2d' }).diagnostics.map(({ code }) => code)).toEqual(['dsl/plan-missing-thing']);
  });

  it('P5 uses the times a voice measured, and estimates where they do not fit the words', () => {
    const words = [0, 1, 2, 3, 4, 5].map((index) => ({ start_ms: index * 100, end_ms: index * 100 + 90 }));
    const line = { quality: 'measured' as const, duration_ms: 700, words };
    const good = plan(cowOverMoon, { mode: '2d', alignment: { lines: { line } } });
    expect(good.value.alignment).toBe('measured');
    expect(good.value.words.map(({ start_ms }) => start_ms)).toEqual([500, 600, 700, 800, 900, 1000]);
    const bad = plan(cowOverMoon, { mode: '2d', alignment: { lines: { line: { ...line, words: words.slice(1) } } } });
    expect(bad.value.alignment).toBe('estimated');
    expect(bad.diagnostics.map(({ code }) => code)).toEqual(['dsl/plan-alignment-mismatch']);
  });

  it('P8 opens with one patch for each thing', () => {
    const opening = plan(cowOverMoon, { mode: '3d' }).value.patches.filter(
      ({ at_ms, op }) => at_ms === 0 && op === 'add',
    );
    expect(opening.map(({ path }) => path)).toEqual([
      '/render',
      '/environment',
      '/camera',
      '/materials/silver',
      '/actors/cow',
      '/actors/moon',
      '/lights/moonlight',
      '/lyrics/words',
    ]);
  });

  it('P9 lets a motion start from a literal when the one before has ended, else from that motion', () => {
    const apart = {
      ...stage,
      actions: [action('a', at(0), move('cow', 300, 1000)), action('b', afterAction('a'), move('cow', 500, 1000))],
    };
    const overlapping = {
      ...stage,
      actions: [action('a', at(0), move('cow', 300, 1000)), action('b', at(500), move('cow', 500, 1000))],
    };
    const from = (model: Model) =>
      patchesOf(model, '/actors/cow/position').map(({ value }) => (value as { from: unknown }).from);
    expect(from(apart)[1]).toEqual({ x: 300, y: 100, z: 0 });
    expect(from(overlapping)[1]).toEqual(patchesOf(overlapping, '/actors/cow/position')[0]?.value);
  });

  it('P10 nests only so deep, and says so', () => {
    const actions = Array.from({ length: 40 }, (_, index) => action(`m${index}`, at(index), move('cow', index, 5000)));
    const { value, diagnostics } = plan({ ...stage, actions }, { mode: '2d' });
    const depths = value.patches
      .filter(({ path }) => path.endsWith('/position'))
      .map((patch) => nestingOf(patch.value as Animated<unknown>));
    expect(Math.max(...depths)).toBe(MAX_NESTING);
    expect(diagnostics.map(({ code }) => code)).toContain('dsl/plan-motions-piled-up');
  });

  it('P11 resolves a place beside a thing to where that stands, or will come to rest', () => {
    const above: Deed = {
      ...move('cow', 0, 500),
      through: [{ kind: 'relative', of: 'moon', relation: 'above', offset: { x: 0, y: -5, z: 0 } }],
    } as Deed;
    const model = { ...stage, actions: [action('m', at(0), move('moon', 600, 2000)), action('c', at(100), above)] };
    const through = valueAt<{ through: unknown[] }>(model, '/actors/cow/position').through;
    expect(through).toEqual([{ x: 600, y: 100 - (150 + 180) / 2 - 12 - 5, z: 0 }]);
  });

  it('P11 places actors beside each other in whatever order they are declared', () => {
    const on = (of: string) => ({
      kind: 'relative' as const,
      of,
      relation: 'right-of' as const,
      offset: { x: 0, y: 0, z: 0 },
    });
    const model = {
      ...emptyModel,
      actors: [actor('c', 'box', on('b')), actor('b', 'box', on('a')), actor('a', 'box', point(100, 400))],
    };
    const x = (id: string) => valueAt<{ position: { x: number } }>(model, `/actors/${id}`).position.x;
    expect([x('a'), x('b'), x('c')]).toEqual([100, 252, 404]);
  });

  it('P12 keeps the order of the script where times are equal', () => {
    const model = { ...stage, actions: [action('z', at(5), move('cow', 1, 0)), action('a', at(5), move('cow', 2, 0))] };
    expect(patchesOf(model, '/actors/cow/position').map(({ value }) => (value as { x: number }).x)).toEqual([1, 2]);
  });

  it('P13 lets a mood wait until the one before has settled', () => {
    const shift = (preset: string): Deed => ({ kind: 'environment', preset, duration_ms: 1000, ease: 'linear' });
    const model = { ...stage, actions: [action('a', at(0), shift('space')), action('b', at(400), shift('day-sea'))] };
    const moods = patchesOf(model, '/environment/mood').map(({ value }) => value as EnvironmentState['mood']);
    expect(moods.map(({ from, to, start_ms, duration_ms }) => [from, to, start_ms, duration_ms])).toEqual([
      ['night-meadow', 'space', 0, 1000],
      ['space', 'day-sea', 1000, 400],
    ]);
  });

  it('P14 pushes in without showing what is beside the stage or cutting the things near its target', () => {
    const focus = valueAt<Motion<Vec3>>(cowOverMoon, '/camera/focus').through[0];
    expect(valueAt<Motion<number>>(cowOverMoon, '/camera/zoom').through).toEqual([1.25]);
    const { x, y } = focus ?? { x: 0, y: 0 };
    expect(x + 640 / 1.25).toBeLessThanOrEqual(1280);
    expect(x + 640 / 1.25).toBeGreaterThanOrEqual(1080 + 130);
    expect(y + 360 / 1.25).toBeGreaterThanOrEqual(520 + 90);
  });

  it('P15 takes an emission away after its last particle, unless the scene is over by then', () => {
    const emit: Deed = {
      kind: 'emit',
      fx: 'dust',
      within: null,
      from: point(0, 0),
      duration_ms: 100,
      count: 3,
      color: null,
    };
    const model = {
      ...stage,
      length_ms: 5000,
      actions: [action('early', at(0), emit), action('late', at(4500), emit)],
    };
    expect(patchesOf(model, '/fx/early').map(({ op, at_ms }) => [op, at_ms])).toEqual([
      ['add', 0],
      ['remove', 1000],
    ]);
    expect(patchesOf(model, '/fx/late').map(({ op }) => op)).toEqual(['add']);
  });

  it('P25 takes a written line away when the next one comes to its place, never before its own last word', () => {
    const second = {
      ...cowOverMoon.lines[0],
      id: 'more',
      start: at(2700),
      text: 'What a jump',
      only: null,
      span: NOWHERE,
      voice: null,
    };
    const also = { ...cowOverMoon.lyrics[0], id: 'words-2', line: 'more' } as LyricsDecl;
    const model = { ...cowOverMoon, lines: [...cowOverMoon.lines, second], lyrics: [...cowOverMoon.lyrics, also] };
    const [one, two] = ['/lyrics/words', '/lyrics/words-2'].map((path) => valueAt<LyricsState>(model, path));
    expect(one?.hidden_ms).toBe(two?.shown_ms);
    expect(one?.hidden_ms).toBeGreaterThanOrEqual(one?.items.at(-1)?.end_ms ?? 0);
    expect(two?.shown_ms).toBeLessThanOrEqual(two?.items[0]?.at_ms ?? 0);
  });

  it('P16 lists what a renderer must be able to do, sorted', () => {
    expect(plan(cowOverMoon, { mode: '3d' }).value.needs).toEqual([
      'actor:cow',
      'actor:moon',
      'environment:meadow',
      'fx:sparkles',
      'lyrics',
      'material:rim-glow',
    ]);
  });

  it('P17 gives equal models equal bytes and hashes, and another seed another hash', () => {
    const [one, two] = [
      plan(cowOverMoon, { mode: '3d' }).value,
      plan(structuredClone(cowOverMoon), { mode: '3d' }).value,
    ];
    expect(canonicalJson(one)).toBe(canonicalJson(two));
    expect(plan({ ...cowOverMoon, seed: 8 }, { mode: '3d' }).value.hash).not.toBe(one.hash);
  });

  it('P18 P22 writes whole milliseconds and plain numbers, and only what its own schema accepts, for any model', () => {
    fc.assert(
      fc.property(randomModel, fc.constantFrom('2d' as const, '3d' as const), (model, mode) => {
        const { value } = plan(model, { mode });
        const text = JSON.stringify(value);
        expect(text).not.toMatch(/-0[,}\]]|e-\d/);
        const parsed = parseTimeline(JSON.parse(text));
        expect(parsed.ok ? [] : parsed.issues).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
