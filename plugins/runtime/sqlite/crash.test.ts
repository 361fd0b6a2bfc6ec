import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Runtime } from '../../contract/index.ts';
import sqlite from './index.ts';

const WORKER = fileURLToPath(new URL('./fixtures/worker-process.ts', import.meta.url));
const RUN = { run_id: 'run', session_id: 's', label: 'l', auto_run: true };
/** Later than any lease of the workers. */
const LATER = Date.now() + 3_600_000;

let dataDir: string;
let runtime: Runtime;
const children: ChildProcess[] = [];

const work = (mode: 'hold' | 'acknowledge'): ChildProcess => {
  const child = fork(WORKER, [dataDir, RUN.run_id, mode], { execArgv: [] });
  children.push(child);
  return child;
};
const kill = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'opencommotion-sqlite-'));
  runtime = await sqlite.start({ options: {}, dataDir, environment: {}, log: () => undefined });
  await runtime.create(RUN);
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await runtime.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('runtime/sqlite, when a process is killed', () => {
  it('loses no prompt, and hands the one that was in work out once more', async () => {
    const first = await runtime.enqueue(RUN.run_id, 'first');
    await runtime.enqueue(RUN.run_id, 'second');
    const child = work('hold');
    await once(child, 'message');
    await kill(child);

    expect((await runtime.run(RUN.run_id)).queue).toEqual({ queued: 1, processing: 1, done: 0, error: 0 });
    expect(await runtime.recover(LATER)).toMatchObject([{ queue_id: first.queue_id, status: 'queued', attempts: 1 }]);
    expect(await runtime.recover(LATER)).toEqual([]);
    expect(await runtime.claim(RUN.run_id, 'w', 1000)).toMatchObject({ prompt: 'first', attempts: 2 });
    expect(await runtime.claim(RUN.run_id, 'w', 1000)).toMatchObject({ prompt: 'second', attempts: 1 });
    expect(await runtime.claim(RUN.run_id, 'w', 1000)).toBeNull();
  });

  it('at any instant, makes every effect visible exactly once', async () => {
    const prompts = Array.from({ length: 60 }, (_, index) => `prompt ${index}`);
    for (const prompt of prompts) await runtime.enqueue(RUN.run_id, prompt);
    for (let kills = 0; kills < 4; kills += 1) {
      const child = work('acknowledge');
      // Some way into its work: after so many claims that each round is cut at another place.
      for (let claims = 0; claims <= kills * 2; claims += 1) await once(child, 'message');
      await kill(child);
      await runtime.recover(LATER);
    }
    for (let item = await runtime.claim(RUN.run_id, 'w', 1000); item; item = await runtime.claim(RUN.run_id, 'w', 1000))
      await runtime.acknowledge(item.queue_id, 'w', { ok: true }, { events: [{ done: item.prompt }] });

    const events = await runtime.eventsSince(0, 1000);
    const done = events.map(({ event }) => (event as { done: string }).done);
    expect(done.toSorted()).toEqual(prompts.toSorted());
    expect((await runtime.run(RUN.run_id)).queue).toEqual({ queued: 0, processing: 0, done: prompts.length, error: 0 });
  });
});
