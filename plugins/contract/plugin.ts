/** What all kinds of plugin share. */

/** A limit met on the way that did not stop the work; shown to people, never dropped. */
export interface Warning {
  /** `voice.espeak/voice-unknown`. */
  readonly code: string;
  readonly message: string;
}

/**
 * The one way for a plugin to fail. `code` is the plugin's own (`no-audio`); the host's guard prefixes it with kind and
 * id. `cure` tells a person what to do.
 */
export class PluginFailure extends Error {
  readonly code: string;
  readonly cure: string | null;
  constructor(code: string, message: string, cure: string | null = null, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PluginFailure';
    this.code = code;
    this.cure = cure;
  }
}

/** What a plugin gets when it is started, and nothing more: no host, no other plugin. */
export interface PluginContext {
  /** Validated against the manifest's `options`, defaults filled in. */
  readonly options: Readonly<Record<string, unknown>>;
  /** A folder of its own, which it may create and write into. */
  readonly dataDir: string;
  readonly log: (level: 'debug' | 'info' | 'warn' | 'error', message: string) => void;
  /** The environment variables named in the manifest's `needs.environment`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Whether a plugin could do its work now, found out without side effects. */
export interface Probe {
  readonly ready: boolean;
  /** One sentence: version and engine when ready, otherwise why not and what to do. */
  readonly detail: string;
  readonly version: string | null;
}

/** What every host-side plugin has. `start` is called once, before first use; `stop` once, after last. */
export interface Started {
  probe(signal: AbortSignal): Promise<Probe>;
  stop(): Promise<void>;
}
