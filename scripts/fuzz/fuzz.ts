/**
 * `node scripts/fuzz/fuzz.ts [--minutes 10] [--seed 1]`: hunts for scripts that make the language crash, hang or grow.
 * It begins with every script of the project and what earlier hunts kept in `scenarios/fuzz/`, changes them at random,
 * and goes on from those that reach code that none had reached (coverage-guided). New ones are kept there, the shortest
 * first; what crashes or hangs is written to `scenarios/fuzz/crash-…` and makes the exit code 1.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Report } from './hunter.ts';

const SCENARIOS = join(import.meta.dirname, '../../scenarios');
const KEPT = join(SCENARIOS, 'fuzz');
/** A script that takes longer has hung: the promise is two seconds, on a machine that does nothing else. */
const PATIENCE_MS = 10_000;
const MOST_HEAP_MB = 1024;
const MOST_KEPT = 250;
const LONGEST_KEPT = 4000;

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
});
const until = Date.now() + Number(values.minutes) * 60_000;

const scenesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.scene'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));

mkdirSync(KEPT, { recursive: true });
const corpus = scenesIn(SCENARIOS).filter((text) => text.length < 20_000);
const nameOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
const keep = (prefix: string, text: string) =>
  writeFileSync(join(KEPT, `${prefix}${nameOf(text)}.scene`), text.toWellFormed());

const crashes = new Map<string, string>();
const found = new Set<string>();
let progress: Extract<Report, { kind: 'progress' }> = { kind: 'progress', runs: 0, blocks: 0, heap: 0 };
let runs = 0;

function crashed(text: string, message: string): void {
  const place = message.split('\n').slice(0, 2).join(' ').trim();
  if (crashes.has(place)) return;
  crashes.set(place, text);
  keep('crash-', text);
  console.error(`\n${message}\n  kept as crash-${nameOf(text)}.scene`);
}

/** One hunting thread, until it hangs, dies or time is up. */
async function hunt(seed: number): Promise<void> {
  const start = [...corpus, ...found].filter((text) => ![...crashes.values()].includes(text));
  const worker = new Worker(join(import.meta.dirname, 'hunter.ts'), {
    workerData: { seed, corpus: start },
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
  });
  let trying = '';
  let since = Date.now();
  await new Promise<void>((resolve) => {
    const watch = setInterval(() => {
      const hung = Date.now() - since > PATIENCE_MS;
      if (hung) crashed(trying, `hang: longer than ${PATIENCE_MS / 1000} s on a script of ${trying.length} characters`);
      if (hung || Date.now() > until) void worker.terminate();
    }, 250);
    worker.on('message', (report: Report) => {
      since = Date.now();
      if (report.kind === 'trying') {
        trying = report.text;
        runs += 1;
      } else if (report.kind === 'crash') crashed(report.text, report.message);
      else if (report.kind === 'found') found.add(report.text);
      else {
        progress = report;
        const left = Math.max(0, Math.round((until - Date.now()) / 1000));
        process.stderr.write(
          `\r${runs} runs, ${report.blocks} blocks, ${found.size} found, ${crashes.size} crashes, ${left} s left   `,
        );
      }
    });
    worker.on('error', (error) => crashed(trying, `the thread died: ${error.message}`));
    worker.on('exit', () => {
      clearInterval(watch);
      resolve();
    });
  });
}

for (let seed = Number(values.seed); Date.now() < until; seed += 1) await hunt(seed);

const shortest = [...found].filter((text) => text.length <= LONGEST_KEPT).sort((a, b) => a.length - b.length);
const room = MOST_KEPT - readdirSync(KEPT).length;
for (const text of shortest.slice(0, Math.max(0, room))) keep('', text);
console.log(
  `\n${values.minutes} minutes, ${runs} runs, ${progress.blocks} blocks reached, ${found.size} scripts reached new code, ` +
    `${crashes.size} crashes or hangs, heap at the end ${Math.round(progress.heap / 1024 / 1024)} MB`,
);
process.exitCode = crashes.size > 0 ? 1 : 0;
