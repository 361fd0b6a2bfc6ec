import { unlessAborted } from '../unless-aborted.ts';

/** Work on the same thing, one after the other; on different things at the same time. */
export class InOrder {
  readonly #last = new Map<string, Promise<void>>();

  /** Runs `work` when all that came before it under `key` has ended; gives up waiting with the signal's reason. */
  async run<T>(key: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = Promise.withResolvers<void>();
    const place = before.then(() => mine.promise);
    this.#last.set(key, place);
    try {
      await unlessAborted(before, signal);
      return await work();
    } finally {
      mine.resolve();
      void place.then(() => {
        if (this.#last.get(key) === place) this.#last.delete(key);
      });
    }
  }
}
