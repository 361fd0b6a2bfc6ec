import { PluginFailure } from '../contract/index.ts';

/** Lets so many through at once; the others wait for their turn, in the order in which they came. */
export interface Turnstile {
  /** Fails with `aborted` where the wait was given up, else as `work` does. */
  pass<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

export function createTurnstile(atOnce: number): Turnstile {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  const turn = async (signal: AbortSignal): Promise<void> => {
    if (signal.aborted) throw givenUp();
    if (free > 0) {
      free -= 1;
      return;
    }
    const { promise, reject, resolve } = Promise.withResolvers<void>();
    const giveUp = (): void => {
      const place = waiting.indexOf(resolve);
      // Not among those who wait: the turn had come in this very moment, and is used.
      if (place < 0) return;
      waiting.splice(place, 1);
      reject(givenUp());
    };
    waiting.push(resolve);
    signal.addEventListener('abort', giveUp, { once: true });
    await promise.finally(() => signal.removeEventListener('abort', giveUp));
  };
  return {
    pass: async (work, signal) => {
      await turn(signal);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}

const givenUp = (): PluginFailure =>
  new PluginFailure('aborted', 'The request was given up while it waited for its turn.');
