import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyState } from './empty-state.ts';
import { apply, invert } from './patch.ts';
import { perform } from './perform.ts';
import { plan } from './plan.ts';
import { randomHappenings } from './random-deeds.ts';
import { randomModel } from './random-model.ts';
import { round3 } from './rounding.ts';
import { squash } from './squash.ts';
import type { SceneState, Timeline } from './timeline.ts';

const played = fc
  .tuple(randomModel, randomHappenings, fc.constantFrom('2d' as const, '3d' as const))
  .map(([model, done, mode]) => perform(plan(model, { mode }).value, done));

/** Every number anywhere in a value, with its path. */
function* numbersIn(value: unknown, path = ''): Generator<readonly [string, number]> {
  if (typeof value === 'number') yield [path, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) yield* numbersIn(member, `${path}/${key}`);
  }
}

function folded({ patches, mode, stage }: Timeline): SceneState {
  return patches.reduce(
    (state, patch) => {
      const applied = apply(state, patch);
      if (!applied.ok) throw new Error(`${patch.path}: ${applied.message}`);
      return applied.value;
    },
    emptyState(mode, stage),
  );
}

describe('whatever is planned and performed', () => {
  it('P18 has whole times and at most three decimals', () => {
    fc.assert(
      fc.property(played, ({ patches, machines }) => {
        for (const [path, value] of numbersIn({ patches, machines })) {
          if (!Object.is(value, round3(value))) throw new Error(`${path} is ${value}`);
          if (/_ms$/.test(path) && !Number.isInteger(value)) throw new Error(`${path} is ${value}`);
        }
      }),
      { numRuns: 100 },
    );
  });
  it('P19 can be taken back patch by patch', () => {
    fc.assert(
      fc.property(played, (timeline) => {
        let state = emptyState(timeline.mode, timeline.stage);
        for (const patch of timeline.patches) {
          const back = invert(state, patch);
          const after = apply(state, patch);
          if (!after.ok || !back.ok) throw new Error(`${patch.path} does not fit`);
          expect(apply(after.value, back.value)).toEqual({ ok: true, value: state });
          state = after.value;
        }
      }),
      { numRuns: 40 },
    );
  });
  it('P20 comes to the same when it is squashed', () => {
    fc.assert(
      fc.property(played, (timeline) => {
        const fewer = squash(timeline.patches);
        expect(fewer.length).toBeLessThanOrEqual(timeline.patches.length);
        const state = fewer.reduce(
          (before, patch) => {
            const applied = apply(before, patch);
            if (!applied.ok) throw new Error(`${patch.path}: ${applied.message}`);
            return applied.value;
          },
          emptyState(timeline.mode, timeline.stage),
        );
        expect(JSON.stringify(state)).toBe(JSON.stringify(folded(timeline)));
      }),
      { numRuns: 60 },
    );
  });
});
