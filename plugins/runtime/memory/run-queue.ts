import { randomUUID } from 'node:crypto';
import { type Effects, PluginFailure, type QueueItem, type Run, type Runtime } from '../../contract/index.ts';
import type { SharedState } from './shared-state.ts';

type Outcome = Parameters<Runtime['acknowledge']>[2];
type StoredRun = Omit<Run, 'queue'>;
interface Stored {
  readonly item: QueueItem;
  readonly worker: string | null;
  readonly lease_until: number;
}

export interface RunQueue {
  create(run: Parameters<Runtime['create']>[0]): Run;
  runs(): readonly Run[];
  run(runId: string): Run;
  enqueue(runId: string, prompt: string): QueueItem;
  claim(runId: string, worker: string, leaseMs: number): QueueItem | null;
  acknowledge(queueId: string, worker: string, outcome: Outcome, effects: Effects): QueueItem;
  recover(now: number): readonly QueueItem[];
  setStatus(runId: string, status: Run['status'], lastError?: string | null): Run;
}

/** Runs and their queues; maps keep the order in which things were added. */
export function createRunQueue(state: SharedState): RunQueue {
  const runs = new Map<string, StoredRun>();
  const items = new Map<string, Stored>();
  const now = (): string => new Date().toISOString();

  const known = (runId: string): StoredRun => {
    const run = runs.get(runId);
    if (!run) throw new PluginFailure('unknown-run', `There is no run "${runId}".`, 'Create it first.');
    return run;
  };
  const counted = (run: StoredRun): Run => {
    const queue = { queued: 0, processing: 0, done: 0, error: 0 };
    for (const { item } of items.values()) if (item.run_id === run.run_id) queue[item.status] += 1;
    return { ...run, queue };
  };
  const store = (stored: Stored, change: Partial<QueueItem>, worker: string | null, lease_until: number): QueueItem => {
    const item = { ...stored.item, ...change, updated_at: now() };
    items.set(item.queue_id, { item, worker, lease_until });
    return item;
  };

  return {
    create: ({ run_id = randomUUID(), ...rest }) => {
      if (runs.has(run_id))
        throw new PluginFailure('run-exists', `There is a run "${run_id}" already.`, 'Choose another run_id.');
      const at = now();
      const run: StoredRun = { ...rest, run_id, status: 'idle', last_error: null, created_at: at, updated_at: at };
      runs.set(run_id, run);
      return counted(run);
    },
    runs: () => [...runs.values()].map(counted),
    run: (runId) => counted(known(runId)),
    enqueue: (runId, prompt) => {
      known(runId);
      const at = now();
      const item: QueueItem = {
        queue_id: randomUUID(),
        run_id: runId,
        prompt,
        status: 'queued',
        attempts: 0,
        created_at: at,
        updated_at: at,
      };
      items.set(item.queue_id, { item, worker: null, lease_until: 0 });
      return item;
    },
    claim: (runId, worker, leaseMs) => {
      known(runId);
      for (const stored of items.values())
        if (stored.item.run_id === runId && stored.item.status === 'queued')
          return store(
            stored,
            { status: 'processing', attempts: stored.item.attempts + 1 },
            worker,
            Date.now() + leaseMs,
          );
      return null;
    },
    acknowledge: (queueId, worker, outcome, effects) => {
      const stored = items.get(queueId);
      if (stored?.item.status !== 'processing' || stored.worker !== worker)
        throw new PluginFailure(
          'not-claimed',
          `"${worker}" has not claimed the queue item "${queueId}".`,
          'Claim an item first.',
        );
      // Copied whole first, so that nothing has changed yet if a part of it can't be.
      const { scene, events = [] } = structuredClone(effects);
      if (scene) state.saveScene(scene.scene_id, scene.base_revision, scene.document);
      for (const event of events) state.appendEvent(event);
      if (!outcome.ok)
        runs.set(stored.item.run_id, { ...known(stored.item.run_id), last_error: outcome.error, updated_at: now() });
      return store(stored, { status: outcome.ok ? 'done' : 'error' }, null, 0);
    },
    recover: (at) =>
      [...items.values()]
        .filter((stored) => stored.item.status === 'processing' && stored.lease_until <= at)
        .map((stored) => store(stored, { status: 'queued' }, null, 0)),
    setStatus: (runId, status, lastError) => {
      const run = known(runId);
      const last_error = lastError === undefined ? run.last_error : lastError;
      const changed = { ...run, status, last_error, updated_at: now() };
      runs.set(runId, changed);
      return counted(changed);
    },
  };
}
