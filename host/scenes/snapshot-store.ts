import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { HostError } from '../errors.ts';
import { type Scene, type SceneDocument, sceneDocumentSchema } from './scene-document.ts';
import type { SceneStore } from './scene-store.ts';

const count = z.int().nonnegative();

export const snapshotSchema = z.object({
  scene_id: z.string(),
  snapshot_id: z.string(),
  snapshot_name: z.string(),
  revision: z.int(),
  created_at: z.string(),
  summary: z.object({ entity_count: count, material_count: count, behavior_count: count }),
});

export type Snapshot = z.infer<typeof snapshotSchema>;

const listSchema = z.object({ snapshots: z.array(snapshotSchema) });
const wholeSchema = z.object({ snapshot: snapshotSchema, document: sceneDocumentSchema });

/** Older ones go out of the list, and stay in the store. */
const MOST_LISTED = 200;
const MOST_TRIES = 10;

// No scene id has a colon, so these are apart from the scenes of clients.
const listName = (sceneId: string): string => `snapshots:${sceneId}`;
const wholeName = (sceneId: string, snapshotId: string): string => `snapshot:${sceneId}:${snapshotId}`;

/** Snapshots of scenes: each a record of its own, written before the list names it, so that a listed one is whole. */
export class SnapshotStore {
  readonly #scenes: SceneStore;
  readonly #now: () => number;
  constructor(scenes: SceneStore, now: () => number) {
    this.#scenes = scenes;
    this.#now = now;
  }

  /** The newest last. */
  async list(sceneId: string): Promise<readonly Snapshot[]> {
    const record = await this.#scenes.readRecord(listName(sceneId));
    return record === null ? [] : listSchema.parse(record.document).snapshots;
  }

  async take({ scene_id, revision, document }: Scene, name: string, summary: Snapshot['summary']): Promise<Snapshot> {
    const snapshot: Snapshot = {
      scene_id,
      snapshot_id: randomUUID(),
      snapshot_name: name,
      revision,
      created_at: new Date(this.#now()).toISOString(),
      summary,
    };
    await this.#scenes.saveRecord(wholeName(scene_id, snapshot.snapshot_id), 0, { snapshot, document });
    await insist(async () => {
      const record = await this.#scenes.readRecord(listName(scene_id));
      const before = record === null ? [] : listSchema.parse(record.document).snapshots;
      const snapshots = [...before, snapshot].slice(-MOST_LISTED);
      await this.#scenes.saveRecord(listName(scene_id), record?.revision ?? 0, { snapshots });
    });
    return snapshot;
  }

  /** 404 where there is none. */
  async read(
    sceneId: string,
    snapshotId: string,
  ): Promise<{ readonly snapshot: Snapshot; readonly document: SceneDocument }> {
    const record = await this.#scenes.readRecord(wholeName(sceneId, snapshotId));
    if (record === null) throw new HostError('snapshot_not_found', { scene_id: sceneId, snapshot_id: snapshotId });
    return wholeSchema.parse(record.document);
  }
}

/** Does what reads and saves again when somebody else was faster. */
export async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof HostError) || error.code !== 'revision_conflict' || tries >= MOST_TRIES) throw error;
    }
  }
}
