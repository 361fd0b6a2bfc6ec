/**
 * Ten sessions at once on a real host, against a bare Fastify route that answers with the same bytes; and what the host
 * holds in memory after 1,000 turns, against what it held after 100.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askTurn, post, startServer, stopServer, withHost } from './host-process.ts';
import { printTable } from './measure.ts';
import { distinctPrompt, SCENARIO_A } from './prompts.ts';

const SESSIONS = 10;
const TURNS_A_SESSION = 30;
const ROUNDS = 3;
/** From performance.md; measured on another day, so no ratio of this run. */
const EARLIER_TURNS_A_SECOND = [18, 32] as const;

async function throughput(address: string, promptOf: (index: number) => string): Promise<number> {
  const began = performance.now();
  await Promise.all(
    Array.from({ length: SESSIONS }, async (_, session) => {
      for (let at = 0; at < TURNS_A_SESSION; at += 1) await askTurn(address, promptOf(session * TURNS_A_SESSION + at));
    }),
  );
  return (SESSIONS * TURNS_A_SESSION) / ((performance.now() - began) / 1000);
}

/** MiB of all its pages, from Linux. What of them is in use cannot be seen from outside. */
async function memoryOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

const show = (value: number): string => value.toLocaleString('en-GB', { maximumSignificantDigits: 3 });

await withHost(async (host) => {
  const peer = await startServer(join(import.meta.dirname, 'bare-server.ts'), []);
  try {
    await post(peer.address, '/keep', JSON.parse(await askTurn(host.address, SCENARIO_A)));
    const rows = [['turns/s', 'OpenCommotion', 'bare Fastify', 'ratio']];
    const measure = async (name: string, promptOf: (round: number) => (index: number) => string): Promise<void> => {
      const best = { ours: 0, peer: 0 };
      for (let round = 0; round < ROUNDS; round += 1) {
        best.ours = Math.max(best.ours, await throughput(host.address, promptOf(round)));
        best.peer = Math.max(best.peer, await throughput(peer.address, promptOf(round)));
      }
      rows.push([name, show(best.ours), show(best.peer), show(best.ours / best.peer)]);
    };
    await measure('the same prompt', () => () => SCENARIO_A);
    await measure('every prompt new', (round) => (index) => distinctPrompt(round * SESSIONS * TURNS_A_SESSION + index));
    console.log(`\n${SESSIONS} sessions at once, the best of ${ROUNDS} rounds`);
    printTable(rows);
    console.log(
      `For reference, NOT measured in this run: the earlier OpenCommotion's ${EARLIER_TURNS_A_SECOND.join('–')} turns/s.`,
    );
  } finally {
    await stopServer(peer);
  }
});

await withHost(async (host) => {
  for (let turn = 0; turn < 100; turn += 1) await askTurn(host.address, distinctPrompt(turn));
  const early = await memoryOf(host.process.pid);
  for (let turn = 100; turn < 1_000; turn += 1) await askTurn(host.address, distinctPrompt(turn));
  const late = await memoryOf(host.process.pid);
  console.log('\nmemory of the host, resident, MiB');
  printTable([
    ['after 100 turns', 'after 1,000', 'ratio'],
    [show(early), show(late), show(late / early)],
  ]);
});
