import { type ChildProcess, spawn } from 'node:child_process';
import { PluginFailure } from '../contract/index.ts';

export interface ProgramCall {
  readonly path: string;
  readonly args: readonly string[];
  /** All that it sees of the environment; nothing where it is left out. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where it runs; the folder of the host where it is left out. */
  readonly cwd?: string;
  /** Written to its standard input, which ends then. */
  readonly input?: string | Uint8Array;
  readonly timeoutMs: number;
  /** What it may write on its standard output; more ends it. */
  readonly mostBytes: number;
  /** How long it gets to end by itself when it is told to, before it is killed; 0 kills it at once. */
  readonly graceMs?: number;
}

export interface ProgramResult {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: Buffer;
  /** The end of its standard error. */
  readonly stderr: string;
}

const STDERR_TAIL = 4000;

/**
 * Runs a program to its end, whatever its exit code. Fails with `engine-missing`, `aborted`, `engine-timeout` and
 * `answer-too-long`. However it ends, whatever it started in its group is dead then.
 */
export async function runProgram(call: ProgramCall, signal: AbortSignal): Promise<ProgramResult> {
  if (signal.aborted) throw aborted(call);
  const { args, cwd, env = {}, graceMs = 0, input, mostBytes, path, timeoutMs } = call;
  // A group of its own, so that what it starts can be ended with it.
  const child = spawn(path, args, { cwd, detached: true, env: { ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  const out: Buffer[] = [];
  let bytes = 0;
  let stderr = '';
  let failure: PluginFailure | null = null;
  let killing: NodeJS.Timeout | null = null;

  const end = (why: PluginFailure): void => {
    if (failure !== null) return;
    failure = why;
    child.stdout.destroy();
    child.stderr.destroy();
    if (graceMs > 0) signalGroup(child, 'SIGTERM');
    killing = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
  };
  const onAbort = (): void => end(aborted(call));
  const limit = setTimeout(
    () =>
      end(
        new PluginFailure(
          'engine-timeout',
          `${path} did not answer within ${timeoutMs} ms and was ended.`,
          'Ask for less at once, or raise its time-out.',
        ),
      ),
    timeoutMs,
  );

  signal.addEventListener('abort', onAbort, { once: true });
  child.stdout.on('data', (chunk: Buffer) => {
    out.push(chunk);
    bytes += chunk.length;
    if (bytes > mostBytes) end(new PluginFailure('answer-too-long', `${path} wrote more than ${mostBytes} bytes.`));
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-STDERR_TAIL);
  });
  // A program that does not read to the end has its reasons; its exit code and what it says tell them.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);

  const { promise: closed, resolve } = Promise.withResolvers<Pick<ProgramResult, 'code' | 'signal'>>();
  child.on('error', (cause) => {
    failure = new PluginFailure(
      'engine-missing',
      `${path} could not be started: ${cause.message}`,
      'Install it again.',
      {
        cause,
      },
    );
    resolve({ code: null, signal: null });
  });
  // What it leaves running would hold its output open, and stay after it.
  child.on('exit', () => signalGroup(child, 'SIGKILL'));
  child.on('close', (code, by) => resolve({ code, signal: by }));
  try {
    const ended = await closed;
    if (failure !== null) throw failure;
    return { ...ended, stdout: Buffer.concat(out), stderr };
  } finally {
    clearTimeout(limit);
    if (killing !== null) clearTimeout(killing);
    signal.removeEventListener('abort', onAbort);
  }
}

function signalGroup({ pid }: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has gone by itself.
  }
}

const aborted = ({ path }: ProgramCall): PluginFailure =>
  new PluginFailure('aborted', `The request was given up before ${path} had answered it.`);
