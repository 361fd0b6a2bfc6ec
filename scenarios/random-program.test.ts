import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, compile, createSampler, format, parseTimeline, perform, type Trigger } from '../dsl/index.ts';
import { randomProgram } from './fixtures/random-program.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const trigger = fc.constantFrom<Trigger>({ kind: 'click', target: 'a0' }, { kind: 'key', key: 'r' });
const mode = fc.constantFrom('2d' as const, '3d' as const);

function expectFinite(value: unknown): void {
  JSON.stringify(value, (key, inner: unknown) => {
    if (typeof inner === 'number' && !Number.isFinite(inner)) throw new Error(`${key} is ${inner}`);
    return inner;
  });
}

describe('random programs without a fault', () => {
  it('are understood without an error', () => {
    fc.assert(
      fc.property(randomProgram, (text) => {
        expect(analyse(text).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
    );
  });
  it('compile to a timeline that any player takes, and sample to numbers at any time', () => {
    fc.assert(
      fc.property(randomProgram, mode, fc.array(share, { minLength: 3, maxLength: 3 }), (text, reading, shares) => {
        const { value } = compile(text, { mode: reading });
        expect(parseTimeline(JSON.parse(JSON.stringify(value)))).toMatchObject({ ok: true });
        const sampler = createSampler(value);
        for (const at of shares) expectFinite(sampler.frameAt(value.duration_ms * at));
      }),
    );
  });
  it('keep their timeline, but for places in the text, through the formatter, which changes nothing twice', () => {
    const story = (text: string, reading: '2d' | '3d') =>
      JSON.stringify(compile(text, { mode: reading }).value, (key, inner: unknown) =>
        key === 'origin' || key === 'hash' ? undefined : inner,
      );
    fc.assert(
      fc.property(randomProgram, mode, (text, reading) => {
        const formatted = format(text);
        expect(format(formatted)).toBe(formatted);
        expect(story(formatted, reading)).toBe(story(text, reading));
      }),
    );
  });
  it('go on whatever viewers do, and sample to numbers then too', () => {
    fc.assert(
      fc.property(randomProgram, fc.array(fc.tuple(share, trigger), { maxLength: 6 }), share, (text, doings, at) => {
        const { value } = compile(text, { mode: '2d' });
        const happenings = doings.map(([when, what]) => ({
          at_ms: Math.round(when * value.duration_ms),
          trigger: what,
        }));
        const played = perform(value, happenings);
        expect(parseTimeline(JSON.parse(JSON.stringify(played)))).toMatchObject({ ok: true });
        expectFinite(createSampler(played).frameAt(played.duration_ms * at));
      }),
    );
  });
});
