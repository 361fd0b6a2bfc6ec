import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../compile.ts';
import { plan } from '../../plan/plan.ts';
import { randomModel } from '../../plan/random-model.ts';
import type { Timeline } from '../../plan/timeline.ts';
import { compileStrokes } from '../strokes/compile-strokes.ts';
import { strokeSchema } from '../strokes/stroke.ts';
import { toV1Patches } from '../to-v1-patches.ts';
import { toStrokes } from './to-strokes.ts';

const scenarios = new URL('../../../scenarios/', import.meta.url);
const read = (name: string, around: URL) => readFileSync(new URL(name, around), 'utf8');
const inFolder = (around: URL, ending: string): string[] => {
  try {
    return readdirSync(around).filter((name) => name.endsWith(ending));
  } catch {
    return [];
  }
};
const library = new URL('library/', scenarios);
const prefabs = Object.fromEntries(
  inFolder(library, '.scene').flatMap((file) => {
    const text = read(file, library);
    return [...text.matchAll(/^prefab\s+([\w-]+)/gm)].map(([, name = '']) => [name, text]);
  }),
);
const files = Object.fromEntries(
  ['.csv', '.json'].flatMap((ending) => inFolder(scenarios, ending)).map((name) => [name, read(name, scenarios)]),
);
const cases = inFolder(scenarios, '.scene').flatMap((name) => [
  { name, mode: '2d' as const },
  { name, mode: '3d' as const },
]);

/** There and back: the timeline of a timeline's strokes. */
function again(timeline: Timeline): Timeline {
  const { value, mode, alignment, issues } = compileStrokes(toStrokes(timeline));
  expect(issues).toEqual([]);
  return plan(value, { mode, alignment }).value;
}

describe('I11 the strokes of a timeline', () => {
  it.each(cases)('$name in $mode can be compiled, and give themselves again', ({ name, mode }) => {
    const timeline = compile(read(name, scenarios), { mode, surroundings: { prefabs, files } }).value;
    const strokes = toStrokes(timeline);
    expect(strokes.length).toBeGreaterThan(2);
    for (const stroke of strokes) expect(strokeSchema.safeParse(stroke).success).toBe(true);
    expect(toStrokes(again(timeline))).toEqual(strokes);
  });

  it('of scenario A move, write and let glitter as the script does', () => {
    const timeline = compile(read('a-cow-moon.scene', scenarios), { mode: '3d' }).value;
    const [before, after] = [timeline, again(timeline)].map((each) => toV1Patches(each));
    for (const path of ['/actors/cow', '/actors/moon', '/lyrics/words', '/fx/bouncing_ball', '/camera/motion/follow']) {
      const values = (patches = before) => patches?.filter((patch) => patch.path === path).map(({ value }) => value);
      expect(values(after), path).toEqual(values(before));
    }
    const way = (patches = before) => patches?.find(({ path }) => path === '/actors/cow/motion')?.value;
    expect(way(after)).toEqual(way(before));
  });

  it('give themselves again, whatever the scene', () => {
    fc.assert(
      fc.property(randomModel, fc.constantFrom('2d' as const, '3d' as const), (model, mode) => {
        const timeline = plan(model, { mode }).value;
        const once = again(timeline);
        // Figures of a thousandth of a pixel of one stage are not all figures of the other: the second round is exact.
        expect(toStrokes(again(once))).toEqual(toStrokes(once));
      }),
      { numRuns: 60 },
    );
  });
});
