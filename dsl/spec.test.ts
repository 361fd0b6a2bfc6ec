import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const HOUSE = join(import.meta.dirname, '..');

const tests = ['dsl', 'scenarios']
  .flatMap((folder) =>
    readdirSync(join(HOUSE, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith('.test.ts') && !file.endsWith('spec.test.ts'));

/** Ids at the beginning of test names: `it('C6 matches …')`, `it('P1, P2 …')`. */
function idsInNames(source: string): string[] {
  const names = source.matchAll(/\b(?:it|test|describe)\b[^'"`\n]*\(\s*['"`]((?:[A-Z]\d+,? )+)/g);
  return Array.from(names, ([, ids = '']) => ids.match(/[A-Z]\d+/g) ?? []).flat();
}

const tested = new Set(tests.flatMap((file) => idsInNames(readFileSync(join(HOUSE, file), 'utf8'))));
const spec = readFileSync(join(HOUSE, 'dsl/SPEC.md'), 'utf8');
const promised = new Set(Array.from(spec.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm), ([, id = '']) => id));
const families = new Set([...promised].map((id) => id[0]));

describe('the numbered rules', () => {
  it('all stand in the name of a test', () => {
    expect([...promised].filter((id) => !tested.has(id))).toEqual([]);
  });

  it('are the only ones that tests name', () => {
    expect([...tested].filter((id) => families.has(id[0]) && !promised.has(id))).toEqual([]);
  });

  it('are numbered once each', () => {
    expect(promised.size).toBe(spec.match(/^- \*\*[A-Z]\d+\*\*/gm)?.length);
  });
});
