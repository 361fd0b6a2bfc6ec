import type { Manifest, PluginKind } from '../../plugins/contract/index.ts';

/** What keeps a plugin from being used. `code` is `host/…` or the plugin's own, prefixed. */
export interface Defect {
  readonly code: string;
  readonly message: string;
  readonly cure: string;
}

export type PluginSource = 'built-in' | 'path' | 'package';

/** A folder that says it is a plugin. */
export interface Candidate {
  readonly folder: string;
  readonly manifestFile: string;
  readonly source: PluginSource;
}

/** A candidate after its manifest was looked at. `manifest` is null where it could not be understood. */
export interface Found {
  readonly candidate: Candidate;
  /** `kind/id` where known, otherwise the folder's name. */
  readonly name: string;
  readonly manifest: Manifest | null;
  /** Settings with the manifest's defaults filled in. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly defect: Defect | null;
}

/** `found`: not started yet; `ready`: started, last call well; `failed`: its last start or call went wrong; `refused`: never run. */
export type PluginState = 'found' | 'ready' | 'refused' | 'failed';

/** How a plugin is shown to people and machines. */
export interface PluginStatus {
  readonly name: string;
  readonly kind: PluginKind | null;
  readonly id: string | null;
  readonly version: string | null;
  readonly source: PluginSource;
  readonly state: PluginState;
  readonly code: string | null;
  readonly message: string | null;
  readonly cure: string | null;
  readonly summary: string | null;
  readonly license: string | null;
  readonly capabilities: readonly string[];
}
