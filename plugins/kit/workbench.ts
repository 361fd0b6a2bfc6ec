import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PluginContext, Started } from '../contract/index.ts';
import { type ManifestFile, optionsWithDefaults } from './manifest.ts';

/** A context as the host makes it: options with defaults, a fresh folder, the environment variables the manifest names. */
export interface Workbench {
  readonly context: PluginContext;
  readonly log: readonly string[];
}

/** Runs `use` with a context of its own, and removes the folder afterwards. */
export async function withContext<T>(
  file: ManifestFile,
  options: Readonly<Record<string, unknown>>,
  use: (workbench: Workbench) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'opencommotion-kit-'));
  const log: string[] = [];
  const environment = Object.fromEntries(
    file.manifest.needs.environment.map((name) => [name, process.env[name]] as const),
  );
  try {
    return await use({
      context: {
        options: optionsWithDefaults(file, options),
        dataDir,
        environment,
        log: (_, message) => log.push(message),
      },
      log,
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Starts a plugin in a context of its own, and stops it whatever happens. */
export function withStarted<S extends Started, T>(
  plugin: { start(context: PluginContext): Promise<S> },
  file: ManifestFile,
  options: Readonly<Record<string, unknown>>,
  use: (started: S) => Promise<T>,
): Promise<T> {
  return withContext(file, options, async ({ context }) => {
    const started = await plugin.start(context);
    try {
      return await use(started);
    } finally {
      await started.stop();
    }
  });
}
