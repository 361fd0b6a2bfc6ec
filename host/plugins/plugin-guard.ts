import type { Logger } from 'pino';
import { PluginFault, toFault } from './plugin-fault.ts';
import type { PluginMetrics } from './plugin-metrics.ts';

/** Milliseconds a call may take; a stream as a whole takes its method's. */
const TIMEOUTS: Readonly<Record<string, number>> = {
  import: 15_000,
  start: 15_000,
  stop: 3_000,
  probe: 5_000,
  voices: 5_000,
  speak: 20_000,
  transcribe: 120_000,
  compose: 60_000,
  embed: 15_000,
};
const STORE_TIMEOUT = 10_000;

export interface GuardedCall {
  /** The caller's wish to stop; the plugin gets a signal that also fires at the time-out. */
  readonly signal?: AbortSignal;
}

/** What a guard tells of each call, so that the plugin's state can follow. */
export interface CallReport {
  succeeded(): void;
  failed(fault: PluginFault): void;
}

/**
 * The one way into a plugin. Each call has a time-out and an abort signal, its failure is tagged with plugin, method, code
 * and cause, and it is counted. A call that blocks the thread for ever cannot be interrupted from here: a plugin that runs
 * foreign code does so in a process of its own, as `voice/espeak` does.
 */
export class PluginGuard {
  readonly plugin: string;
  readonly #metrics: PluginMetrics;
  readonly #log: Logger;
  readonly #timeouts: Readonly<Record<string, number>>;
  readonly #report: CallReport;
  /** Codes that are answers of the contract, not defects: `runtime.sqlite/revision-conflict`. */
  readonly #answers: ReadonlySet<string>;

  constructor(parts: {
    readonly plugin: string;
    readonly metrics: PluginMetrics;
    readonly log: Logger;
    readonly timeouts: Readonly<Record<string, number>>;
    readonly report: CallReport;
    readonly answers: readonly string[];
  }) {
    this.plugin = parts.plugin;
    this.#metrics = parts.metrics;
    this.#log = parts.log;
    this.#timeouts = { ...TIMEOUTS, ...parts.timeouts };
    this.#report = parts.report;
    this.#answers = new Set(parts.answers.map((code) => `${parts.plugin.replace('/', '.')}/${code}`));
  }

  /** Runs `work`; whatever it throws, or its silence, becomes a `PluginFault`. `check` turns the result into what is known to be right. */
  async call<T>(
    method: string,
    work: (signal: AbortSignal) => unknown,
    check: (result: unknown) => T,
    options: GuardedCall = {},
  ): Promise<T> {
    const limit = this.#limit(method, options.signal);
    const end = this.#metrics.started(this.plugin, method);
    try {
      const result = await Promise.race([(async () => work(limit.signal))(), limit.expired]);
      const checked = this.#checked(method, result, check);
      end('ok');
      this.#report.succeeded();
      return checked;
    } catch (thrown) {
      throw this.#failed(method, thrown, end, options.signal);
    } finally {
      limit.dispose();
    }
  }

  /** The same for a stream: every piece is checked, and the whole must end within the method's time. */
  async *stream<T>(
    method: string,
    open: (signal: AbortSignal) => AsyncIterable<unknown>,
    check: (piece: unknown) => T,
    options: GuardedCall = {},
  ): AsyncGenerator<T, void, undefined> {
    const limit = this.#limit(method, options.signal);
    const end = this.#metrics.started(this.plugin, method);
    let pieces: AsyncIterator<unknown> | null = null;
    let finished = false;
    try {
      const opened = await Promise.race([(async () => open(limit.signal)[Symbol.asyncIterator]())(), limit.expired]);
      pieces = opened;
      for (;;) {
        const next = await Promise.race([(async () => opened.next())(), limit.expired]);
        if (next.done) break;
        yield this.#checked(method, next.value, check);
      }
      finished = true;
      end('ok');
      this.#report.succeeded();
    } catch (thrown) {
      throw this.#failed(method, thrown, end, options.signal);
    } finally {
      limit.dispose();
      // Not awaited: a plugin that hangs would hang its caller here too. What it throws now concerns nobody.
      if (!finished) void Promise.resolve(pieces?.return?.()).catch(() => undefined);
    }
  }

  #checked<T>(method: string, result: unknown, check: (result: unknown) => T): T {
    try {
      return check(result);
    } catch (thrown) {
      if (thrown instanceof PluginFault) throw thrown;
      throw new PluginFault(
        this.plugin,
        method,
        {
          code: 'host/plugin-result-invalid',
          message: `its answer does not fit the contract: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
          cure: 'Report this to the author of the plugin; the conformance kit finds it.',
        },
        thrown,
      );
    }
  }

  #failed(method: string, thrown: unknown, end: (outcome: 'failed' | 'aborted' | 'ok') => void, signal?: AbortSignal) {
    const fault = toFault(this.plugin, method, thrown);
    if (signal?.aborted) {
      end('aborted');
    } else if (this.#answers.has(fault.code)) {
      end('ok');
    } else {
      end('failed');
      this.#log.warn({ plugin: this.plugin, method, code: fault.code, err: fault.cause ?? fault }, fault.message);
      this.#report.failed(fault);
    }
    return fault;
  }

  #limit(method: string, outer: AbortSignal | undefined) {
    const ms = this.#timeouts[method] ?? STORE_TIMEOUT;
    const inner = new AbortController();
    const { promise: expired, reject } = Promise.withResolvers<never>();
    expired.catch(() => undefined);
    const stop = (fault: PluginFault): void => {
      reject(fault);
      inner.abort(fault);
    };
    const timer = setTimeout(() => {
      stop(
        new PluginFault(this.plugin, method, {
          code: 'host/plugin-timeout',
          message: `it did not answer within ${ms} ms`,
          cure: 'Is what it calls (a program, a server) stuck? Try again, or give it more time.',
        }),
      );
    }, ms);
    const onAbort = (): void => {
      stop(
        new PluginFault(this.plugin, method, {
          code: 'host/plugin-aborted',
          message: 'the call was given up by its caller',
          cure: 'Ask again.',
        }),
      );
    };
    if (outer?.aborted) onAbort();
    else outer?.addEventListener('abort', onAbort, { once: true });
    return {
      signal: inner.signal,
      expired,
      dispose: (): void => {
        clearTimeout(timer);
        outer?.removeEventListener('abort', onAbort);
      },
    };
  }
}
