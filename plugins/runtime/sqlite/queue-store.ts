import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { type Effects, PluginFailure, type QueueItem, type Runtime } from '../../contract/index.ts';
import type { RunStore } from './run-store.ts';
import type { SharedStore } from './shared-store.ts';

const itemRow = z.object({
  queue_id: z.string(),
  run_id: z.string(),
  prompt: z.string(),
  status: z.enum(['queued', 'processing', 'done', 'error']),
  attempts: z.number(),
  created_at: z.string(),
  updated_at: z.string(),
});
const COLUMNS = 'queue_id, run_id, prompt, status, attempts, created_at, updated_at';

export interface QueueStore {
  enqueue(runId: string, prompt: string): QueueItem;
  claim(runId: string, worker: string, leaseMs: number): QueueItem | null;
  acknowledge(
    queueId: string,
    worker: string,
    outcome: Parameters<Runtime['acknowledge']>[2],
    effects: Effects,
  ): QueueItem;
  recover(now: number): readonly QueueItem[];
}

/** The queue. Its methods are to be called in a transaction; each changes an item only in the state it expects. */
export function createQueueStore(db: Database.Database, runs: RunStore, shared: SharedStore): QueueStore {
  const insert = db.prepare(
    `INSERT INTO queue_items (${COLUMNS}) VALUES (?, ?, ?, 'queued', 0, ?, ?) RETURNING ${COLUMNS}`,
  );
  const claimOldest = db.prepare(
    `UPDATE queue_items SET status = 'processing', attempts = attempts + 1, worker = ?, lease_until = ?, updated_at = ?
     WHERE position = (SELECT MIN(position) FROM queue_items WHERE run_id = ? AND status = 'queued')
     RETURNING ${COLUMNS}`,
  );
  const end = db.prepare(
    `UPDATE queue_items SET status = ?, worker = NULL, lease_until = NULL, updated_at = ?
     WHERE queue_id = ? AND status = 'processing' AND worker = ? RETURNING ${COLUMNS}`,
  );
  const expired = db
    .prepare("SELECT queue_id FROM queue_items WHERE status = 'processing' AND lease_until <= ? ORDER BY position")
    .pluck();
  const putBack = db.prepare(
    `UPDATE queue_items SET status = 'queued', worker = NULL, lease_until = NULL, updated_at = ?
     WHERE queue_id = ? RETURNING ${COLUMNS}`,
  );

  return {
    enqueue: (runId, prompt) => {
      runs.ensure(runId);
      const at = new Date().toISOString();
      return itemRow.parse(insert.get(randomUUID(), runId, prompt, at, at));
    },
    claim: (runId, worker, leaseMs) => {
      runs.ensure(runId);
      const now = new Date();
      const row = claimOldest.get(worker, Math.round(now.getTime() + leaseMs), now.toISOString(), runId);
      return row === undefined ? null : itemRow.parse(row);
    },
    acknowledge: (queueId, worker, outcome, effects) => {
      const row = end.get(outcome.ok ? 'done' : 'error', new Date().toISOString(), queueId, worker);
      if (row === undefined)
        throw new PluginFailure(
          'not-claimed',
          `"${worker}" has not claimed the queue item "${queueId}".`,
          'Claim an item first.',
        );
      const item = itemRow.parse(row);
      const { scene, events = [] } = effects;
      if (scene) shared.saveScene(scene.scene_id, scene.base_revision, scene.document);
      for (const event of events) shared.appendEvent(event);
      if (!outcome.ok) runs.noteError(item.run_id, outcome.error);
      return item;
    },
    recover: (now) => {
      const at = new Date().toISOString();
      return expired.all(Math.round(now)).map((queueId) => itemRow.parse(putBack.get(at, queueId)));
    },
  };
}
