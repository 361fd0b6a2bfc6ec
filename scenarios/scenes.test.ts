import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Alignment,
  analyse,
  compile,
  estimateLine,
  evaluateQuality,
  format,
  type Mode,
  type Scenario,
} from '../dsl/index.ts';
import { type Scene, sceneNamed, scenes } from './fixtures/scenes.ts';

const MODES: readonly Mode[] = ['2d', '3d'];
const GOLDEN = new URL('timelines.golden.json', import.meta.url);
const CERTIFIED: readonly (readonly [Scenario, string])[] = [
  ['A', 'a-cow-moon'],
  ['B', 'b-day-night'],
  ['C', 'c-market-growth'],
  ['D', 'd-fish-bowl'],
];

const timelineOf = ({ text, surroundings }: Scene, mode: Mode, alignment: Alignment | null = null) =>
  compile(text, { mode, alignment, surroundings }).value;

const hashes = (): Record<string, string> =>
  Object.fromEntries(
    scenes.flatMap((scene) => MODES.map((mode) => [`${scene.name} ${mode}`, timelineOf(scene, mode).hash])),
  );

/** A voice that takes `factor` times as long as the estimate. */
function voice({ text, surroundings }: Scene, factor: number): Alignment {
  const lines = analyse(text, surroundings).value.lines.map(({ id, text: spoken }) => {
    const { duration_ms, words } = estimateLine(spoken);
    const slow = (ms: number) => Math.round(ms * factor);
    const timed = words.map(({ start_ms, end_ms }) => ({ start_ms: slow(start_ms), end_ms: slow(end_ms) }));
    return [id, { quality: 'measured', duration_ms: slow(duration_ms), words: timed }] as const;
  });
  return { lines: Object.fromEntries(lines) };
}

/** The same hashes from a process of its own, with another language, alphabet and time zone. */
function hashesElsewhere(locale: string, zone: string): unknown {
  const program = `
    import { compile } from ${JSON.stringify(new URL('../dsl/index.ts', import.meta.url).href)};
    import { scenes } from ${JSON.stringify(new URL('./fixtures/scenes.ts', import.meta.url).href)};
    const found = {};
    for (const { name, text, surroundings } of scenes) {
      for (const mode of ['2d', '3d']) found[name + ' ' + mode] = compile(text, { mode, surroundings }).value.hash;
    }
    process.stdout.write(JSON.stringify({ locale: new Intl.NumberFormat().resolvedOptions().locale, found }));`;
  const env = { ...process.env, LC_ALL: locale, LANG: locale, TZ: zone };
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', env }));
}

describe.each(scenes)('$name', (scene) => {
  it('has no fault, and stands as the formatter would write it', () => {
    expect(analyse(scene.text, scene.surroundings).diagnostics).toEqual([]);
    expect(format(scene.text)).toBe(scene.text);
  });
  it.each(MODES)('plays in %s without a remark', (mode) => {
    const { value, diagnostics } = compile(scene.text, { mode, surroundings: scene.surroundings });
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(value.duration_ms).toBeGreaterThan(5000);
    expect(value.lines.length).toBeGreaterThan(0);
  });
});

describe.each(CERTIFIED)('scenario %s, %s', (scenario, name) => {
  const scene = sceneNamed(name);
  it.each(MODES.flatMap((mode) => [0.75, 1, 1.4].map((factor) => ({ mode, factor }))))(
    'keeps its rules in $mode with a voice that takes $factor of the usual time',
    ({ mode, factor }) => {
      const report = evaluateQuality(timelineOf(scene, mode, voice(scene, factor)), scenario);
      expect(report.failures).toEqual([]);
      expect(report.ok).toBe(true);
    },
  );
});

describe('the timelines', () => {
  it('are the stored ones (UPDATE=1 stores them anew)', () => {
    const now = hashes();
    if (process.env.UPDATE === '1') writeFileSync(GOLDEN, `${JSON.stringify(now, null, 2)}\n`);
    expect(now).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
  });
  it.each([
    ['tr_TR.UTF-8', 'Pacific/Apia', 'tr-TR'],
    ['ar_EG.UTF-8', 'Asia/Kathmandu', 'ar-EG'],
  ])('are the same in the locale %s and the time zone %s', (locale, zone, known) => {
    expect(hashesElsewhere(locale, zone)).toEqual({ locale: known, found: hashes() });
  });
});
