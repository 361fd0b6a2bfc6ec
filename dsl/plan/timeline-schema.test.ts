import { describe, expect, it } from 'vitest';
import { cowOverMoon } from './fixtures.ts';
import { plan } from './plan.ts';
import type { Patch } from './timeline.ts';
import { parseTimeline } from './timeline-schema.ts';

const good = plan(cowOverMoon, { mode: '3d' }).value;
const origin = { offset: 0, length: 0, line: 1, column: 1 };
const withPatch = (patch: Omit<Patch, 'origin' | 'at_ms'>, at_ms = 99_999) => ({
  ...good,
  patches: [...good.patches, { ...patch, at_ms, origin }],
});
const spiral = { start_ms: 0, duration_ms: 5, ease: 'linear', curve: 'spiral', from: 0, through: [1] };
const change = (path: string, through: readonly unknown[]) => ({
  at_ms: 0,
  op: 'change',
  path,
  motion: { duration_ms: 100, ease: 'linear', curve: 'line', through, relative: false },
  origin,
});
const withMachine = (changes: readonly unknown[], to = 'on') => ({
  ...good,
  machines: [
    {
      id: 'm',
      states: [{ name: 'on', duration_ms: 100, changes }],
      transitions: [{ trigger: { kind: 'key', key: 'r' }, from: null, to }],
    },
  ],
});
const pathsOf = (json: unknown) => {
  const parsed = parseTimeline(json);
  return parsed.ok ? [] : parsed.issues.map(({ path }) => path.replace(/^patches\[\d+\]\.?/, ''));
};

describe('parseTimeline', () => {
  it('P22 accepts what plan writes', () => {
    expect(parseTimeline(JSON.parse(JSON.stringify(good)))).toEqual({ ok: true, value: good });
  });
  it.each([
    ['a value of the wrong shape', withPatch({ op: 'replace', path: '/actors/cow/position', value: 5 }), 'value'],
    ['a number too large to compute with', withPatch({ op: 'replace', path: '/camera/zoom', value: 1e300 }), 'value'],
    ['a place that no scene has', withPatch({ op: 'add', path: '/actors/cow/wings', value: 2 }), 'path'],
    ['a way into a prototype', withPatch({ op: 'add', path: '/actors/__proto__', value: {} }), 'path'],
    ['the removal of what must be there', withPatch({ op: 'remove', path: '/camera' }), 'path'],
    ['a name made of digits', withPatch({ op: 'remove', path: '/actors/7' }), 'path'],
    ['patches out of order', withPatch({ op: 'remove', path: '/actors/cow' }, 0), 'at_ms'],
    ['a colour that is a number', withPatch({ op: 'add', path: '/actors/cow/colors/body', value: 3 }), 'value'],
    ['a way that nobody knows', withPatch({ op: 'replace', path: '/camera/focus', value: spiral }), 'value'],
    ['the removal of a property', withPatch({ op: 'remove', path: '/actors/cow/position' }), 'path'],
    [
      'a machine without states',
      { ...good, machines: [{ id: 'm', states: [], transitions: [] }] },
      'machines[0].states',
    ],
    ['a way to a state that is not there', withMachine([], 'gone'), 'machines[0].transitions[0]'],
    [
      'a change of what no scene has',
      withMachine([change('/actors/cow/wings', [1])]),
      'machines[0].states[0].changes[0].path',
    ],
    [
      'a change to something of another shape',
      withMachine([change('/actors/cow/scale', ['big'])]),
      'machines[0].states[0].changes[0].value',
    ],
    ['another version', { ...good, version: 'timeline/9' }, 'version'],
  ])('P22 refuses %s', (_, json, path) => {
    expect(pathsOf(json)).toEqual([path]);
  });
  it('P22 refuses motions nested without end, without failing', () => {
    let from: unknown = { x: 0, y: 0, z: 0 };
    for (let depth = 0; depth < 50_000; depth += 1) from = { from };
    expect(pathsOf(withPatch({ op: 'replace', path: '/actors/cow/position', value: from }))).toEqual(['']);
  });
});
