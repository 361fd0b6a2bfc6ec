import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { readConfig } from '../config.ts';
import { createPluginMetrics } from '../plugins/plugin-metrics.ts';
import type { PluginStatus } from '../plugins/plugin-record.ts';
import { PluginRegistry } from '../plugins/plugin-registry.ts';
import { openSettings } from '../plugins/settings-store.ts';
import { surveyPlugins } from '../plugins/survey-plugins.ts';
import { ROOT } from './root.ts';

/** Starts every plugin that the host may start, so that one which fails at it shows; what it says is in its status. */
async function tryAll(registry: PluginRegistry): Promise<void> {
  await Promise.allSettled([
    ...registry.ids('provider').map((id) => registry.provider(id)),
    ...registry.ids('voice').map((id) => registry.voice(id)),
    ...registry.ids('runtime').map((id) => registry.runtime(id)),
  ]);
}

/** The plugins as the host would find them, each started once in a scratch folder, away from the host's data. */
export async function lookAtPlugins(): Promise<PluginStatus[]> {
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
