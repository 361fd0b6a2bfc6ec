import type { Diagnostic } from '../../dsl/index.ts';
import type { PluginContext, Started, Warning } from './plugin.ts';

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
  | { readonly type: 'done'; readonly summary: string; readonly warnings: readonly Warning[] };

export interface Provider extends Started {
  compose(request: ProviderRequest, signal: AbortSignal): AsyncIterable<ProviderPiece>;
}

export interface ProviderPlugin {
  readonly contract: 'provider/1';
  start(context: PluginContext): Promise<Provider>;
}
