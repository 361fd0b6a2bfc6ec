import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTOR_KINDS, analyse, CATALOGUE, EFFECTS, ENVIRONMENTS, MATERIAL_RECIPES } from './index.ts';

const FILE = new URL('../docs/language.md', import.meta.url);
const CODES = '### All codes\n\n';

/** The table of codes as the guide must have it; `UPDATE=1` writes it. */
const codes = Object.entries(CATALOGUE).map(
  ([code, { severity, explanation }]) => `| \`${code}\` | ${severity} | ${explanation} |`,
);
const table = ['| code | severity | what it means |', '|---|---|---|', ...codes, ''].join('\n');

const kept = readFileSync(FILE, 'utf8');
const prose = kept.slice(0, kept.indexOf(CODES) + CODES.length);
if (process.env.UPDATE) writeFileSync(FILE, prose + table);
const guide = readFileSync(FILE, 'utf8');

const examples = Array.from(guide.matchAll(/```scene\n([\s\S]*?)```/g), ([, text = '']) => text);
const listed = (mark: string) => {
  const [line = ''] = guide
    .slice(guide.indexOf(`<!-- ${mark} -->`))
    .split('\n')
    .slice(1);
  return line.replace(/\([^)]*\)/g, '').match(/(?<=`)[a-z-]+(?=`)/g);
};

describe('the guide to the language', () => {
  it.each(examples)('C17 has examples without a fault: %#', (text) => {
    expect(analyse(text).diagnostics).toEqual([]);
  });

  it('C17 lists the whole vocabulary', () => {
    expect(examples.length).toBeGreaterThan(2);
    expect(listed('kinds')).toEqual(Object.keys(ACTOR_KINDS));
    expect(listed('environments')).toEqual(Object.keys(ENVIRONMENTS));
    expect(listed('effects')).toEqual(Object.keys(EFFECTS));
    expect(listed('recipes')).toEqual(Object.keys(MATERIAL_RECIPES));
  });

  it('C17 explains every code', () => {
    expect(guide.slice(prose.length)).toBe(table);
  });
});
