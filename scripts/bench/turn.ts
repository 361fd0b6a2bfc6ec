/**
 * A turn, request to envelope, against a real host in a process of its own with the built-in provider and a spoken answer.
 * The peer is a bare Fastify route in another process that answers with the same bytes: what HTTP alone costs here.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { printTable, spread } from './measure.ts';

const AS_PEER = 'as-peer';
const SCENARIO_A = 'A cow jumps over the moon';
const WARM_UP = 20;
const TURNS = 120;
const SESSIONS = 10;
const TURNS_A_SESSION = 15;

/** From performance.md; measured on another day, so no ratio of this run. */
const EARLIER = { p50_ms: [47, 61], turns_per_s: [18, 32] } as const;

interface Server {
  readonly address: string;
  readonly process: ChildProcess;
}

/** Starts a program and waits until it has said where it listens. */
async function start(file: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Server> {
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

async function stop(server: Server): Promise<void> {
  const ended = new Promise<void>((done) => server.process.once('exit', () => done()));
  server.process.kill('SIGTERM');
  await ended;
}

async function servePeer(): Promise<void> {
  const app = fastify();
  const kept: { envelope: string } = { envelope: '{}' };
  app.post('/keep', async (request) => {
    kept.envelope = JSON.stringify(request.body);
    return {};
  });
  app.post('/v2/orchestrate', async (_request, reply) => reply.type('application/json').send(kept.envelope));
  console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
  process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
}

const post = async (address: string, path: string, body: unknown): Promise<string> => {
  const answer = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
  return text;
};

const THINGS = ['cow', 'dog', 'cat', 'goldfish', 'bird', 'ball', 'rocket', 'boat', 'robot', 'balloon'] as const;
const COLOURS = ['red', 'blue', 'green', 'golden', 'purple', 'white', 'orange'] as const;
const PLACES = ['over the moon', 'past the tree', 'under the sun', 'near the house', 'above the lake'] as const;

/** Prompts that were never asked before, in this run or any other that the caches may remember: the number is spoken too. */
const distinct = (index: number): string => {
  const pick = (list: readonly string[], step: number): string => list[Math.floor(index / step) % list.length] ?? '';
  return `A ${pick(COLOURS, 1)} ${pick(THINGS, 3)} number ${index + 1} jumps ${pick(PLACES, 7)}`;
};

let turns = 0;
/** Every turn has a session of its own, so that each is a whole scene and not a follow-up. */
const turn = (address: string, prompt: string): Promise<string> => {
  turns += 1;
  return post(address, '/v2/orchestrate', { session_id: `bench-${turns}`, prompt });
};

async function latencies(host: string, peer: string, promptOf: (index: number) => string) {
  const times = { ours: [] as number[], peer: [] as number[], ratio: [] as number[] };
  const timed = async (address: string, prompt: string): Promise<number> => {
    const began = performance.now();
    await turn(address, prompt);
    return performance.now() - began;
  };
  for (let index = 0; index < TURNS; index += 1) {
    const prompt = promptOf(index);
    const ours = await timed(host, prompt);
    const theirs = await timed(peer, prompt);
    times.ours.push(ours);
    times.peer.push(theirs);
    times.ratio.push(ours / theirs);
  }
  return times;
}

async function throughput(address: string, promptOf: (index: number) => string): Promise<number> {
  const began = performance.now();
  await Promise.all(
    Array.from({ length: SESSIONS }, async (_, session) => {
      for (let at = 0; at < TURNS_A_SESSION; at += 1) await turn(address, promptOf(session * TURNS_A_SESSION + at));
    }),
  );
  return (SESSIONS * TURNS_A_SESSION) / ((performance.now() - began) / 1000);
}

const show = (value: number): string => value.toLocaleString('en-GB', { maximumSignificantDigits: 3 });
const percentile95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;

async function report(name: string, host: Server, peer: Server, prompts: readonly [number, (index: number) => string]) {
  const [offset, promptOf] = prompts;
  const {
    ours,
    peer: theirs,
    ratio,
  } = await latencies(host.address, peer.address, (index) => promptOf(offset + index));
  const row = (label: string, values: readonly number[]): string[] => {
    const { p10, median, p90 } = spread(values);
    return [label, show(median), show(percentile95(values)), `${show(p10)} – ${show(p90)}`];
  };
  console.log(`\n${name}, ${TURNS} turns one after the other`);
  printTable([
    ['', 'p50', 'p95', 'p10 – p90'],
    row('OpenCommotion, ms a turn', ours),
    row('bare Fastify with the same bytes, ms', theirs),
    row('ratio, ours to bare Fastify', ratio),
  ]);
  const many = {
    ours: await throughput(host.address, (index) => promptOf(offset + TURNS + index)),
    peer: await throughput(peer.address, (index) => promptOf(index)),
  };
  console.log(`\n${name}, ${SESSIONS} sessions at once`);
  printTable([
    ['', 'turns/s'],
    ['OpenCommotion', show(many.ours)],
    ['bare Fastify with the same bytes', show(many.peer)],
    ['ratio, ours to bare Fastify', show(many.ours / many.peer)],
  ]);
}

async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'opencommotion-bench-'));
  const root = join(import.meta.dirname, '../..');
  const servers: Server[] = [];
  try {
    const host = await start(join(root, 'host/main.ts'), [], {
      GATEWAY_HOST: '127.0.0.1',
      GATEWAY_PORT: '0',
      OPENCOMMOTION_DATA_DIR: folder,
      OPENCOMMOTION_AUTH_MODE: 'network-trust',
      OPENCOMMOTION_LLM_PROVIDER: 'heuristic',
      OPENCOMMOTION_RUNTIME: 'sqlite',
      OPENCOMMOTION_TTS_ENGINE: 'auto',
    });
    servers.push(host);
    const peer = await start(import.meta.filename, [AS_PEER], {});
    servers.push(peer);

    const first = JSON.parse(await turn(host.address, SCENARIO_A)) as {
      voice: { engine: string; segments: unknown[] };
    };
    await post(peer.address, '/keep', first);
    console.log(
      `The answer is ${show(JSON.stringify(first).length / 1024)} kB, ${first.voice.segments.length} lines spoken by ${first.voice.engine}.`,
    );
    for (let index = 0; index < WARM_UP; index += 1) {
      await turn(host.address, index % 2 === 0 ? SCENARIO_A : distinct(100_000 + index));
      await turn(peer.address, SCENARIO_A);
    }
    await report('The same prompt (scenario A)', host, peer, [0, () => SCENARIO_A]);
    await report('Every prompt new (DISTINCT=1)', host, peer, [0, distinct]);
    console.log(
      `\nFor reference, NOT measured in this run: the earlier OpenCommotion's p50 ${EARLIER.p50_ms.join('–')} ms a turn, ${EARLIER.turns_per_s.join('–')} turns/s with 10 sessions.`,
    );
  } finally {
    await Promise.all(servers.map(stop));
    await rm(folder, { recursive: true, force: true });
  }
}

await (process.argv[2] === AS_PEER ? servePeer() : bench());
