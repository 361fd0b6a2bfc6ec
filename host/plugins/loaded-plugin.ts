import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Logger } from 'pino';
import { CONTRACTS, type PluginContext, type PluginKind } from '../../plugins/contract/index.ts';
import { PluginFault } from './plugin-fault.ts';
import { PluginGuard } from './plugin-guard.ts';
import { method } from './plugin-method.ts';
import type { PluginMetrics } from './plugin-metrics.ts';
import type { Found, PluginStatus } from './plugin-record.ts';

export interface LoadingParts {
  readonly dataDir: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  readonly metrics: PluginMetrics;
  readonly timeouts: Readonly<Record<string, number>>;
  readonly answers: Readonly<Partial<Record<PluginKind, readonly string[]>>>;
  readonly now: () => number;
}

/** A failed start is tried again, but not at every call. */
const RETRY_AFTER_MS = 10_000;

/** One valid plugin of the host: imported and started at its first use, once, however many ask for it at the same time. */
export class LoadedPlugin {
  readonly found: Found;
  readonly kind: PluginKind;
  readonly guard: PluginGuard;
  readonly #parts: LoadingParts;
  #starting: Promise<unknown> | null = null;
  #started = false;
  #fault: PluginFault | null = null;
  #failedAt = Number.NEGATIVE_INFINITY;

  constructor(found: Found, kind: PluginKind, parts: LoadingParts) {
    this.found = found;
    this.kind = kind;
    this.#parts = parts;
    this.guard = new PluginGuard({
      plugin: found.name,
      metrics: parts.metrics,
      log: parts.log,
      timeouts: parts.timeouts,
      answers: parts.answers[kind] ?? [],
      report: {
        succeeded: () => {
          if (this.#started) this.#fault = null;
        },
        failed: (fault) => {
          this.#fault = fault;
        },
      },
    });
  }

  /** What the plugin's `start` gave, or a `PluginFault`. */
  start(): Promise<unknown> {
    if (this.#starting === null || (!this.#started && this.#parts.now() - this.#failedAt >= RETRY_AFTER_MS)) {
      this.#failedAt = Number.POSITIVE_INFINITY;
      this.#starting = this.#start().catch((fault: unknown) => {
        this.#failedAt = this.#parts.now();
        throw fault;
      });
    }
    return this.#starting;
  }

  async #start(): Promise<unknown> {
    const { candidate, manifest, name, options } = this.found;
    const entry = pathToFileURL(join(candidate.folder, manifest?.entry ?? './index.js')).href;
    const plugin = await this.guard.call(
      'import',
      () => import(/* @vite-ignore */ entry),
      (module: unknown) => this.#pluginOf(module),
    );
    const context: PluginContext = {
      options: structuredClone(options),
      dataDir: join(this.#parts.dataDir, 'plugins', ...name.split('/')),
      environment: Object.freeze(
        Object.fromEntries(
          (manifest?.needs.environment ?? []).map((variable) => [variable, this.#parts.environment[variable]]),
        ),
      ),
      log: (level, message) => this.#parts.log[level]({ plugin: name }, message),
    };
    const running = await this.guard.call(
      'start',
      () => method(plugin, 'start')(context),
      (result) => {
        for (const needed of ['probe', 'stop']) method(result, needed);
        return result;
      },
    );
    this.#started = true;
    this.#fault = null;
    return running;
  }

  #pluginOf(module: unknown): unknown {
    const plugin: unknown = Reflect.get(Object(module), 'default');
    const contract: unknown = typeof plugin === 'object' && plugin !== null ? Reflect.get(plugin, 'contract') : null;
    if (contract === null)
      throw new PluginFault(this.found.name, 'import', {
        code: 'host/plugin-load-failed',
        message: 'its entry has no default export that is a plugin',
        cure: 'Export the plugin object as default.',
      });
    if (contract !== CONTRACTS[this.kind])
      throw new PluginFault(this.found.name, 'import', {
        code: 'host/contract-mismatch',
        message: `its object says contract "${String(contract)}", its manifest "${CONTRACTS[this.kind]}"`,
        cure: 'Make both say the same.',
      });
    return plugin;
  }

  get running(): boolean {
    return this.#started;
  }

  status(): PluginStatus {
    const state = this.#fault ? 'failed' : this.#started ? 'ready' : 'found';
    return statusOf(this.found, state, this.#fault);
  }
}

/** The common part of what is shown of a plugin. */
export function statusOf(
  found: Found,
  state: PluginStatus['state'],
  problem: { readonly code: string; readonly message: string; readonly cure: string } | null,
): PluginStatus {
  const { manifest } = found;
  return {
    name: found.name,
    kind: manifest?.kind ?? null,
    id: manifest?.id ?? null,
    version: manifest?.version ?? null,
    source: found.candidate.source,
    state,
    code: problem?.code ?? null,
    message: problem?.message ?? null,
    cure: problem?.cure ?? null,
    summary: manifest?.summary ?? null,
    license: manifest?.license ?? null,
    capabilities: manifest?.capabilities ?? [],
  };
}
