import { styleText } from 'node:util';
import { type Diagnostic, type diagnosticToJson, formatDiagnostic } from '../../dsl/index.ts';
import type { InputFault } from './faults.ts';

/** Says what is wrong, on standard error: coloured for a terminal, plain for a file (`NO_COLOR` is respected). */

type Style = Parameters<typeof styleText>[0];

const STYLES: Readonly<Record<string, Style>> = { error: ['red', 'bold'], warning: ['yellow', 'bold'], info: 'cyan' };

const paint = (style: Style, text: string): string => styleText(style, text, { stream: process.stderr });

/** The diagnostic as the language words it, with its severity coloured. */
function colour(diagnostic: Diagnostic, file: string, text: string): string {
  const severity = diagnostic.severity;
  const formatted = formatDiagnostic(diagnostic, file, text);
  return formatted.replace(severity, paint(STYLES[severity] ?? 'bold', severity));
}

export function printDiagnostics(diagnostics: readonly Diagnostic[], file: string, text: string): void {
  for (const diagnostic of diagnostics) process.stderr.write(`${colour(diagnostic, file, text).trimEnd()}\n\n`);
}

export function printFault({ file, code, message }: InputFault): void {
  process.stderr.write(`${file}: ${paint(['red', 'bold'], 'error')} ${code}: ${message}\n`);
}

/** A fault in the shape of a diagnostic at the top of the file, so that machines have one shape to read. */
export const faultToJson = ({ file, code, message }: InputFault): ReturnType<typeof diagnosticToJson> => ({
  code,
  severity: 'error',
  message,
  file,
  offset: 0,
  length: 0,
  line: 1,
  column: 1,
  end_line: 1,
  end_column: 1,
  cures: [],
});

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error');
