import { Command } from 'commander';
import { createSampler } from '../../../dsl/index.ts';
import { atOption, FILE_ARGUMENT, modeOption, type ReadingOptions, timingsOption } from '../options.ts';
import { print, toJson } from '../output.ts';
import { readTimeline } from '../reading.ts';

async function frame(path: string, options: ReadingOptions & { at: number }): Promise<void> {
  const sampler = createSampler(await readTimeline(path, options));
  await print(toJson(sampler.frameAt(options.at)));
}

export const frameCommand = (): Command =>
  new Command('frame')
    .summary('show where everything is at one moment')
    .description('Samples the scene at one moment and prints the frame that renderers draw, as JSON.')
    .argument('<file>', FILE_ARGUMENT)
    .addOption(modeOption())
    .addOption(atOption())
    .addOption(timingsOption())
    .addHelpText('after', '\nExample:\n  opencommotion frame scenarios/a-cow-moon.scene --mode 2d --at 1500')
    .action(frame);
