import { type PluginKind, type Provider, pluginName, type Runtime, type Voice } from '../../plugins/contract/index.ts';
import { guardProvider } from './guarded-provider.ts';
import { guardRuntime, RUNTIME_ANSWERS } from './guarded-runtime.ts';
import { guardVoice } from './guarded-voice.ts';
import { LoadedPlugin, type LoadingParts, statusOf } from './loaded-plugin.ts';
import { PluginFault } from './plugin-fault.ts';
import type { Found, PluginStatus } from './plugin-record.ts';

/** All plugins of this host: those in use, those that wait for their first use, and those refused with a reason. */
export class PluginRegistry {
  readonly #found: readonly Found[];
  readonly #loaded = new Map<string, LoadedPlugin>();
  readonly #guarded = new Map<string, Promise<unknown>>();

  constructor(found: readonly Found[], parts: Omit<LoadingParts, 'answers'>) {
    this.#found = found;
    for (const each of found) {
      if (each.defect !== null || each.manifest === null || each.manifest.kind === 'renderer') continue;
      const plugin = new LoadedPlugin(each, each.manifest.kind, { ...parts, answers: { runtime: RUNTIME_ANSWERS } });
      this.#loaded.set(each.name, plugin);
    }
  }

  provider(id: string): Promise<Provider> {
    return this.#use('provider', id, guardProvider);
  }

  voice(id: string): Promise<Voice> {
    return this.#use('voice', id, guardVoice);
  }

  runtime(id: string): Promise<Runtime> {
    return this.#use('runtime', id, guardRuntime);
  }

  /** Ids that may be used, in the order in which they were found. */
  ids(kind: PluginKind): string[] {
    return this.usable(kind).flatMap((found) => found.manifest?.id ?? []);
  }

  usable(kind: PluginKind): Found[] {
    return this.#found.filter((found) => found.defect === null && found.manifest?.kind === kind);
  }

  find(kind: PluginKind, id: string): Found | null {
    return this.usable(kind).find((found) => found.manifest?.id === id) ?? null;
  }

  list(): PluginStatus[] {
    return this.#found.map((found) => {
      if (found.defect) return statusOf(found, 'refused', found.defect);
      // Renderers run in the browser: what the host can say of them is that they may be used.
      return this.#loaded.get(found.name)?.status() ?? statusOf(found, 'ready', null);
    });
  }

  /** Stops what was started, all at once; each has the guard's time for it. */
  async stop(): Promise<void> {
    const running = [...this.#guarded.values()];
    this.#guarded.clear();
    await Promise.allSettled(
      running.map(async (guarded) => {
        const plugin = (await guarded) as { stop(): Promise<void> };
        await plugin.stop();
      }),
    );
  }

  async #use<T>(
    kind: PluginKind,
    id: string,
    guarded: (guard: LoadedPlugin['guard'], plugin: unknown) => T,
  ): Promise<T> {
    const name = pluginName({ kind, id });
    const plugin = this.#loaded.get(name);
    if (plugin === undefined) throw this.#absent(kind, name);
    const known = this.#guarded.get(name) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const using = plugin.start().then((running) =>
      plugin.guard.call(
        'start',
        () => guarded(plugin.guard, running),
        (it) => it as T,
      ),
    );
    this.#guarded.set(name, using);
    // A failed start may be tried again later; `LoadedPlugin` decides when.
    using.catch(() => this.#guarded.delete(name));
    return using;
  }

  #absent(kind: PluginKind, name: string): PluginFault {
    const refused = this.#found.find((found) => found.name === name && found.defect !== null)?.defect;
    return new PluginFault(
      name,
      'find',
      refused ?? {
        code: 'host/plugin-unknown',
        message: 'there is no such plugin',
        cure: `Choose one of: ${this.ids(kind).join(', ') || 'none is installed'}.`,
      },
    );
  }
}
