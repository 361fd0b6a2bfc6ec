import { Command } from 'commander';
import {
  atOption,
  FILE_ARGUMENT,
  modeOption,
  type ReadingOptions,
  type Size,
  sizeOption,
  timingsOption,
} from '../options.ts';
import { writeWhole } from '../output.ts';
import { readTimeline } from '../reading.ts';
import { drawStill } from '../still.ts';
import { ensureStudio } from '../studio-build.ts';

type RenderOptions = ReadingOptions & { at: number; output: string; size: Size };

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function render(path: string, options: RenderOptions): Promise<void> {
  const timeline = await readTimeline(path, options);
  const { png, warnings } = await drawStill(await ensureStudio(say), timeline, options.at, options.size, path);
  for (const { code, message } of warnings) say(`warning ${code}: ${message}`);
  await writeWhole(options.output, png);
  const { width, height } = options.size;
  say(`Drew ${options.output}: ${width}x${height}, ${options.mode}, at ${options.at} of ${timeline.duration_ms} ms.`);
}

export const renderCommand = (): Command =>
  new Command('render')
    .summary('draw one moment as a picture')
    .description('Draws one moment of a scene to a PNG file, with the renderers of the studio in a headless Chromium.')
    .argument('<file>', FILE_ARGUMENT)
    .addOption(modeOption())
    .addOption(atOption())
    .requiredOption('-o, --output <file>', 'the PNG file to write')
    .addOption(sizeOption())
    .addOption(timingsOption())
    .addHelpText(
      'after',
      '\nExample:\n  opencommotion render scenarios/a-cow-moon.scene --mode 3d --at 2500 -o cow.png',
    )
    .action(render);
