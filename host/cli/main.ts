import { CommanderError } from 'commander';
import { ConfigError } from '../config.ts';
import { ExportFault } from '../exports/export-fault.ts';
import { EXIT, InputFault, UsageFault } from './faults.ts';
import { allowEarlyReaders } from './output.ts';
import { createProgram } from './program.ts';
import { printFault } from './report.ts';

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  if (error instanceof UsageFault) {
    process.stderr.write(`error: ${error.message}\n`);
    return EXIT.usage;
  }
  if (error instanceof InputFault) {
    printFault(error);
    return EXIT.input;
  }
  if (error instanceof ExportFault) {
    printFault(new InputFault(error.code, 'opencommotion', `${error.message} ${error.cure}`));
    return EXIT.input;
  }
  if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`);
    return EXIT.input;
  }
  const text = error instanceof Error ? (process.env.OPENCOMMOTION_DEBUG ? error.stack : error.message) : String(error);
  process.stderr.write(`error cli/internal: ${text}\nSet OPENCOMMOTION_DEBUG=1 to see where it comes from.\n`);
  return EXIT.input;
}

/** Resolves when what was written has left the process. */
const flush = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => stream.write('', () => resolve()));

/**
 * Runs one command line (without the program's name) and ends the process with its exit code. It does not wait for
 * whatever a third party's plugin may have left open.
 */
export async function main(words: readonly string[]): Promise<never> {
  allowEarlyReaders();
  try {
    await createProgram().parseAsync(words, { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
  await Promise.all([flush(process.stdout), flush(process.stderr)]);
  process.exit();
}
