import { Command } from 'commander';
import { analyse, type Diagnostic, diagnosticToJson, plan, type Surroundings } from '../../../dsl/index.ts';
import { EXIT, InputFault } from '../faults.ts';
import { displayName, readText } from '../input.ts';
import { FILE_ARGUMENT, jsonOption } from '../options.ts';
import { print, toJson } from '../output.ts';
import { MODES } from '../reading.ts';
import { faultToJson, printDiagnostics, printFault } from '../report.ts';
import { surroundingsOf } from '../surroundings.ts';

type Finding = ReturnType<typeof diagnosticToJson>;

/** What reading and both ways of planning have to say, each thing once, in the order of the text. */
function diagnose(text: string, surroundings: Surroundings): Diagnostic[] {
  const { value, diagnostics } = analyse(text, surroundings);
  const planned = MODES.flatMap((mode) => plan(value, { mode }).diagnostics);
  const found = new Map<string, Diagnostic>();
  for (const diagnostic of [...diagnostics, ...planned]) {
    found.set(`${diagnostic.span.offset} ${diagnostic.code} ${diagnostic.message}`, diagnostic);
  }
  return [...found.values()].sort((a, b) => a.span.offset - b.span.offset);
}

async function checkFile(path: string, quiet: boolean): Promise<Finding[]> {
  const file = displayName(path);
  try {
    const text = await readText(path);
    const diagnostics = diagnose(text, await surroundingsOf(path, text));
    if (!quiet) printDiagnostics(diagnostics, file, text);
    return diagnostics.map((diagnostic) => diagnosticToJson(diagnostic, file));
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    if (!quiet) printFault(error);
    return [faultToJson(error)];
  }
}

function count(findings: readonly Finding[], severity: string): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

const plural = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

async function check(paths: readonly string[], { json = false }: { json?: boolean }): Promise<void> {
  const findings: Finding[] = [];
  for (const path of paths) findings.push(...(await checkFile(path, json)));
  const [errors, warnings] = [count(findings, 'error'), count(findings, 'warning')];
  const files = paths.map(displayName);
  await print(
    json
      ? toJson({ ok: errors === 0, files, errors, warnings, diagnostics: findings })
      : `${plural(paths.length, 'file')} checked: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}.\n`,
  );
  process.exitCode = errors === 0 ? EXIT.fine : EXIT.input;
}

export const checkCommand = (): Command =>
  new Command('check')
    .summary('say what is wrong with scripts, where, and how to put it right')
    .description('Checks scene scripts in both readings, 2D and 3D. Warnings alone do not fail.')
    .argument('<files...>', FILE_ARGUMENT)
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  opencommotion check scenarios/*.scene')
    .action(check);
