import {
  analyse,
  type Diagnostic,
  diagnosticToJson,
  type Model,
  type Staged,
  type Surroundings,
} from '../../dsl/index.ts';
import type { ModelUsage, Provider, ProviderPiece, ProviderRequest, Warning } from '../../plugins/contract/index.ts';
import type { Config } from '../config.ts';
import { HostError } from '../errors.ts';
import type { LibraryStore } from '../library/library-store.ts';
import { PluginFault } from '../plugins/plugin-fault.ts';
import type { PluginRegistry } from '../plugins/plugin-registry.ts';
import { Recent } from '../recent.ts';
import type { ProviderMetrics } from './provider-metrics.ts';
import type { Attempt } from './turn-record.ts';

/** A longer script is not read to its end. */
const MOST_CHARACTERS = 1024 * 1024;
/** Answers and scripts that are remembered; people and tests ask for the same scene again and again. */
const KEPT = 64;
/** More diagnostics say nothing new to the one who asked. */
const MOST_TOLD = 20;
export const BUILT_IN = 'heuristic';
/** What diagnostics call the script of a turn. */
export const SCRIPT_NAME = 'scene';

export interface WrittenScript {
  readonly provider: string;
  readonly script: string;
  readonly model: Model;
  readonly surroundings: Surroundings;
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: string;
  readonly usage: ModelUsage | null;
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

/** Who watches a script come into being. */
export interface WritingWatch {
  enter(stage: 'writing' | 'checking' | 'repairing', detail: string, repair: number): void;
  wrote(text: string): void;
  /** What was written so far was of a try that failed. */
  restart(): void;
  tried(attempt: Attempt): void;
}

/** Has the provider write a script that compiles, and tells each failure as the contract of the wire has it. */
export class ScriptWriter {
  readonly #plugins: PluginRegistry;
  readonly #config: Config['provider'];
  readonly #library: LibraryStore;
  readonly #metrics: ProviderMetrics;
  /** What deterministic providers have answered, by all that they were asked. */
  readonly #answers = new Recent<string, Written>(KEPT);
  /** What scripts mean, by themselves and what stands around them. */
  readonly #analyses = new Recent<string, Staged<Model>>(KEPT);
  constructor(plugins: PluginRegistry, config: Config['provider'], library: LibraryStore, metrics: ProviderMetrics) {
    this.#plugins = plugins;
    this.#config = config;
    this.#library = library;
    this.#metrics = metrics;
  }

  async write(assignment: Assignment, watch: WritingWatch, signal: AbortSignal): Promise<WrittenScript> {
    const { id, allowFallback } = this.#config;
    try {
      return await this.#writeWith(id, assignment, watch, signal);
    } catch (error) {
      if (!allowFallback || id === BUILT_IN || !(error instanceof HostError) || signal.aborted) throw error;
      watch.restart();
      const written = await this.#writeWith(BUILT_IN, assignment, watch, signal);
      const note = `provider: ${BUILT_IN} instead of ${id} (${error.code})`;
      return { ...written, degrade_notes: [note, ...written.degrade_notes] };
    }
  }

  async #writeWith(
    id: string,
    assignment: Assignment,
    watch: WritingWatch,
    signal: AbortSignal,
  ): Promise<WrittenScript> {
    try {
      const written = await this.#tries(id, await this.#plugins.provider(id), assignment, watch, signal);
      this.#metrics.wrote(id, written.tries - 1);
      return written;
    } catch (error) {
      const known = error instanceof PluginFault ? providerError(id, error) : error;
      this.#metrics.failed(id, signal.aborted ? 'aborted' : known instanceof HostError ? known.code : 'internal_error');
      throw known;
    }
  }

