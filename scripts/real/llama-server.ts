/**
 * provider/openai-compatible against a real server of that protocol, llama.cpp's: `node scripts/real/llama-server.ts`. The source
 * comes from npm (node-llama-cpp carries it as a git bundle), git, CMake and a C++ compiler build it (`apt-get install cmake g++`),
 * and models without training stand in for trained ones: each recites a text, so this shows that the two understand each other,
 * not how well a model writes. Prints a row for each case.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Config } from '../../host/config.ts';
import { TOKENS } from '../../host/container.ts';
import { createHost, type Host } from '../../host/create-host.ts';
import { printTable } from '../bench/measure.ts';
import { freePort } from './free-port.ts';
import { packageFolder } from './real-programs.ts';
import { recitingLlm } from './reciting-llm.ts';

const GOOD = 'scene "A ball" {\n  actor ball is ball at (640, 459)\n  say line "A ball lies here." at 0.5s\n}\n';
const READY_MS = 60_000;
const KEY = 'a-key-of-this-test';

interface Case {
  readonly name: string;
  readonly recital: string;
  readonly endless?: boolean;
  /** Flags of the server. */
  readonly flags?: readonly string[];
  /** What is sent as a key. */
  readonly key?: string;
  /** The turn is cancelled once the answer has begun. */
  readonly cancel?: boolean;
  /** The server is ended once the answer has begun. */
  readonly kill?: boolean;
}

const CASES: readonly Case[] = [
  { name: 'a good script', recital: GOOD },
  { name: 'in a fence, with prose around it', recital: `Here you are:\n\n\`\`\`scene\n${GOOD}\`\`\`\nThat is all.` },
  { name: 'broken, and broken again', recital: GOOD.replace('is ball', 'is bal') },
  { name: 'prose only', recital: 'I would rather talk about the weather.' },
  { name: 'cut off in the middle', recital: GOOD, flags: ['-n', '8'] },
  { name: 'too long a prompt for it', recital: GOOD, flags: ['-c', '512'] },
  { name: 'a key that it refuses', recital: GOOD, flags: ['--api-key', KEY], key: 'another' },
  { name: 'a key that it takes', recital: GOOD, flags: ['--api-key', KEY], key: KEY },
  { name: 'without end, and the turn is cancelled', recital: GOOD, endless: true, cancel: true },
  { name: 'without end, and the server dies', recital: GOOD, endless: true, kill: true },
];

const envelopeSchema = z.object({
  provider: z.object({ tries: z.int(), usage: z.object({ input_tokens: z.int(), output_tokens: z.int() }) }),
});
const failureSchema = z.object({
  status: z.int(),
  detail: z.object({ error: z.string(), code: z.string().optional() }),
});

const folder = packageFolder('node-llama-cpp', '3.22.1');
const source = join(folder, 'llama/source');
const program = join(source, 'build/bin/llama-server');
if (!existsSync(program)) build();
const rows: string[][] = [['the model recites', 'probe', 'the turn', 'script pieces streamed', 's']];
for (const each of CASES) rows.push(await tryCase(each));
rows.push(await tryEmbeddings());
printTable(rows);

