import { Command } from 'commander';
import { analyse, type Diagnostic, diagnosticToJson, lint as findingsIn } from '../../../dsl/index.ts';
import { EXIT, InputFault } from '../faults.ts';
import { displayName, readText } from '../input.ts';
import { FILE_ARGUMENT, jsonOption } from '../options.ts';
import { print, toJson } from '../output.ts';
import { faultToJson, printDiagnostics, printFault } from '../report.ts';
import { surroundingsOf } from '../surroundings.ts';

type Finding = ReturnType<typeof diagnosticToJson>;

async function lintFile(path: string, quiet: boolean): Promise<Finding[]> {
  const file = displayName(path);
  try {
    const text = await readText(path);
    const surroundings = await surroundingsOf(path, text);
    const errors = analyse(text, surroundings).diagnostics.filter(({ severity }) => severity === 'error');
    const found: readonly Diagnostic[] = [...errors, ...findingsIn(text, surroundings)];
    if (!quiet) printDiagnostics(found, file, text);
    return found.map((diagnostic) => diagnosticToJson(diagnostic, file, text));
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    if (!quiet) printFault(error);
    return [faultToJson(error)];
  }
}

async function lint(paths: readonly string[], { json = false }: { json?: boolean }): Promise<void> {
  const findings: Finding[] = [];
  for (const path of paths) findings.push(...(await lintFile(path, json)));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const rest = findings.length - errors;
  await print(
    json
      ? toJson({ ok: errors === 0, files: paths.map(displayName), errors, findings: rest, diagnostics: findings })
      : `${errors} error${errors === 1 ? '' : 's'}, ${rest} finding${rest === 1 ? '' : 's'}.\n`,
  );
  process.exitCode = errors === 0 ? EXIT.fine : EXIT.input;
}

export const lintCommand = (): Command =>
  new Command('lint')
    .summary('say what is not wrong, but will not look or sound good')
    .description('Errors of the script fail; findings alone do not.')
    .argument('<files...>', FILE_ARGUMENT)
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  opencommotion lint scenarios/*.scene')
    .action(lint);