  async #tries(
    id: string,
    provider: Provider,
    assignment: Assignment,
    watch: WritingWatch,
    signal: AbortSignal,
  ): Promise<WrittenScript> {
    const most = 1 + this.#config.maxRepairs;
    const warnings: Warning[] = [];
    let failed: ProviderRequest['failed'] = null;
    for (let tries = 1; tries <= most; tries += 1) {
      const repair = tries - 1;
      if (repair === 0) watch.enter('writing', `${id} writes the script.`, 0);
      else {
        watch.restart();
        watch.enter('repairing', `${id} mends the script, try ${repair} of ${most - 1}.`, repair);
      }
      const { files, ...request } = assignment;
      const answer = await this.#answer(id, provider, { ...request, failed }, watch, signal);
      watch.enter('checking', 'The script is compiled.', repair);
      const surroundings = await this.#library.around(answer.script, files);
      const { value: model, diagnostics } = this.#analyse(answer.script, surroundings);
      warnings.push(...answer.warnings);
      const { usage } = answer;
      if (usage !== null) this.#metrics.used(id, usage);
      watch.tried({
        provider: id,
        script: answer.script,
        diagnostics: diagnostics.map((each) => ({ ...diagnosticToJson(each, SCRIPT_NAME) })),
        usage,
      });
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      // An empty script has no errors, but is no scene either.
      if (errors.length === 0 && answer.script.trim() !== '') {
        const note = `provider: ${id} needed ${tries - 1} repair${tries === 2 ? '' : 's'} of its script`;
        return {
          provider: id,
          script: answer.script,
          model,
          surroundings,
          diagnostics,
          summary: answer.summary,
          usage,
          tries,
          warnings,
          degrade_notes: tries > 1 ? [note] : [],
        };
      }
      failed = { script: answer.script, diagnostics };
    }
    throw new HostError('provider_script_invalid', {
      provider: id,
      tries: most,
      diagnostics: failed?.diagnostics.slice(0, MOST_TOLD) ?? [],
    });
  }

  /** A provider that says it is deterministic is asked the same thing once. */
  async #answer(
    id: string,
    provider: Provider,
    request: ProviderRequest,
    watch: WritingWatch,
    signal: AbortSignal,
  ): Promise<Written> {
    const manifest = this.#plugins.find('provider', id)?.manifest;
    const key = manifest?.capabilities.includes('deterministic')
      ? JSON.stringify([id, manifest.version, request])
      : null;
    const known = key === null ? undefined : this.#answers.get(key);
    if (known !== undefined) {
      watch.wrote(known.script);
      return known;
    }
    const written = await collect(provider, request, watch, signal);
    if (key !== null) this.#answers.set(key, written);
    return written;
  }

  #analyse(script: string, surroundings: Surroundings): Staged<Model> {
    const key = JSON.stringify([script, surroundings]);
    const known = this.#analyses.get(key);
    if (known !== undefined) return known;
    const analysed = analyse(script, surroundings);
    this.#analyses.set(key, analysed);
    return analysed;
  }
}

interface Written extends Omit<Extract<ProviderPiece, { type: 'done' }>, 'type' | 'usage'> {
  readonly script: string;
  readonly usage: ModelUsage | null;
}

async function collect(
  provider: Provider,
  request: ProviderRequest,
  watch: WritingWatch,
  signal: AbortSignal,
): Promise<Written> {
  const pieces: string[] = [];
  let length = 0;
  let ending: Omit<Extract<ProviderPiece, { type: 'done' }>, 'type'> = { summary: '', warnings: [] };
  for await (const piece of provider.compose(request, signal)) {
    if (piece.type === 'done') {
      ending = piece;
      break;
    }
    const text = piece.text.slice(0, MOST_CHARACTERS - length);
    pieces.push(text);
    length += text.length;
    watch.wrote(text);
    if (length >= MOST_CHARACTERS) {
      const message = `The script was cut at ${MOST_CHARACTERS} characters.`;
      ending = { summary: '', warnings: [{ code: 'host/script-too-long', message }] };
      break;
    }
  }
  return { ...ending, script: pieces.join(''), usage: ending.usage ?? null };
}

function providerError(provider: string, fault: PluginFault): HostError {
  const details = { provider, code: fault.code, reason: fault.message, cure: fault.cure };
  if (fault.code === 'host/plugin-timeout') return new HostError('provider_timeout', details, { cause: fault });
  const used = fault.method === 'compose';
  return new HostError(used ? 'provider_failed' : 'provider_unavailable', details, { cause: fault });
}
