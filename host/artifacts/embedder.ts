import type { Provider } from '../../plugins/contract/index.ts';
import { PluginFault } from '../plugins/plugin-fault.ts';
import type { PluginRegistry } from '../plugins/plugin-registry.ts';

/** Vectors of length 1 in the space of one model. */
export interface Embedded {
  readonly model: string;
  readonly vectors: readonly Float32Array<ArrayBuffer>[];
}

/** Texts as vectors by the model of a provider, where one was chosen for it. */
export class Embedder {
  readonly #plugins: PluginRegistry;
  readonly #provider: string | null;

  constructor(plugins: PluginRegistry, provider: string | null) {
    this.#plugins = plugins;
    this.#provider = provider;
  }

  get chosen(): boolean {
    return this.#provider !== null;
  }

  /** One vector for each text, or why there are none, as a warning. */
  async embed(texts: readonly string[], signal: AbortSignal): Promise<Embedded | string> {
    const id = this.#provider;
    if (id === null) return 'no provider was chosen for it';
    try {
      const { embed }: Provider = await this.#plugins.provider(id);
      if (!embed) return `${id} was given no model for it: set OPENCOMMOTION_EMBEDDING_MODEL`;
      const { model, vectors } = await embed(texts, signal);
      if (vectors.length !== texts.length) return `${id} gave ${vectors.length} vectors for ${texts.length} texts`;
      return { model: `${id}/${model}`, vectors: vectors.map(unit) };
    } catch (error) {
      if (!(error instanceof PluginFault)) throw error;
      return `${error.message} (${error.cure})`;
    }
  }
}

function unit(numbers: readonly number[]): Float32Array<ArrayBuffer> {
  const length = Math.sqrt(numbers.reduce((sum, each) => sum + each * each, 0)) || 1;
  return Float32Array.from(numbers, (each) => each / length);
}
