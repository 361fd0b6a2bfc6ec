import { z } from 'zod';

/** The version of each contract that this host speaks; it stands in the manifest and in the plugin object itself. */
export const CONTRACTS = {
  provider: 'provider/1',
  voice: 'voice/1',
  runtime: 'runtime/1',
  renderer: 'renderer/1',
} as const;

export type PluginKind = keyof typeof CONTRACTS;

/** Facts that the loader needs before it runs a line of the plugin's code: the whole of `manifest.json`. */
export const manifestSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and dashes, a letter first')
    .max(64),
  kind: z.enum(['provider', 'voice', 'runtime', 'renderer']),
  /** Checked against `CONTRACTS` by the loader, so that a wrong version gets an error of its own. */
  contract: z.string(),
  version: z.string().regex(/^\d+\.\d+\.\d+(-[\w.]+)?$/, 'a semantic version, like 1.2.0'),
  /** Module to import, relative to the manifest; its default export is the plugin. */
  entry: z.string().regex(/^\.\/[^\\]+$/, 'a path that begins with ./'),
  summary: z.string().min(1).max(200),
  license: z.string().min(1),
  needs: z
    .strictObject({
      packages: z.array(z.string()).default([]),
      /** Packages it can do without, at a loss that it names. */
      optional_packages: z.array(z.string()).default([]),
      binaries: z.array(z.string()).default([]),
      environment: z.array(z.string()).default([]),
      network: z.array(z.string()).default([]),
    })
    .default({ packages: [], optional_packages: [], binaries: [], environment: [], network: [] }),
  /** JSON Schema of the settings object; every property needs a `default` or is optional. */
  options: z.record(z.string(), z.unknown()).default({ type: 'object', properties: {}, additionalProperties: false }),
  /** What it can do, in the words of its kind: a renderer lists the `needs` of a timeline that it honours (`actor:*` is a wildcard). */
  capabilities: z.array(z.string()).default([]),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** How plugins are named to people and in codes: `voice/espeak`. */
export const pluginName = (manifest: Pick<Manifest, 'id' | 'kind'>): string => `${manifest.kind}/${manifest.id}`;
