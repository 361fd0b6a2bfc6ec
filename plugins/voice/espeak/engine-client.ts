import { type ChildProcess, fork } from 'node:child_process';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { PluginFailure } from '../../contract/index.ts';
import type { Answer, Ask } from './engine-messages.ts';
import { abortedFailure, exchange, type Patience } from './exchange.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

export interface EngineClient {
  /** One request at a time, in order; fails as `exchange` does, and with `stopped`. */
  ask(ask: WithoutId<Ask>, signal: AbortSignal): Promise<Answer>;
  /** Ends the process; later requests fail with `stopped`. */
  stop(): Promise<void>;
  /** Of the running process; null when there is none. */
  pid(): number | null;
}

/** Keeps the engine's process: starts it when it is needed and anew when it has gone. `module` is what it runs. */
export function createEngineClient(module: URL, patience: Patience): EngineClient {
  let child: ChildProcess | null = null;
  let lastId = 0;
  let stopped = false;
  let busy: Promise<void> = Promise.resolve();

  const start = (): ChildProcess => {
    const engine = fork(fileURLToPath(module), {
      execArgv: [],
      // The engine needs no environment, so it sees none of the host's secrets.
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    engine.unref();
    engine.channel?.unref();
    if (engine.stderr instanceof Socket) engine.stderr.unref();
    const forget = (): void => {
      if (child === engine) child = null;
    };
    engine.once('exit', forget).once('disconnect', forget);
    return engine;
  };

  return {
    ask: async (ask, signal) => {
      const before = busy;
      const mine = Promise.withResolvers<void>();
      busy = mine.promise;
      try {
        await unlessAborted(before, signal);
        if (signal.aborted) throw abortedFailure();
        if (stopped) throw new PluginFailure('stopped', 'The voice has been stopped.');
      } catch (error) {
        void before.then(mine.resolve);
        throw error;
      }
      child ??= start();
      const talk = exchange(child, { ...ask, id: ++lastId }, patience, signal);
      void talk.over.then(mine.resolve);
      return talk.answer;
    },
    stop: async () => {
      stopped = true;
      const engine = child;
      if (!engine) return;
      const gone = new Promise((resolve) => engine.once('exit', resolve));
      engine.ref();
      engine.kill('SIGKILL');
      await gone;
    },
    pid: () => child?.pid ?? null,
  };
}

async function unlessAborted(waiting: Promise<void>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) throw abortedFailure();
  const given = Promise.withResolvers<void>();
  const onAbort = (): void => given.reject(abortedFailure());
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    await Promise.race([waiting, given.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
