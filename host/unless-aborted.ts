/** The result of `work`, or the signal's reason as soon as it fires; the work itself goes on, and its end concerns nobody. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const given = Promise.withResolvers<never>();
  const giveUp = (): void => given.reject(signal.reason);
  if (signal.aborted) giveUp();
  else signal.addEventListener('abort', giveUp, { once: true });
  try {
    return await Promise.race([given.promise, work]);
  } finally {
    signal.removeEventListener('abort', giveUp);
    work.catch(() => undefined);
    given.promise.catch(() => undefined);
  }
}
