import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse, compile, STATEMENT_KEYWORDS } from '../../dsl/index.ts';
import { generatedPages } from './pages.ts';

const DOCS = join(import.meta.dirname, '../../docs');
const textOf = (path: string): string => (existsSync(join(DOCS, path)) ? readFileSync(join(DOCS, path), 'utf8') : '');

/** The scripts of a page, with what stands behind `scene` in the line that opens them. */
const scriptsOf = (page: string) =>
  [...textOf(page).matchAll(/^```scene([^\n]*)\n([\s\S]*?)^```/gm)].map(([, heading = '', script = '']) => ({
    heading,
    script,
  }));

describe('the pages that programs write', () => {
  const pages = generatedPages();
  it('stand in docs as they would be written now (node scripts/docs/write.ts writes them)', () => {
    expect(pages.filter(({ path, text }) => textOf(path) !== text).map(({ path }) => path)).toEqual([]);
  });
  it.each(['diagnostics', 'images/grammar'])('are all there is in docs/%s', (folder) => {
    const written = pages.map(({ path }) => path);
    expect(readdirSync(join(DOCS, folder)).filter((file) => !written.includes(`${folder}/${file}`))).toEqual([]);
  });
});

describe('the summary for language models', () => {
  const page = textOf('language-summary.md');
  it('has fewer than 6,000 characters', () => {
    expect(page.length).toBeLessThan(6000);
  });
  it.each(STATEMENT_KEYWORDS)('mentions %s', (keyword) => {
    expect(page).toMatch(new RegExp(`(?<![\\w-])${keyword}(?![\\w-])`));
  });
  it.each(scriptsOf('language-summary.md'))('has an example without fault', ({ script }) => {
    expect(analyse(script).diagnostics).toEqual([]);
  });
});

describe('the guide', () => {
  const lessons = scriptsOf('guide/README.md');
  it('has its ten lessons, nine of them with a script', () => {
    expect(lessons.length).toBeGreaterThanOrEqual(9);
  });
  it.each(lessons)('$script', ({ script }) => {
    expect(analyse(script).diagnostics).toEqual([]);
    for (const mode of ['2d', '3d'] as const) {
      expect(compile(script, { mode }).diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    }
  });
});
