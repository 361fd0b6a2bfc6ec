import type { ChildProcess } from 'node:child_process';
import { PluginFailure } from '../../contract/index.ts';
import { type Answer, type Ask, answerSchema } from './engine-messages.ts';

export interface Exchange {
  readonly answer: Promise<Answer>;
  /** When the engine is free again or gone; after an abort that is later than the answer. Never rejects. */
  readonly over: Promise<void>;
}

export interface Patience {
  /** How long one request may take. */
  readonly timeoutMs: number;
  /** How long an engine may go on working for somebody who has gone, before it is ended. */
  readonly graceMs: number;
}

export const abortedFailure = (): PluginFailure =>
  new PluginFailure('aborted', 'The request was given up before the voice had spoken.');

/** Asks an idle engine one thing. It is killed when it takes too long. Fails with `aborted`, `engine-timeout`, `engine-died`, `engine-failed`. */
export function exchange(engine: ChildProcess, ask: Ask, patience: Patience, signal: AbortSignal): Exchange {
  const answer = Promise.withResolvers<Answer>();
  const over = Promise.withResolvers<void>();
  let complaint = '';
  let grace: NodeJS.Timeout | null = null;

  const finish = (): void => {
    clearTimeout(limit);
    if (grace) clearTimeout(grace);
    signal.removeEventListener('abort', onAbort);
    engine.off('message', onMessage).off('exit', onExit).off('error', onError);
    engine.stderr?.off('data', onComplaint);
    engine.channel?.unref();
    over.resolve();
  };
  const fail = (code: string, message: string, cure: string | null): void =>
    answer.reject(new PluginFailure(code, message, cure));

  const onMessage = (message: unknown): void => {
    const parsed = answerSchema.safeParse(message);
    if (!parsed.success) {
      fail('engine-failed', `eSpeak's process answered in the wrong form: ${parsed.error.message}`, null);
      engine.kill('SIGKILL');
    } else if (parsed.data.id !== ask.id) return;
    else if (parsed.data.answer === 'failure')
      fail(
        parsed.data.code,
        `eSpeak failed: ${parsed.data.message}`,
        'Run npm install again, optional packages included.',
      );
    else answer.resolve(parsed.data);
    finish();
  };
  const onExit = (code: number | null, killer: string | null): void => {
    const why = `${killer ?? `exit code ${code}`}${complaint && `: ${complaint.trim()}`}`;
    fail('engine-died', `eSpeak's process ended in the middle of a line (${why}).`, 'Ask again: a new one is started.');
    finish();
  };
  const onError = (error: Error): void => {
    fail('engine-died', `eSpeak's process could not be reached: ${error.message}`, 'Ask again: a new one is started.');
    engine.kill('SIGKILL');
    finish();
  };
  const onComplaint = (text: Buffer): void => {
    complaint = (complaint + text.toString()).slice(-500);
  };
  const onAbort = (): void => {
    answer.reject(abortedFailure());
    grace = setTimeout(() => engine.kill('SIGKILL'), patience.graceMs);
  };
  const limit = setTimeout(() => {
    const cure = 'Speak shorter lines, or raise timeout_ms.';
    fail('engine-timeout', `eSpeak did not answer within ${patience.timeoutMs} ms and was ended.`, cure);
    engine.kill('SIGKILL');
  }, patience.timeoutMs);

  signal.addEventListener('abort', onAbort, { once: true });
  engine.on('message', onMessage).once('exit', onExit).once('error', onError);
  engine.stderr?.on('data', onComplaint);
  // A request holds the host's process; an idle engine must not.
  engine.channel?.ref();
  engine.send(ask, (error) => {
    if (error) onError(error);
  });
  return { answer: answer.promise, over: over.promise };
}
