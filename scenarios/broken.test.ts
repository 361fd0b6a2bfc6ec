import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse, CATALOGUE, type Cure, type Diagnostic, type Surroundings } from '../dsl/index.ts';

/*
 * Failing scripts with what they must report. `UPDATE=1` writes the reports anew (look at the difference before you
 * keep it), `FILTER=words` runs only the scripts whose name holds that. A script that would be too long to keep is
 * grown from a `.grown.json`; what lies beside a script, stands in its `.beside.json`.
 */
const FOLDER = join(import.meta.dirname, 'broken');
const { UPDATE, FILTER = '' } = process.env;

interface Case {
  readonly name: string;
  readonly text: string;
  readonly beside: Surroundings;
}

interface Growth {
  readonly before: string;
  readonly repeated: string;
  readonly times: number;
  readonly after: string;
}

const cases: Case[] = readdirSync(FOLDER)
  .filter((file) => /\.(scene|grown\.json)$/.test(file) && file.includes(FILTER))
  .map((file) => {
    const content = readFileSync(join(FOLDER, file), 'utf8');
    if (file.endsWith('.scene')) {
      const beside = join(FOLDER, `${basename(file, '.scene')}.beside.json`);
      const surroundings: Surroundings = existsSync(beside) ? JSON.parse(readFileSync(beside, 'utf8')) : {};
      return { name: basename(file, '.scene'), text: content, beside: surroundings };
    }
    const { before, repeated, times, after }: Growth = JSON.parse(content);
    return { name: basename(file, '.grown.json'), text: before + repeated.repeat(times) + after, beside: {} };
  });

/** As it is kept: where, what, and with which words each cure replaces what stands there. */
const report = (text: string, beside: Surroundings) =>
  analyse(text, beside).diagnostics.map(({ code, severity, message, span, cures }) => ({
    at: `${span.line}:${span.column}`,
    length: span.length,
    severity,
    code,
    message,
    ...(cures.length > 0 && {
      cures: cures.map((cure) => ({ title: cure.title, line: lineAfter(text, cure, span.line) })),
    }),
  }));

function applied(text: string, { edits }: Cure): string {
  const lastFirst = [...edits].sort((a, b) => b.offset - a.offset);
  return lastFirst.reduce(
    (done, { offset, length, text: put }) => done.slice(0, offset) + put + done.slice(offset + length),
    text,
  );
}

const lineAfter = (text: string, cure: Cure, line: number) => applied(text, cure).split('\n')[line - 1]?.trim();

const same = (a: Diagnostic) => (b: Diagnostic) => a.code === b.code && a.message === b.message;

describe.each(cases)('C8 broken script $name', ({ name, text, beside }) => {
  it('reports what it must', () => {
    const file = join(FOLDER, `${name}.expected.json`);
    const found = report(text, beside).slice(0, name.startsWith('limit-') ? 3 : undefined);
    if (UPDATE) writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    expect(found).not.toEqual([]);
  });

  // What goes over a limit does so a thousand times: curing one place at a time would only test patience.
  if (name.startsWith('limit-')) return;

  it('is cured by each cure of what that cure belongs to', () => {
    const { diagnostics } = analyse(text, beside);
    for (const diagnostic of diagnostics) {
      for (const cure of diagnostic.cures) {
        const after = analyse(applied(text, cure), beside).diagnostics.filter(same(diagnostic)).length;
        expect(after, `${diagnostic.span.line}: ${diagnostic.message}`).toBeLessThan(
          diagnostics.filter(same(diagnostic)).length,
        );
      }
    }
  });
});

const test = it.skipIf(FILTER !== '');
test('C9 every code of the catalogue is raised by a broken script, and no other', () => {
  const raised = new Set(
    cases.flatMap(({ text, beside }) => analyse(text, beside).diagnostics.map(({ code }) => code)),
  );
  // What plan has to say depends on the reading and on timings too: plan-diagnostics.test.ts raises it.
  const ofScripts = Object.keys(CATALOGUE).filter((code) => !code.startsWith('dsl/plan-'));
  expect([...raised].sort()).toEqual(ofScripts.sort());
});
