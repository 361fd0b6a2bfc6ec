import type { Probe } from '../../plugins/contract/index.ts';

/** How long an answer is taken for true. */
const FRESH_MS = 30_000;

interface Remembered<P> {
  readonly at: number;
  readonly probe: Promise<P>;
}

/**
 * What plugins said of their readiness: asking may start an engine or knock at a server, so an answer serves for a while,
 * and an older one serves those who ask until the new one has come.
 */
export class ProbeMemory<P extends Probe> {
  readonly #ask: (id: string) => Promise<P>;
  readonly #unready: (reason: string) => P;
  readonly #now: () => number;
  readonly #known = new Map<string, Remembered<P>>();
  readonly #asking = new Map<string, Promise<P>>();

  /** `unready` is what is remembered of a plugin that could not even be asked. */
  constructor(ask: (id: string) => Promise<P>, unready: (reason: string) => P, now: () => number) {
    this.#ask = ask;
    this.#unready = unready;
    this.#now = now;
  }

  get(id: string): Promise<P> {
    const known = this.#known.get(id);
    if (known !== undefined && this.#now() - known.at < FRESH_MS) return known.probe;
    const asking = this.#asking.get(id) ?? this.#askAnew(id);
    return known?.probe ?? asking;
  }

  /** Whatever is known now is forgotten: the next who asks waits for a new answer. */
  forget(id: string): void {
    this.#known.delete(id);
  }

  #askAnew(id: string): Promise<P> {
    const probe = this.#ask(id).catch((error: unknown) =>
      this.#unready(error instanceof Error ? error.message : String(error)),
    );
    this.#asking.set(id, probe);
    void probe.then(() => {
      this.#asking.delete(id);
      this.#known.set(id, { at: this.#now(), probe });
    });
    return probe;
  }
}
