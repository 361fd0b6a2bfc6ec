import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../analyse.ts';
import { LINT_RULES, lint } from './lint.ts';

const SCENARIOS = new URL('../../../scenarios/', import.meta.url);
const scripts = readdirSync(SCENARIOS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.scene'));
const codes = (body: string) => lint(`scene "A" { ${body} }`).map(({ code }) => code);

describe('lint', () => {
  it.each(LINT_RULES)('$code is found where it is wrong, and nothing where it is right', ({ code, wrong, right }) => {
    expect(analyse(`scene "A" { ${wrong} }`).diagnostics).toEqual([]);
    expect(codes(wrong)).toEqual([code]);
    expect(codes(right)).toEqual([]);
  });
  it('names the place', () => {
    const [found] = lint('scene "A" {\n  let gap be 40\n}');
    expect(found).toMatchObject({ code: 'lint/unused-variable', severity: 'warning', span: { line: 2, column: 7 } });
  });
  it('bears every script of the project, broken ones too', () => {
    for (const file of scripts) {
      const text = readFileSync(new URL(file, SCENARIOS), 'utf8');
      for (const { span } of lint(text)) expect(span.offset + span.length, file).toBeLessThanOrEqual(text.length);
    }
  });
});
