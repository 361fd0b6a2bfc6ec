import { Command } from 'commander';
import { ensureStudio } from '../studio-build.ts';

async function start(): Promise<never> {
  await ensureStudio((line) => console.log(line));
  await import('../../main.ts');
  // From here on the host decides when the process ends, with which code.
  return new Promise(() => {});
}

export const startCommand = (): Command =>
  new Command('start')
    .summary('serve the studio and the API')
    .description(
      'Builds the studio where its sources have changed, then serves studio, API and plugins until Ctrl-C.\n' +
        'GATEWAY_HOST and GATEWAY_PORT say where: http://127.0.0.1:8000 unless told otherwise.',
    )
    .addHelpText('after', '\nExample:\n  GATEWAY_PORT=8010 opencommotion start')
    .action(start);
