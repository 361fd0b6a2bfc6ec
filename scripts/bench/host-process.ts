/** Servers in processes of their own, for benches that measure a host from outside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Server {
  readonly address: string;
  readonly process: ChildProcess;
}

/** Starts a program and waits until it has said where it listens. */
export async function startServer(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it listened`)));
  });
  return { address, process: child };
}

export async function stopServer(server: Server): Promise<void> {
  const ended = new Promise<void>((done) => server.process.once('exit', () => done()));
  server.process.kill('SIGTERM');
  await ended;
}

/** A real host with the built-in provider and the embedded voice; its data lie in a folder that goes with it. */
export async function withHost(use: (host: Server) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'opencommotion-bench-'));
  const host = await startServer(join(import.meta.dirname, '../../host/main.ts'), [], {
    GATEWAY_HOST: '127.0.0.1',
    GATEWAY_PORT: '0',
    OPENCOMMOTION_DATA_DIR: folder,
    OPENCOMMOTION_AUTH_MODE: 'network-trust',
    OPENCOMMOTION_LLM_PROVIDER: 'heuristic',
    OPENCOMMOTION_RUNTIME: 'sqlite',
    OPENCOMMOTION_TTS_ENGINE: 'auto',
  });
  try {
    await use(host);
  } finally {
    await stopServer(host);
    await rm(folder, { recursive: true, force: true });
  }
}

export async function post(address: string, path: string, body: unknown): Promise<string> {
  const answer = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
  return text;
}

const counter = { turns: 0 };

/** Asks for a scene; every turn has a session of its own, so that each is a whole scene and not a follow-up. */
export function askTurn(address: string, prompt: string): Promise<string> {
  counter.turns += 1;
  return post(address, '/v2/orchestrate', { session_id: `bench-${counter.turns}`, prompt });
}
