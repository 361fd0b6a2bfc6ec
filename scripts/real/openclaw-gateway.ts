/** OpenClaw's real gateway on a port of this machine, with its OpenAI-compatible end point switched on. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface Gateway {
  readonly url: string;
  close(): Promise<void>;
}

const START_MS = 90_000;
const END_MS = 10_000;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/**
 * Starts it with the configuration that lies in the home of `environment`.
 * @throws Error with its last words where it does not answer in time
 */
export async function startGateway(bin: string, port: number, environment: Record<string, string>): Promise<Gateway> {
  const child = spawn(bin, ['gateway', '--port', String(port)], { env: environment, detached: true });
  let said = '';
  const hear = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-4000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const toGroup = (name: 'SIGTERM' | 'SIGKILL'): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, name);
    } catch {
      // Nobody of the group is left.
    }
  };
  const url = `http://127.0.0.1:${port}/v1`;
  const deadline = AbortSignal.timeout(START_MS);
  while (!(await answers(url))) {
    if (child.exitCode !== null || deadline.aborted) {
      toGroup('SIGKILL');
      throw new Error(`OpenClaw's gateway did not start:\n${said}`);
    }
    await wait(250);
  }
  return {
    url,
    close: async () => {
      const gone = child.exitCode === null ? once(child, 'exit') : null;
      toGroup('SIGTERM');
      await Promise.race([gone, wait(END_MS, null, { ref: false })]);
      toGroup('SIGKILL');
      await gone;
    },
  };
}

/** Whatever it answers, it is there. */
const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/models`).then(
    () => true,
    () => false,
  );
