import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Alignment, analyse, compile, estimateLine, evaluateQuality, type Mode } from '../dsl/index.ts';

const text = readFileSync(new URL('./a-cow-moon.scene', import.meta.url), 'utf8');
const model = analyse(text);

/** A voice that takes `factor` times as long as the estimate. */
function voice(factor: number): Alignment {
  const lines = model.value.lines.map(({ id, text: spoken }) => {
    const { duration_ms, words } = estimateLine(spoken);
    const slow = (ms: number) => Math.round(ms * factor);
    const timed = words.map(({ start_ms, end_ms }) => ({ start_ms: slow(start_ms), end_ms: slow(end_ms) }));
    return [id, { quality: 'measured', duration_ms: slow(duration_ms), words: timed }] as const;
  });
  return { lines: Object.fromEntries(lines) };
}

const readings: Mode[] = ['2d', '3d'];
const voices = [0.7, 1, 1.5];

describe('scenario A, the cow and the moon', () => {
  it('has no fault', () => {
    expect(model.diagnostics).toEqual([]);
    expect(model.value.lines[0]?.text).toBe('The cow jumps over the moon');
  });

  it.each(readings.flatMap((mode) => voices.map((factor) => ({ mode, factor }))))(
    'keeps its rules in $mode with a voice that takes $factor of the usual time',
    ({ mode, factor }) => {
      const { value, diagnostics } = compile(text, { mode, alignment: voice(factor) });
      expect(diagnostics).toEqual([]);
      const report = evaluateQuality(value, 'A');
      expect(report.failures).toEqual([]);
      expect(report).toMatchObject({ ok: true, warnings: [] });
    },
  );
});
