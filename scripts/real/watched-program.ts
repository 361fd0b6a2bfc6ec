/** What a program does that a plugin runs: its exit codes, whom it connects to, what it leaves running. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface WatchedProgram {
  /** To be run in place of the program. */
  readonly bin: string;
  /** Of each run since this was asked last; a run that was killed leaves none. */
  exitCodes(): Promise<readonly string[]>;
  /** Addresses outside this machine that it tried to connect to, names asked for at the trap included. */
  strangers(): Promise<readonly string[]>;
}

export interface Trap {
  /** An HTTP proxy that lets nothing through. */
  readonly url: string;
  readonly asked: string[];
  close(): Promise<void>;
}

/** Programs that honour `HTTPS_PROXY` tell it the names that they want to reach. */
export async function openTrap(): Promise<Trap> {
  const asked: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (chunk) => {
      asked.push(chunk.toString().split(' ').slice(0, 2).join(' '));
      socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The trap has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    close: async () => {
      server.close();
    },
  };
}

/** Whether `strace` is there, without which only the trap tells. */
export const canTrace = (): boolean => spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const CONNECT = /sa_family=AF_INET6?, .*?sin6?_port=htons\((\d+)\).*?(?:inet_addr\("|inet_pton\(AF_INET6, ")([^"]+)"/;
const AT_HOME = /^(?:127\.|::1$|::ffff:127\.|0\.0\.0\.0$|::$)/;

/** The addresses outside this machine, with their ports, in what strace wrote down. */
export function strangersIn(trace: string): string[] {
  const found = trace.split('\n').map((line) => CONNECT.exec(line));
  return found.flatMap((match) => (match?.[2] && !AT_HOME.test(match[2]) ? [`${match[2]}:${match[1]}`] : []));
}

/** Wraps `program` in a script in `folder` that keeps a record of each run. */
export async function watchProgram(program: string, folder: string, trap: Trap): Promise<WatchedProgram> {
  const bin = join(folder, 'watched');
  const traces = join(folder, 'traces');
  const codes = join(folder, 'codes');
  const strace = `strace -f -qq --seccomp-bpf -e trace=connect,sendto -o ${quoted(traces)}.$$ `;
  const lines = [
    '#!/bin/sh',
    // Whoever ends the group ends the program; this waits for it, to write down how it went.
    'trap : TERM',
    `${canTrace() ? strace : ''}${quoted(program)} "$@"`,
    'code=$?',
    `echo "$code" >> ${quoted(codes)}`,
    'exit "$code"',
  ];
  await writeFile(bin, `${lines.join('\n')}\n`, { mode: 0o755 });
  const traceFiles = async (): Promise<string[]> =>
    (await readdir(folder)).filter((name) => name.startsWith('traces.')).map((name) => join(folder, name));
  return {
    bin,
    exitCodes: async () => {
      const text = await readFile(codes, 'utf8').catch(() => '');
      await rm(codes, { force: true });
      return text.split('\n').filter((line) => line !== '');
    },
    strangers: async () => {
      const texts = await Promise.all((await traceFiles()).map((file) => readFile(file, 'utf8')));
      return [...new Set([...texts.flatMap(strangersIn), ...trap.asked])];
    },
  };
}

/** Processes that still run with `home` as their home, as `id name`; null where the system does not tell. */
export async function leftRunning(home: string): Promise<readonly string[] | null> {
  const entries = await readdir('/proc').catch(() => null);
  if (entries === null) return null;
  const found: string[] = [];
  for (const id of entries.filter((name) => /^\d+$/.test(name))) {
    const environment = await readFile(`/proc/${id}/environ`, 'utf8').catch(() => '');
    if (!environment.split('\0').includes(`HOME=${home}`)) continue;
    const command = await readFile(`/proc/${id}/comm`, 'utf8').catch(() => '');
    found.push(`${id} ${command.trim()}`);
  }
  return found;
}
