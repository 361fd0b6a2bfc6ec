import { describe, expect, it } from 'vitest';
import type { Action, Model } from '../check/model.ts';
import { action, afterAction, at, cowOverMoon, emptyModel, onWord } from './fixtures.ts';
import { BREATH_MS, resolveMoments } from './moments.ts';

const wait = (id: string, start: Action['start'], duration_ms = 100): Action =>
  action(id, start, { kind: 'environment', preset: 'space', duration_ms, ease: 'linear' });
const withActions = (...actions: Action[]): Model => ({ ...emptyModel, actions });
const timings = new Map([
  [
    'line',
    {
      quality: 'measured' as const,
      duration_ms: 700,
      words: [
        { start_ms: 10, end_ms: 200 },
        { start_ms: 250, end_ms: 600 },
      ],
    },
  ],
]);
const spoken: Model = { ...emptyModel, lines: cowOverMoon.lines };

describe('moments', () => {
  it('P2 counts from the scene, from words and lines, from what came before and from beats, in whole milliseconds', () => {
    const model: Model = {
      ...spoken,
      beats: [{ id: 'drop', only: null, span: { offset: 0, length: 0, line: 1, column: 1 }, at: at(40.4) }],
      actions: [
        wait('word', onWord('line', 1)),
        wait('line-end', { anchor: { kind: 'line', line: 'line', edge: 'end' }, offset_ms: 5 }),
        wait('chained', afterAction('word', 7.3)),
        wait('beat', { anchor: { kind: 'beat', beat: 'drop' }, offset_ms: 0 }),
        wait('latest', { anchor: { kind: 'latest', of: [afterAction('word'), onWord('line', 0)] }, offset_ms: 1 }),
      ],
    };
    const { actions } = resolveMoments(model, timings);
    expect(Object.fromEntries(actions)).toEqual({ word: 750, 'line-end': 1205, chained: 857, beat: 40, latest: 851 });
  });

  it('P2 lets nothing begin before the scene', () => {
    expect(resolveMoments(withActions(wait('early', at(-300))), new Map()).actions.get('early')).toBe(0);
  });

  it('P3 settles a chain of 50,000 that was written back to front', () => {
    const count = 50_000;
    const chain = Array.from({ length: count }, (_, index) =>
      wait(`n${index}`, index === count - 1 ? at(0) : afterAction(`n${index + 1}`), 1),
    );
    expect(resolveMoments(withActions(...chain), new Map()).actions.get('n0')).toBe(count - 1);
  });

  it('P4 reports a circle of waiting once, names it, and gives its members times', () => {
    const { actions, diagnostics } = resolveMoments(
      withActions(
        wait('a', afterAction('b')),
        wait('b', afterAction('c')),
        wait('c', afterAction('a')),
        wait('d', afterAction('a')),
      ),
      new Map(),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['dsl/plan-cycle']);
    expect(diagnostics[0]?.message).toContain('a → b → c → a');
    expect([...actions.keys()].sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('P4 reports an event that waits for itself', () => {
    const { diagnostics } = resolveMoments(withActions(wait('a', afterAction('a'))), new Map());
    expect(diagnostics.map(({ code }) => code)).toEqual(['dsl/plan-cycle']);
  });

  it('P5 says so when something waits for what this reading does not have', () => {
    const { actions, diagnostics } = resolveMoments(withActions(wait('a', afterAction('gone'))), new Map());
    expect(diagnostics.map(({ code }) => code)).toEqual(['dsl/plan-missing-moment']);
    expect(actions.get('a')).toBe(0);
  });

  it('P6 ends the scene a breath after the latest event, or where its author says', () => {
    const model = withActions(wait('a', at(1000), 500));
    expect(resolveMoments(model, new Map()).end_ms).toBe(1500 + BREATH_MS);
    expect(resolveMoments({ ...model, length_ms: 9000 }, new Map()).end_ms).toBe(9000);
  });

  it('P6 places what counts back from the end without moving the end', () => {
    const fromEnd = wait('b', { anchor: { kind: 'scene', edge: 'end' }, offset_ms: -2000 }, 5000);
    const { actions, end_ms } = resolveMoments(
      withActions(wait('a', at(3000)), fromEnd, wait('c', afterAction('b'))),
      new Map(),
    );
    expect(end_ms).toBe(3100 + BREATH_MS);
    expect(actions.get('b')).toBe(end_ms - 2000);
    expect(actions.get('c')).toBe(end_ms + 3000);
  });
});
