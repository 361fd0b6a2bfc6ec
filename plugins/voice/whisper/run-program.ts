import { spawn } from 'node:child_process';
import { PluginFailure } from '../../contract/index.ts';

export interface ProgramCall {
  readonly path: string;
  readonly args: readonly string[];
  readonly timeoutMs: number;
  /** What it may write on its standard output; more ends it. */
  readonly mostBytes: number;
}

export interface ProgramResult {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  /** The end of its standard error. */
  readonly stderr: string;
}

const STDERR_TAIL = 4000;

/**
 * Runs a program to its end, whatever its exit code. It sees no environment variable. Fails with `engine-missing`,
 * `aborted`, `engine-timeout` and `answer-too-long`; the program, and whatever it started, is dead then.
 */
export function runProgram(call: ProgramCall, signal: AbortSignal): Promise<ProgramResult> {
  const { promise, reject, resolve } = Promise.withResolvers<ProgramResult>();
  if (signal.aborted) return Promise.reject(aborted());
  // A group of its own, so that what it starts can be ended with it.
  const child = spawn(call.path, call.args, { detached: true, env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
  const out: Buffer[] = [];
  let bytes = 0;
  let stderr = '';

  const end = (failure: PluginFailure): void => {
    reject(failure);
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // The group has gone by itself in this very moment.
      }
    }
    child.stdout.destroy();
    child.stderr.destroy();
  };
  const onAbort = (): void => end(aborted());
  const limit = setTimeout(() => {
    const message = `${call.path} did not answer within ${call.timeoutMs} ms and was ended.`;
    end(new PluginFailure('engine-timeout', message, 'Send a shorter recording, or raise timeout_ms.'));
  }, call.timeoutMs);

  signal.addEventListener('abort', onAbort, { once: true });
  child.stdout.on('data', (chunk: Buffer) => {
    out.push(chunk);
    bytes += chunk.length;
    if (bytes > call.mostBytes)
      end(new PluginFailure('answer-too-long', `${call.path} wrote more than ${call.mostBytes} bytes.`));
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-STDERR_TAIL);
  });
  child.on('error', (cause) =>
    end(
      new PluginFailure('engine-missing', `${call.path} could not be started: ${cause.message}`, 'Install it again.', {
        cause,
      }),
    ),
  );
  child.on('close', (code, killer) => resolve({ code, signal: killer, stdout: Buffer.concat(out).toString(), stderr }));
  return promise.finally(() => {
    clearTimeout(limit);
    signal.removeEventListener('abort', onAbort);
  });
}

export const aborted = (): PluginFailure =>
  new PluginFailure('aborted', 'The request was given up before the recording had been understood.');
