import { analyse, type Diagnostic, type Model, type Surroundings } from '../../dsl/index.ts';
import type { Provider, ProviderRequest, Warning } from '../../plugins/contract/index.ts';
import type { Config } from '../config.ts';
import { HostError } from '../errors.ts';
import type { LibraryStore } from '../library/library-store.ts';
import { PluginFault } from '../plugins/plugin-fault.ts';
import type { PluginRegistry } from '../plugins/plugin-registry.ts';

/** How often a script that does not compile goes back to its provider. */
const MOST_REPAIRS = 2;
/** A longer script is not read to its end. */
const MOST_CHARACTERS = 1024 * 1024;
export const BUILT_IN = 'heuristic';

export interface WrittenScript {
  readonly provider: string;
  readonly script: string;
  readonly model: Model;
  readonly surroundings: Surroundings;
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: string;
  /** 1 when the first script compiled. */
  readonly tries: number;
  readonly warnings: readonly Warning[];
  readonly degrade_notes: readonly string[];
}

export interface Assignment {
  readonly prompt: string;
  readonly currentScript: string | null;
  readonly seed: number;
  /** Data files that the script may name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Has the provider write a script that compiles, and tells each failure as the contract of the wire has it. */
export class ScriptWriter {
  readonly #plugins: PluginRegistry;
  readonly #config: Config['provider'];
  readonly #library: LibraryStore;
  constructor(plugins: PluginRegistry, config: Config['provider'], library: LibraryStore) {
    this.#plugins = plugins;
    this.#config = config;
    this.#library = library;
  }

  async write(assignment: Assignment, signal: AbortSignal): Promise<WrittenScript> {
    const { id, allowFallback } = this.#config;
    try {
      return await this.#writeWith(id, assignment, signal);
    } catch (error) {
      if (!allowFallback || id === BUILT_IN || !(error instanceof HostError) || signal.aborted) throw error;
      const written = await this.#writeWith(BUILT_IN, assignment, signal);
      const note = `provider: ${BUILT_IN} instead of ${id} (${error.code})`;
      return { ...written, degrade_notes: [note, ...written.degrade_notes] };
    }
  }

  async #writeWith(id: string, assignment: Assignment, signal: AbortSignal): Promise<WrittenScript> {
    try {
      return await this.#tries(id, await this.#plugins.provider(id), assignment, signal);
    } catch (error) {
      if (error instanceof PluginFault) throw providerError(id, error);
      throw error;
    }
  }

  async #tries(id: string, provider: Provider, assignment: Assignment, signal: AbortSignal): Promise<WrittenScript> {
    const warnings: Warning[] = [];
    let failed: ProviderRequest['failed'] = null;
    for (let tries = 1; tries <= 1 + MOST_REPAIRS; tries += 1) {
      const { files, ...request } = assignment;
      const answer = await collect(provider, { ...request, failed }, signal);
      const surroundings = await this.#library.around(answer.script, files);
      const { value: model, diagnostics } = analyse(answer.script, surroundings);
      warnings.push(...answer.warnings);
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      if (errors.length === 0) {
        const note = `provider: ${id} needed ${tries - 1} repair${tries === 2 ? '' : 's'} of its script`;
        return {
          provider: id,
          script: answer.script,
          model,
          surroundings,
          diagnostics,
          summary: answer.summary,
          tries,
          warnings,
          degrade_notes: tries > 1 ? [note] : [],
        };
      }
      failed = { script: answer.script, diagnostics };
    }
    throw new HostError('provider_script_invalid', {
      provider: id,
      tries: 1 + MOST_REPAIRS,
      diagnostics: failed?.diagnostics.slice(0, 20) ?? [],
    });
  }
}

async function collect(provider: Provider, request: ProviderRequest, signal: AbortSignal) {
  let script = '';
  let ending: { readonly summary: string; readonly warnings: readonly Warning[] } = { summary: '', warnings: [] };
  for await (const piece of provider.compose(request, signal)) {
    if (piece.type === 'done') {
      ending = piece;
      break;
    }
    script += piece.text;
    if (script.length > MOST_CHARACTERS) {
      const message = `The script was cut at ${MOST_CHARACTERS} characters.`;
      ending = { summary: '', warnings: [{ code: 'host/script-too-long', message }] };
      break;
    }
  }
  return { script: script.slice(0, MOST_CHARACTERS), ...ending };
}

function providerError(provider: string, fault: PluginFault): HostError {
  const details = { provider, code: fault.code, reason: fault.message, cure: fault.cure };
  if (fault.code === 'host/plugin-timeout') return new HostError('provider_timeout', details, { cause: fault });
  const used = fault.method === 'compose';
  return new HostError(used ? 'provider_failed' : 'provider_unavailable', details, { cause: fault });
}
