import { Command } from 'commander';
import { format } from '../../../dsl/index.ts';
import { EXIT, InputFault } from '../faults.ts';
import { displayName, readText, STDIN } from '../input.ts';
import { FILE_ARGUMENT } from '../options.ts';
import { print, writeWhole } from '../output.ts';
import { printFault } from '../report.ts';

interface FmtOptions {
  readonly check?: boolean;
  readonly stdout?: boolean;
}

/** Puts one file in order; tells whether it was. */
async function formatFile(path: string, { check = false, stdout = false }: FmtOptions): Promise<boolean> {
  const text = await readText(path);
  const formatted = format(text);
  if (stdout || path === STDIN) await print(formatted);
  else if (formatted !== text && !check) await writeWhole(path, formatted);
  return formatted === text;
}

async function fmt(paths: readonly string[], options: FmtOptions): Promise<void> {
  for (const path of paths) {
    try {
      const inOrder = await formatFile(path, options);
      if (options.stdout || path === STDIN || inOrder) continue;
      await print(`${displayName(path)} ${options.check ? 'is not in order' : 'is now in order'}\n`);
      if (options.check) process.exitCode = EXIT.input;
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      printFault(error);
      process.exitCode = EXIT.input;
    }
  }
}

export const fmtCommand = (): Command =>
  new Command('fmt')
    .summary('put scripts in order')
    .description(
      'Indents, spaces and breaks lines as the language does. Comments stay, the timeline stays the same, and of a script with mistakes only the indentation is touched.',
    )
    .argument('<files...>', FILE_ARGUMENT)
    .option('--check', 'change nothing; name the files that are not in order, and fail')
    .option('--stdout', 'print the result and leave the file as it is')
    .addHelpText('after', '\nExample:\n  opencommotion fmt scenarios/*.scene')
    .action(fmt);
