import { type Alignment, compile, type Mode, parseAlignment, type Timeline } from '../../dsl/index.ts';
import { InputFault } from './faults.ts';
import { displayName, readJson, readText } from './input.ts';
import type { ReadingOptions } from './options.ts';
import { hasErrors, printDiagnostics } from './report.ts';
import { surroundingsOf } from './surroundings.ts';

async function readTimings(path: string | undefined): Promise<Alignment | null> {
  if (path === undefined) return null;
  const parsed = parseAlignment(await readJson(path));
  if (parsed.ok) return parsed.value;
  const issues = parsed.issues.map(({ path: where, message }) => (where === '' ? message : `${where}: ${message}`));
  throw new InputFault('cli/bad-timings', displayName(path), `These are no timings. ${issues.join('; ')}`);
}

/** One reading of a script that has no errors. */
export interface Reading {
  readonly timeline: Timeline;
  /** The same script planned by what was measured; what is to be said of it has been said. */
  readonly plannedBy: (alignment: Alignment) => Timeline;
}

/**
 * Reads a script file and compiles it, its diagnostics printed on standard error.
 * @throws InputFault where a file can't be read or the script has errors
 */
export async function openReading(path: string, { mode, timings }: ReadingOptions): Promise<Reading> {
  const [text, alignment] = [await readText(path), await readTimings(timings)];
  const surroundings = await surroundingsOf(path, text);
  const { value, diagnostics } = compile(text, { mode, alignment, surroundings });
  printDiagnostics(diagnostics, displayName(path), text);
  if (hasErrors(diagnostics)) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    const message = `The script has ${errors} error${errors === 1 ? '' : 's'}, so there is no ${mode} reading of it.`;
    throw new InputFault('cli/script-errors', displayName(path), message);
  }
  const plannedBy = (measured: Alignment): Timeline => compile(text, { mode, alignment: measured, surroundings }).value;
  return { timeline: value, plannedBy };
}

/** @throws InputFault where a file can't be read or the script has errors */
export async function readTimeline(path: string, options: ReadingOptions): Promise<Timeline> {
  return (await openReading(path, options)).timeline;
}

/** Every mode in which a script is read, for commands that look at all of them. */
export const MODES: readonly Mode[] = ['2d', '3d'];
