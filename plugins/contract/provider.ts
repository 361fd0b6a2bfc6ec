import type { Diagnostic } from '../../dsl/index.ts';
import type { PluginContext, Probe, Started, Warning } from './plugin.ts';

/** A prompt to be turned into a scene script, or a script to be mended. */
export interface ProviderRequest {
  readonly prompt: string;
  /** What plays now, when this is a follow-up. */
  readonly currentScript: string | null;
  /** The last try and what the compiler said of it, when this is a repair. */
  readonly failed: { readonly script: string; readonly diagnostics: readonly Diagnostic[] } | null;
  /** Changes nothing for equal seeds: a deterministic provider answers alike. */
  readonly seed: number;
}

/** Streamed in pieces; the last is `done`. The whole script is all `script` pieces joined. */
export type ProviderPiece =
  | { readonly type: 'script'; readonly text: string }
  | {
      readonly type: 'done';
      readonly summary: string;
      readonly warnings: readonly Warning[];
      /** Left out by a provider that asks no model. */
      readonly usage?: ModelUsage;
    };

/** What an answer cost; null where the model's server does not say. */
export interface ModelUsage {
  readonly model: string | null;
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
  /** From the request to the first piece of script. */
  readonly first_piece_ms: number;
  readonly total_ms: number;
  /** Requests sent, those included that were refused and sent again; at least 1. */
  readonly requests: number;
}

/** What a provider knows of the model behind it; left out where there is none, null where it could not be found out. */
export interface ProviderProbe extends Probe {
  /** Whether it was given every setting that it can't do without. */
  readonly configured?: boolean;
  readonly reachable?: boolean | null;
  readonly model?: string | null;
  readonly model_present?: boolean | null;
}

/** What texts are about, as vectors in the space of one model. */
export interface Embeddings {
  readonly model: string;
  /** One for each text, in order, all of one length; they need not be of length 1. */
  readonly vectors: readonly (readonly number[])[];
}

export interface Provider extends Started {
  probe(signal: AbortSignal): Promise<ProviderProbe>;
  compose(request: ProviderRequest, signal: AbortSignal): AsyncIterable<ProviderPiece>;
  /** Left out, or null, where there is no model for it. */
  readonly embed?: ((texts: readonly string[], signal: AbortSignal) => Promise<Embeddings>) | null;
}

export interface ProviderPlugin {
  readonly contract: 'provider/1';
  start(context: PluginContext): Promise<Provider>;
}
