import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExportFault } from './export-fault.ts';
import { planFilm } from './film-plan.ts';

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof ExportFault) return error.code;
    throw error;
  }
  return 'none';
};

describe('the frames of a film', () => {
  it('are as many as begin before its end', () => {
    expect(planFilm(2000, { fps: 30, from_ms: 0, to_ms: 2000 }).frames).toBe(60);
    expect(planFilm(2000, { fps: 30, from_ms: 0, to_ms: 1001 }).frames).toBe(31);
    expect(planFilm(2000, { fps: 24, from_ms: 500, to_ms: 99_000 })).toMatchObject({ to_ms: 2000, frames: 36 });
  });

  it('lie in stretches that follow each other without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 60_000 }), (fps, duration) => {
        const { frames, segments } = planFilm(duration, { fps, from_ms: 0, to_ms: duration });
        let next = 0;
        for (const { first, count } of segments) {
          expect(first).toBe(next);
          expect(count).toBeGreaterThan(0);
          next += count;
        }
        expect(next).toBe(frames);
        expect(new Set(segments.map(({ name }) => name)).size).toBe(segments.length);
      }),
    );
  });

  it('of an empty scene, an empty stretch or a day are refused, each by its code', () => {
    expect(codeOf(() => planFilm(0, { fps: 30, from_ms: 0, to_ms: 0 }))).toBe('export/empty-scene');
    expect(codeOf(() => planFilm(1000, { fps: 30, from_ms: 1000, to_ms: 2000 }))).toBe('export/empty-span');
    expect(codeOf(() => planFilm(86_400_000, { fps: 60, from_ms: 0, to_ms: 86_400_000 }))).toBe('export/too-long');
  });
});
