import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';
import { diagnosticToJson, formatDiagnostic } from './format-diagnostic.ts';

const text = 'scene "x" {\n\tactor nemo is dolphin\n}\n';
const [diagnostic] = analyse(text).diagnostics;
if (!diagnostic) throw new Error('The script must be wrong.');

describe('a diagnostic', () => {
  it('C15 is shown with its line, a caret and the cure', () => {
    expect(formatDiagnostic(diagnostic, 'a.scene', text).split('\n')).toEqual([
      'a.scene:2:16 error dsl/unknown-kind: There is no kind of actor `dolphin`; did you mean `fish`?',
      ' 2 | \tactor nemo is dolphin',
      '   | \t              ^^^^^^^',
      '   cure: Write `fish`',
    ]);
  });

  it('C15 is shown without control characters, and in part where the line is long', () => {
    const long = `scene "x" { ${' '.repeat(500)}\u001b[31m wobble ${'a'.repeat(500)} }`;
    for (const each of analyse(long).diagnostics) {
      const shown = formatDiagnostic(each, 'a.scene', long);
      expect(shown).not.toContain('\u001b');
      for (const line of shown.split('\n').slice(1)) expect(line.length).toBeLessThan(120);
    }
  });

  it('C15 is plain JSON for machines', () => {
    expect(diagnosticToJson(diagnostic, 'a.scene', text)).toEqual({
      code: 'dsl/unknown-kind',
      severity: 'error',
      message: 'There is no kind of actor `dolphin`; did you mean `fish`?',
      file: 'a.scene',
      line: 2,
      column: 16,
      end_line: 2,
      end_column: 23,
      offset: 27,
      length: 7,
      cures: [{ title: 'Write `fish`', edits: [{ offset: 27, length: 7, text: 'fish' }] }],
    });
  });
});
