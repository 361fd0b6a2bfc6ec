import { manifestSchema, type PluginContext, type PluginKind, type Probe, type Started } from '../contract/index.ts';
import { type Check, ensure } from './check.ts';
import { ensureContract, type ManifestFile, optionsWithDefaults, readManifest } from './manifest.ts';
import { within } from './settle.ts';
import { withContext, withStarted } from './workbench.ts';

/** A plugin that runs in the host's process, of any kind. */
export interface HostPlugin<S extends Started> {
  readonly contract: string;
  start(context: PluginContext): Promise<S>;
}

/** Where a kit gets everything from: the plugin, its manifest, and the settings to try it with. */
export interface Bench<S extends Started> {
  file(): Promise<ManifestFile>;
  /** Runs `use` with the plugin started, and stops it. */
  started<T>(use: (started: S) => Promise<T>): Promise<T>;
}

export function createBench<S extends Started>(
  plugin: HostPlugin<S>,
  manifestUrl: URL,
  kind: PluginKind,
  options: Readonly<Record<string, unknown>>,
): Bench<S> {
  const file = (): Promise<ManifestFile> => readManifest(manifestUrl, kind);
  return { file, started: async (use) => withStarted(plugin, await file(), options, use) };
}

/** What every host-side plugin must do: a true manifest, defaults that validate, start, probe, stop. */
export function lifeChecks<S extends Started>(
  plugin: HostPlugin<S>,
  manifestUrl: URL,
  kind: PluginKind,
  options: Readonly<Record<string, unknown>>,
): Check[] {
  const bench = createBench(plugin, manifestUrl, kind, options);
  return [
    {
      name: 'its manifest is valid and names the contract of the object',
      run: async () => ensureContract(await bench.file(), plugin.contract),
    },
    {
      name: 'its options have defaults that fit their own schema',
      run: async () => {
        const file = await bench.file();
        optionsWithDefaults({ ...file, manifest: manifestSchema.parse(file.manifest) }, options);
      },
    },
    {
      name: 'starts, tells whether it is ready, and stops',
      run: () =>
        bench.started(async (started) => {
          const probe = await within(started.probe(new AbortController().signal), 'its probe did not answer');
          ensureProbe(probe);
        }),
    },
    {
      name: 'stops within a moment, without having been used',
      run: async () =>
        withContext(await bench.file(), options, async ({ context }) => {
          const started = await plugin.start(context);
          await within(started.stop(), 'its stop did not come to an end');
        }),
    },
  ];
}

function ensureProbe(probe: Probe): void {
  ensure(typeof probe.ready === 'boolean', 'the probe does not say whether it is ready');
  ensure(
    typeof probe.detail === 'string' && probe.detail.trim() !== '',
    'the probe gives no detail: one sentence a person can use',
  );
  ensure(
    probe.version === null || typeof probe.version === 'string',
    'the version of the probe is neither a string nor null',
  );
}
