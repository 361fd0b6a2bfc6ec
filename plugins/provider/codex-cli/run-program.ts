import { spawn } from 'node:child_process';
import { PluginFailure } from '../../contract/index.ts';

export interface ProgramCall {
  readonly path: string;
  readonly args: readonly string[];
  readonly folder: string;
  /** All that it sees. */
  readonly environment: Readonly<Record<string, string>>;
  /** Given on its standard input, which is closed then. */
  readonly input: string;
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

/** Between the polite end and the forced one. */
const GRACE_MS = 1_000;
/** For what it wrote last to arrive, where somebody else still holds its output open. */
const LAST_WORDS_MS = 500;
const STDERR_TAIL = 4_000;

/**
 * Runs a program to its end, whatever its exit code. Fails with `no-program`, `aborted`, `program-timeout` and
 * `answer-too-long`. When it comes back, the program and what it started in its process group are gone.
 */
export function runProgram(call: ProgramCall, signal: AbortSignal): Promise<ProgramResult> {
  if (signal.aborted) return Promise.reject(aborted());
  const { promise, reject, resolve } = Promise.withResolvers<ProgramResult>();
  // A group of its own, so that what it starts can be ended with it.
  const child = spawn(call.path, call.args, { cwd: call.folder, env: call.environment, detached: true });
  const out: Buffer[] = [];
  let bytes = 0;
  let stderr = '';
  let failure: PluginFailure | null = null;
  const timers: NodeJS.Timeout[] = [];

  const toGroup = (name: 'SIGTERM' | 'SIGKILL'): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, name);
    } catch {
      // Nobody of the group is left.
    }
  };
  const end = (why: PluginFailure): void => {
    if (failure !== null) return;
    failure = why;
    toGroup('SIGTERM');
    timers.push(setTimeout(() => toGroup('SIGKILL'), GRACE_MS));
  };
  const onAbort = (): void => end(aborted());
  const late = `${call.path} had not answered after ${call.timeoutMs / 1000} s and was ended.`;
  const cure = 'Ask for less, choose a faster model, or raise the time-out.';
  timers.push(setTimeout(() => end(new PluginFailure('program-timeout', late, cure)), call.timeoutMs));

  signal.addEventListener('abort', onAbort, { once: true });
  child.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= call.mostBytes) out.push(chunk);
    else end(new PluginFailure('answer-too-long', `${call.path} wrote more than ${call.mostBytes} bytes.`));
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-STDERR_TAIL);
  });
  child.stdin.on('error', () => {
    // A program that ends before it has read its input says why by its exit code and standard error.
  });
  child.stdin.end(call.input);
  child.on('error', (cause) => reject(notStarted(call.path, cause)));
  child.on('exit', () => {
    toGroup('SIGKILL');
    timers.push(setTimeout(() => [child.stdout, child.stderr].map((stream) => stream.destroy()), LAST_WORDS_MS));
  });
  child.on('close', (code, killer) => {
    if (failure === null) resolve({ code, signal: killer, stdout: Buffer.concat(out).toString(), stderr });
    else reject(failure);
  });
  return promise.finally(() => {
    for (const timer of timers) clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  });
}

const aborted = (): PluginFailure => new PluginFailure('aborted', 'The request was given up.');

const notStarted = (path: string, cause: Error): PluginFailure =>
  new PluginFailure('no-program', `${path} could not be started: ${cause.message}`, 'Install it again.', { cause });
