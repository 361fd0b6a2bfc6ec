import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FORMS } from './check/vocabulary/forms.ts';
import {
  ACTOR_KINDS,
  analyse,
  CATALOGUE,
  EFFECTS,
  ENVIRONMENTS,
  MATERIAL_RECIPES,
  PROPERTIES,
  SOUNDS,
  shownOf,
} from './index.ts';

const FILE = new URL('../docs/language.md', import.meta.url);
const CODES = '### All codes\n\n';

/** The codes with their examples as the guide must have them; `UPDATE=1` writes it. */
const fenced = (snippet: string) => `\`\`\`\n${snippet}\n\`\`\``;
const codes = Object.entries(CATALOGUE).map(
  ([code, { severity, explanation, wrong, right }]) =>
    `#### ${code}\n\n${severity}: ${explanation}\n\nWrong:\n\n${fenced(shownOf(wrong))}\n\nRight:\n\n${fenced(shownOf(right))}\n`,
);
const table = codes.join('\n');

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
    expect(listed('sounds')).toEqual(Object.keys(SOUNDS));
    for (const [role, properties] of Object.entries(PROPERTIES)) {
      const row = new RegExp(`\\| ${role} \\| (.*) \\|`).exec(guide)?.[1] ?? '';
      expect(row.match(/(?<=`)[a-z-]+(?=`)/g) ?? []).toEqual(Object.keys(properties));
    }
    expect(listed('recipes')).toEqual(Object.keys(MATERIAL_RECIPES));
  });

  it('C17 has an example of every statement', () => {
    const written = examples.join('\n');
    const missing = Object.keys(FORMS)
      .filter((kind) => !['unknown', 'time', 'keyframe', 'length'].includes(kind))
      .filter((kind) => !new RegExp(`(?:^|[{\\s])${kind} `, 'm').test(written));
    expect(missing).toEqual([]);
  });

  it('C17 explains every code', () => {
    expect(guide.slice(prose.length)).toBe(table);
  });
});
