import { Command } from 'commander';
import { FILE_ARGUMENT, modeOption, type ReadingOptions, timingsOption } from '../options.ts';
import { print, toJson, writeWhole } from '../output.ts';
import { readTimeline } from '../reading.ts';

async function compileFile(path: string, options: ReadingOptions & { output?: string }): Promise<void> {
  const timeline = toJson(await readTimeline(path, options));
  if (options.output === undefined) await print(timeline);
  else await writeWhole(options.output, timeline);
}

export const compileCommand = (): Command =>
  new Command('compile')
    .summary('turn a script into its patch timeline')
    .description('Compiles a scene script to its timeline, as JSON. The same script and timings give the same bytes.')
    .argument('<file>', FILE_ARGUMENT)
    .addOption(modeOption())
    .addOption(timingsOption())
    .option('-o, --output <file>', 'write here instead of to standard output')
    .addHelpText('after', '\nExample:\n  opencommotion compile scenarios/a-cow-moon.scene --mode 3d -o cow.json')
    .action(compileFile);
