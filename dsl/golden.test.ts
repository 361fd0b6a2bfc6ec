import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Mode } from './check/model.ts';
import { compile } from './compile.ts';
import { evaluateQuality } from './quality/evaluate-quality.ts';

const SCENE = fileURLToPath(new URL('../scenarios/a-cow-moon.scene', import.meta.url));
const goldenOf = (mode: Mode) => fileURLToPath(new URL(`./plan/a-cow-moon.${mode}.golden.json`, import.meta.url));
const print = (mode: Mode): string =>
  `${JSON.stringify(compile(readFileSync(SCENE, 'utf8'), { mode }).value, null, 1)}\n`;

/** Compiles in a Node process of its own, so that nothing is shared with this one. */
function printElsewhere(mode: Mode): string {
  const program = `
    import { readFileSync } from 'node:fs';
    import { compile } from ${JSON.stringify(new URL('./compile.ts', import.meta.url).href)};
    const { value } = compile(readFileSync(${JSON.stringify(SCENE)}, 'utf8'), { mode: '${mode}' });
    process.stdout.write(JSON.stringify(value, null, 1) + '\\n');`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
}

describe.each(['2d', '3d'] as const)('scenario A in %s', (mode) => {
  it('P17 is the stored timeline, byte for byte (UPDATE=1 stores it anew)', () => {
    const timeline = print(mode);
    if (process.env.UPDATE === '1') writeFileSync(goldenOf(mode), timeline);
    expect(timeline).toBe(readFileSync(goldenOf(mode), 'utf8'));
  });
  it('P17 is the same in another process', () => {
    expect(printElsewhere(mode)).toBe(print(mode));
  });
  it('Q1 keeps every rule of its quality', () => {
    const { failures } = evaluateQuality(compile(readFileSync(SCENE, 'utf8'), { mode }).value, 'A');
    expect(failures).toEqual([]);
  });
});
