import { Command } from 'commander';
import { evaluateQuality, recogniseScenario } from '../../../dsl/index.ts';
import { EXIT } from '../faults.ts';
import { FILE_ARGUMENT, jsonOption, modeOption, type ReadingOptions, timingsOption } from '../options.ts';
import { print, toJson } from '../output.ts';
import { readTimeline } from '../reading.ts';

async function quality(path: string, options: ReadingOptions & { json?: boolean }): Promise<void> {
  const timeline = await readTimeline(path, options);
  const scenario = recogniseScenario(timeline);
  const report = evaluateQuality(timeline, scenario);
  if (options.json) await print(toJson(report));
  else {
    const lines = report.checks.map(({ ok, rule, message }) => `${ok ? 'passed' : 'FAILED'}  ${rule}  ${message}\n`);
    const verdict =
      report.scenario === null
        ? `A scene of its own in ${report.mode}: ${report.ok ? 'passes what any scene is held to' : 'does not pass'}`
        : `Scenario ${report.scenario} in ${report.mode}: ${report.ok ? 'certified' : 'not certified'}`;
    await print(`${verdict}\n${lines.join('')}`);
  }
  process.exitCode = report.ok ? EXIT.fine : EXIT.input;
}

export const qualityCommand = (): Command =>
  new Command('quality')
    .summary("certify a scene by its scenario's rules")
    .description(
      'Recognises which certified scenario a script is of and holds sampled frames to its rules; any other scene is held to what all scenes are.',
    )
    .argument('<file>', FILE_ARGUMENT)
    .addOption(modeOption())
    .addOption(timingsOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  opencommotion quality scenarios/a-cow-moon.scene --mode 3d')
    .action(quality);
