import type { Cure, Diagnostic, Severity } from './diagnostics.ts';

/** A diagnostic as machines get it. Lines and columns count from 1, the end is just behind the last character. */
export interface DiagnosticJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly end_line: number;
  readonly end_column: number;
  readonly offset: number;
  readonly length: number;
  readonly cures: readonly Cure[];
}

/** No span of the language but that of a whole statement reaches over a line end; without the text it ends in its line. */
export function diagnosticToJson(diagnostic: Diagnostic, file: string, text = ''): DiagnosticJson {
  const { code, severity, message, cures, span } = diagnostic;
  const inside = text.slice(span.offset, span.offset + span.length).split(/\r\n|\r|\n/);
  const last = inside.at(-1) ?? '';
  const many = inside.length > 1;
  return {
    code,
    severity,
    message,
    file,
    line: span.line,
    column: span.column,
    end_line: span.line + inside.length - 1,
    end_column: many ? last.length + 1 : span.column + span.length,
    offset: span.offset,
    length: span.length,
    cures,
  };
}

/** Source lines are shown up to this many characters around the place. */
const WIDTH = 100;

/** A diagnostic as people read it: where and what, the line with a caret under the place, and the cure. */
export function formatDiagnostic(diagnostic: Diagnostic, file: string, text: string): string {
  const { span, severity, code, message, cures } = diagnostic;
  const head = `${file}:${span.line}:${span.column} ${severity} ${code}: ${message}`;
  const begin = span.offset - (span.column - 1);
  const end = text.slice(span.offset).search(/[\r\n]/);
  const line = text.slice(begin, end < 0 ? text.length : span.offset + end);
  if (line.trim() === '') return [head, ...cures.map(cureLine)].join('\n');
  const from = Math.max(0, span.column - 1 - WIDTH / 2);
  const shown = printable(line.slice(from, from + WIDTH));
  const at = span.column - 1 - from;
  const carets = '^'.repeat(Math.max(1, Math.min(span.length, shown.length - at)));
  const number = String(span.line);
  const margin = ' '.repeat(number.length);
  return [
    head,
    ` ${number} | ${shown}`,
    ` ${margin} | ${printable(line.slice(from, from + at)).replace(/[^\t]/g, ' ')}${carets}`,
    ...cures.map(cureLine),
  ].join('\n');
}

const cureLine = ({ title }: Cure) => `   cure: ${title}`;

/** Terminals are not handed control characters out of a script. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to keep away.
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}
