import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
import { checkCommand } from './commands/check.ts';
import { compileCommand } from './commands/compile.ts';
import { fmtCommand } from './commands/fmt.ts';
import { frameCommand } from './commands/frame.ts';
import { lintCommand } from './commands/lint.ts';
import { lspCommand } from './commands/lsp.ts';
import { pluginsCommand } from './commands/plugins.ts';
import { probeCommand } from './commands/probe.ts';
import { qualityCommand } from './commands/quality.ts';
import { renderCommand } from './commands/render.ts';
import { startCommand } from './commands/start.ts';
import { watchCommand } from './commands/watch.ts';

const packageSchema = z.object({ version: z.string(), description: z.string() });

function readPackage(): z.infer<typeof packageSchema> {
  return packageSchema.parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));
}

const AFTER = `
Exit codes: 0 all is well, 1 the input is at fault, 2 the command is.

Example:
  opencommotion check scenarios/a-cow-moon.scene`;

/** The whole command line. It throws instead of exiting: `main` decides on the exit code. */
export function createProgram(): Command {
  const { version, description } = readPackage();
  const program = new Command('opencommotion')
    .description(description)
    .version(version, '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .showSuggestionAfterError(true)
    .addHelpText('after', AFTER);
  const commands = [
    startCommand(),
    checkCommand(),
    compileCommand(),
    frameCommand(),
    renderCommand(),
    qualityCommand(),
    probeCommand(),
    fmtCommand(),
    lintCommand(),
    watchCommand(),
    lspCommand(),
    pluginsCommand(),
  ];
  for (const command of commands) program.addCommand(command.copyInheritedSettings(program));
  for (const command of [program, ...commands, ...commands.flatMap((one) => one.commands)]) {
    command.exitOverride();
    command.showHelpAfterError(`Type "${pathOf(command)} --help" for help.`);
  }
  return program;
}

/** `opencommotion plugins list`. */
function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}