function build(): void {
  console.error('Building llama-server');
  const run = (command: string, ...words: string[]) =>
    execFileSync(command, words, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (!existsSync(source))
    run('git', '-c', 'advice.detachedHead=false', 'clone', '--quiet', join(folder, 'llama/gitRelease.bundle'), source);
  const off = [
    'LLAMA_BUILD_TESTS',
    'LLAMA_BUILD_EXAMPLES',
    'LLAMA_BUILD_APP',
    'LLAMA_USE_PREBUILT_UI',
    'LLAMA_OPENSSL',
  ];
  const flags = ['GGML_NATIVE', ...off].map((name) => `-D${name}=OFF`);
  // Little optimised: it is built once for a few short answers.
  run(
    'cmake',
    '-S',
    source,
    '-B',
    join(source, 'build'),
    '-DCMAKE_BUILD_TYPE=Release',
    '-DCMAKE_CXX_FLAGS_RELEASE=-O1',
    ...flags,
  );
  run('cmake', '--build', join(source, 'build'), '-j2', '--target', 'llama-server');
}

function tryCase(each: Case): Promise<string[]> {
  return withServer(each, (host, server, url) => askFor(each, host, server, url));
}

async function withServer(
  each: Case,
  use: (host: Host, server: ChildProcess, url: string) => Promise<string[]>,
): Promise<string[]> {
  const room = await mkdtemp(join(tmpdir(), 'opencommotion-llama-'));
  const model = join(room, 'recital.gguf');
  await writeFile(model, recitingLlm(each.recital, { endless: each.endless === true }));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const words = [
    '-m',
    model,
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--alias',
    'recital',
    ...(each.flags ?? []),
  ];
  const server = spawn(program, words, { stdio: 'ignore' });
  try {
    await listening(url, server);
    return await withHost(room, { url, key: each.key ?? '' }, (host) => use(host, server, url));
  } finally {
    server.kill('SIGKILL');
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
    await rm(room, { recursive: true, force: true });
  }
}

/** Artifacts are found by meaning with the server's embeddings: whatever they are worth, no warning says that they failed. */
async function tryEmbeddings(): Promise<string[]> {
  const each = { name: 'embeddings for artifacts', recital: GOOD, flags: ['--embeddings', '--pooling', 'mean'] };
  return withServer(each, (host) => find(host));
}

async function find({ app, house }: Host): Promise<string[]> {
  const start = performance.now();
  const probe = await house.resolve(TOKENS.providerProbes).get('openai-compatible');
  for (const title of ['A lighthouse', 'A spreadsheet'])
    await app.inject({ method: 'POST', url: '/v1/artifacts/save', payload: { title } });
  const found = z
    .object({ results: z.array(z.object({ title: z.string() })), warnings: z.array(z.string()) })
    .parse((await app.inject({ url: '/v1/artifacts/search?q=lighthouse&mode=semantic' })).json());
  const outcome = `${found.results.length} found, ${found.warnings.join('; ') || 'no warning'}`;
  return ['embeddings for artifacts', probe.ready ? 'ready' : probe.detail, outcome, '-', secondsSince(start)];
}

function secondsSince(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}

async function listening(url: string, server: ChildProcess): Promise<void> {
  const end = Date.now() + READY_MS;
  while (Date.now() < end && server.exitCode === null) {
    const there = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (there) return;
    await wait(100);
  }
  throw new Error('llama-server did not begin to listen.');
}

async function withHost<T>(room: string, { url, key }: { url: string; key: string }, use: (host: Host) => Promise<T>) {
  const host = await createHost({
    environment: {
      OPENCOMMOTION_OPENAI_BASE_URL: `${url}/v1`,
      OPENCOMMOTION_LLM_MODEL: 'recital',
      OPENCOMMOTION_EMBEDDING_MODEL: 'recital',
      ...(key === '' ? {} : { OPENCOMMOTION_OPENAI_API_KEY: key }),
    },
    dataDir: join(room, 'data'),
    embeddingsProvider: 'openai-compatible',
    provider: { id: 'openai-compatible', allowFallback: false, timeoutMs: 120_000, maxRepairs: 2 },
    voice: { tts: 'metronome', stt: 'auto', requireReal: false },
    runtime: { id: 'memory' },
    logLevel: 'silent',
  } satisfies Partial<Config>);
  try {
    return await use(host);
  } finally {
    await host.close();
  }
}

async function askFor({ cancel, kill, name }: Case, host: Host, server: ChildProcess, url: string): Promise<string[]> {
  const probe = await host.house.resolve(TOKENS.providerProbes).get('openai-compatible');
  const start = performance.now();
  const turn = host.app.inject({
    method: 'POST',
    url: '/v2/orchestrate?stream=1',
    payload: { session_id: 's', prompt: 'a ball', turn_id: 'ball' },
  });
  if (cancel === true || kill === true) {
    await busy(url);
    if (kill === true) server.kill('SIGKILL');
    else await host.app.inject({ method: 'POST', url: '/v2/turns/ball/cancel' });
  }
  const { payload } = await turn;
  const spent = secondsSince(start);
  const ended = cancel === true ? ((await idle(url)) ? ', the server is idle' : ', the server goes on') : '';
  const pieces = payload.match(/^event: script$/gm)?.length ?? 0;
  return [name, probe.ready ? 'ready' : probe.detail, `${outcomeOf(payload)}${ended}`, String(pieces), spent];
}

/** The last event of a turn's stream: the envelope, or what went wrong. */
function outcomeOf(stream: string): string {
  const data: unknown = JSON.parse(/^data: (.*)$/m.exec(stream.trimEnd().split('\n\n').at(-1) ?? '')?.[1] ?? 'null');
  const done = envelopeSchema.safeParse(data);
  if (done.success) {
    const { tries, usage } = done.data.provider;
    return `200, ${tries} ${tries === 1 ? 'try' : 'tries'}, ${usage.input_tokens} tokens in, ${usage.output_tokens} out`;
  }
  const { detail, status } = failureSchema.parse(data);
  return `${status} ${detail.error}${detail.code === undefined ? '' : `, ${detail.code}`}`;
}

/** Whether a slot of the server works at an answer. */
async function working(url: string): Promise<boolean> {
  const slots: unknown = await (await fetch(`${url}/slots`)).json();
  return JSON.stringify(slots).includes('"is_processing":true');
}

async function busy(url: string): Promise<void> {
  for (let tries = 0; tries < 200 && !(await working(url)); tries += 1) await wait(50);
}

async function idle(url: string): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (!(await working(url))) return true;
    await wait(100);
  }
  return false;
}
