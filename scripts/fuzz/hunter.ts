/**
 * The thread in which fuzzed scripts travel. It reports before each (so that a hang is known by what hung), after a crash
 * with the script, and for each script that reached code that none had reached before, by V8's block coverage.
 */
import { Session } from 'node:inspector/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { diceOf, mutate, tokensOf } from './mutate.ts';
import { travel } from './road.ts';

const { seed, corpus } = z.object({ seed: z.int(), corpus: z.array(z.string()) }).parse(workerData);

export type Report =
  | { readonly kind: 'trying'; readonly text: string }
  | { readonly kind: 'crash'; readonly text: string; readonly message: string }
  | { readonly kind: 'found'; readonly text: string }
  | { readonly kind: 'progress'; readonly runs: number; readonly blocks: number; readonly heap: number };

const tell = (report: Report) => parentPort?.postMessage(report);

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

const seen = new Set<string>();

/** How many blocks of the language were reached since the last look that never were before. */
async function newBlocks(): Promise<number> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const before = seen.size;
  for (const { url, functions } of result) {
    if (!url.includes('/dsl/')) continue;
    for (const { ranges } of functions) {
      for (const { startOffset, endOffset, count } of ranges) {
        // How often, by orders of magnitude: a loop run a thousand times is news too.
        if (count > 0) seen.add(`${url}:${startOffset}:${endOffset}:${Math.floor(Math.log10(count))}`);
      }
    }
  }
  return seen.size - before;
}

function attempt(text: string): void {
  tell({ kind: 'trying', text });
  try {
    travel(text);
  } catch (error) {
    tell({ kind: 'crash', text, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

const dice = diceOf(seed);
const pool = [...corpus];
for (const text of pool) attempt(text);
await newBlocks();
const tokens = pool.map(tokensOf);

for (let runs = pool.length; ; runs += 1) {
  const text = mutate(dice.pick(pool), dice, tokens);
  attempt(text);
  if ((await newBlocks()) > 0) {
    pool.push(text);
    tokens.push(tokensOf(text));
    tell({ kind: 'found', text });
  }
  if (runs % 50 === 0) tell({ kind: 'progress', runs, blocks: seen.size, heap: process.memoryUsage().heapUsed });
}
