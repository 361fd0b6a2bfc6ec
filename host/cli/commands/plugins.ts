import { Command } from 'commander';
import type { PluginStatus } from '../../plugins/plugin-record.ts';
import { jsonOption } from '../options.ts';
import { print, toJson } from '../output.ts';

function describe(plugin: PluginStatus): string {
  const head = `${plugin.state.padEnd(8)} ${plugin.name.padEnd(20)} ${(plugin.version ?? '').padEnd(8)} ${plugin.summary ?? ''}`;
  if (plugin.code === null) return `${head.trimEnd()}\n`;
  const reason = [`${plugin.code}: ${plugin.message}`, plugin.cure].filter((line) => line !== null);
  return `${head.trimEnd()}\n${reason.map((line) => `         ${line}\n`).join('')}`;
}

async function list({ json = false }: { json?: boolean }): Promise<void> {
  // Only this command needs the host's parts: the others start faster without them.
  const { lookAtPlugins } = await import('../plugin-survey.ts');
  const plugins = await lookAtPlugins();
  await print(json ? toJson({ plugins }) : plugins.map(describe).join(''));
}

const listCommand = (): Command =>
  new Command('list')
    .summary('list all plugins with their state')
    .description(
      'Lists every plugin that was found, built in, in OPENCOMMOTION_PLUGINS_PATH and among the npm packages, and starts\n' +
        'each once. States: ready; refused (its manifest is at fault); failed (it could not start). Each says why.',
    )
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  opencommotion plugins list --json')
    .action(list);

export const pluginsCommand = (): Command =>
  new Command('plugins')
    .summary('look at the plugins')
    .description('Looks at the plugins: providers, voices, runtimes and renderers.')
    .addHelpText('after', '\nExample:\n  opencommotion plugins list')
    .addCommand(listCommand());
