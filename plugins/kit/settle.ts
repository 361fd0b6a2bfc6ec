import type { PluginFailure } from '../contract/index.ts';
import { ensure } from './check.ts';

/** Longer than any plugin may need to notice that it was given up. */
const PROMPT_MS = 3000;

/** Waits for `work`, but no longer than a person would: a plugin that hangs fails with `reason`. */
export async function within<T>(work: Promise<T>, reason: string, limitMs = PROMPT_MS): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(reason)), limitMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** The failure of `work`, which must be a `PluginFailure` with a code and a message; `what` names the case in the reason. */
export async function failureOf(what: string, work: () => Promise<unknown>): Promise<PluginFailure> {
  try {
    await work();
  } catch (error) {
    ensure(isPluginFailure(error), `${what} failed with ${describeError(error)}, not with a PluginFailure`);
    ensure(
      /^[a-z][a-z0-9-]*$/.test(error.code),
      `${what} failed with the code "${error.code}", which is not lower-case-with-dashes`,
    );
    ensure(error.message.trim() !== '', `${what} failed without a message`);
    return error;
  }
  throw new Error(`${what} did not fail`);
}

/** An abort, before and during the work: it must end soon, and if it fails, then as a `PluginFailure`. */
export async function ensureAbortable(what: string, work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  const late = `${what} had not ended ${PROMPT_MS} ms after its abort`;
  await within(
    failureOf(`${what} with a signal that was aborted before`, () => work(AbortSignal.abort())),
    late,
  );
  const control = new AbortController();
  const running = work(control.signal);
  setTimeout(() => control.abort(), 1);
  const ended = await within(
    running.then(
      () => null,
      (error: unknown) => ({ error }),
    ),
    late,
  );
  if (ended) await failureOf(`${what}, aborted on the way,`, () => Promise.reject(ended.error));
}

/** By its shape, as the host does: a plugin may carry its own copy of the contract, or none. */
const isPluginFailure = (error: unknown): error is PluginFailure =>
  error instanceof Error && error.name === 'PluginFailure' && 'code' in error && typeof error.code === 'string';

const describeError = (error: unknown): string =>
  error instanceof Error ? `${error.name} "${error.message}"` : String(error);
