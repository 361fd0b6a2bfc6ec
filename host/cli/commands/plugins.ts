import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { readConfig } from '../../config.ts';
import { createPluginMetrics } from '../../plugins/plugin-metrics.ts';
import type { PluginStatus } from '../../plugins/plugin-record.ts';
import { PluginRegistry } from '../../plugins/plugin-registry.ts';
import { openSettings } from '../../plugins/settings-store.ts';
import { surveyPlugins } from '../../plugins/survey-plugins.ts';
import { jsonOption } from '../options.ts';
import { print, toJson } from '../output.ts';
import { ROOT } from '../root.ts';

/** Starts every plugin that the host may start, so that one which fails at it shows; what it says is in its status. */
async function tryAll(registry: PluginRegistry): Promise<void> {
  await Promise.allSettled([
    ...registry.ids('provider').map((id) => registry.provider(id)),
    ...registry.ids('voice').map((id) => registry.voice(id)),
    ...registry.ids('runtime').map((id) => registry.runtime(id)),
  ]);
}

/** The plugins as the host would find them, each started once in a scratch folder, away from the host's data. */
async function lookAtPlugins(): Promise<PluginStatus[]> {
  const config = readConfig(process.env, ROOT);
  const { settings } = await openSettings(config.dataDir);
  const found = await surveyPlugins(config, (name) => ({ ...settings.plugins[name], ...config.pluginOptions[name] }));
  const dataDir = await mkdtemp(join(tmpdir(), 'opencommotion-plugins-'));
  const registry = new PluginRegistry(found, {
    dataDir,
    environment: config.environment,
    log: pino({ level: 'silent' }),
    metrics: createPluginMetrics(new Registry()),
    timeouts: config.timeouts,
    now: Date.now,
  });
  try {
    await tryAll(registry);
    return registry.list();
  } finally {
    await registry.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function describe(plugin: PluginStatus): string {
  const head = `${plugin.state.padEnd(8)} ${plugin.name.padEnd(20)} ${(plugin.version ?? '').padEnd(8)} ${plugin.summary ?? ''}`;
  if (plugin.code === null) return `${head.trimEnd()}\n`;
  const reason = [`${plugin.code}: ${plugin.message}`, plugin.cure].filter((line) => line !== null);
  return `${head.trimEnd()}\n${reason.map((line) => `         ${line}\n`).join('')}`;
}

async function list({ json = false }: { json?: boolean }): Promise<void> {
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
