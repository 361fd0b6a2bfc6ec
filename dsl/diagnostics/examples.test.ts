import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { CATALOGUE, type Code, scriptOf } from '../diagnostics.ts';

/** A voice that spoke one word, whatever the line has. */
const alignment = {
  lines: {
    line: { quality: 'measured' as const, duration_ms: 500, words: [{ start_ms: 0, end_ms: 400 }] },
  },
};
const surroundings = { files: { 'words.csv': 'x,A\n1,many\n2,few\n' } };

const codesOf = (script: string) =>
  (['2d', '3d'] as const).flatMap((mode) =>
    compile(script, { mode, alignment, surroundings }).diagnostics.map(({ code }) => code),
  );

/** check says these of a script before plan can: only a Model that came another way raises them. */
const OF_MODELS: readonly Code[] = ['dsl/plan-cycle', 'dsl/plan-missing-moment', 'dsl/plan-missing-thing'];
const codes = (Object.keys(CATALOGUE) as Code[]).filter((code) => !OF_MODELS.includes(code));

describe('the examples of the catalogue', () => {
  it.each(codes)('C18 %s is raised by its wrong example', (code) => {
    expect(codesOf(scriptOf(CATALOGUE[code].wrong))).toContain(code);
  });

  it.each(codes)('C18 %s is not raised by its right example, and nothing else is', (code) => {
    expect(codesOf(scriptOf(CATALOGUE[code].right))).toEqual([]);
  });
});
