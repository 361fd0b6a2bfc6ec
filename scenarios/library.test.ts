import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse, compile, prefabsOf, read } from '../dsl/index.ts';

const FOLDER = join(import.meta.dirname, 'library');
const names = readdirSync(FOLDER).map((file) => basename(file, '.scene'));
const prefabs = Object.fromEntries(
  names.map((name) => [name, readFileSync(join(FOLDER, `${name}.scene`), 'utf8')] as const),
);
const using = (name: string) => `scene "Library" {\n  use ${name} as it at (640, 420)\n}\n`;

describe('the library', () => {
  it.each(names)('C33 %s compiles in both readings as it is, and says in a comment what it is', (name) => {
    expect(prefabs[name]).toMatch(/^\/\/ \p{Lu}.+\.\nprefab /u);
    for (const mode of ['2d', '3d'] as const) {
      const { value, diagnostics } = compile(using(name), { mode, surroundings: { prefabs } });
      expect(diagnostics).toEqual([]);
      expect(value.patches.some(({ path }) => path === '/groups/it')).toBe(true);
      expect(value.patches.some(({ path }) => path.startsWith('/actors/it.') || path.startsWith('/texts/it.'))).toBe(
        true,
      );
    }
  });

  it.each(names)('C33 %s can be set', (name) => {
    const params = Array.from((prefabs[name] ?? '').matchAll(/^ {2}param ([\w-]+) be (.+)$/gm));
    expect(params.length).toBeGreaterThan(0);
    const set = params.map(([, param, value]) => `${param} ${value}`).join('  ');
    const script = `scene "Library" { use ${name} as it at center scale 0.5 { ${set} } }`;
    expect(analyse(script, { prefabs }).diagnostics).toEqual([]);
    expect(prefabsOf(read(script).value)).toEqual([name]);
  });
});
