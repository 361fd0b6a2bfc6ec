import type Database from 'better-sqlite3';
import { z } from 'zod';
import { PluginFailure, type SceneRecord, type StoredEvent } from '../../contract/index.ts';
import { toJson } from './json.ts';

const json = z.string().transform((text): unknown => JSON.parse(text));
const sceneRow = z.object({ scene_id: z.string(), revision: z.number(), document: json });
const eventRow = z.object({ sequence: z.number(), event: json });

export interface SharedStore {
  scene(sceneId: string): SceneRecord | null;
  /** To be called in a transaction. Fails with `revision-conflict`. */
  saveScene(sceneId: string, baseRevision: number, document: unknown): SceneRecord;
  appendEvent(event: unknown): number;
  eventsSince(sequence: number, limit: number): readonly StoredEvent[];
}

/** Scene revisions, all of them kept, and events. */
export function createSharedStore(db: Database.Database): SharedStore {
  const newest = db.prepare(
    'SELECT scene_id, revision, document FROM scene_revisions WHERE scene_id = ? ORDER BY revision DESC LIMIT 1',
  );
  const newestRevision = db
    .prepare('SELECT COALESCE(MAX(revision), 0) FROM scene_revisions WHERE scene_id = ?')
    .pluck();
  const insertScene = db.prepare(
    'INSERT INTO scene_revisions (scene_id, revision, document, saved_at) VALUES (?, ?, ?, ?)',
  );
  const insertEvent = db.prepare('INSERT INTO events (event, stored_at) VALUES (?, ?)');
  const eventsAfter = db.prepare('SELECT sequence, event FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?');

  return {
    scene: (sceneId) => {
      const row = newest.get(sceneId);
      return row === undefined ? null : sceneRow.parse(row);
    },
    saveScene: (sceneId, baseRevision, document) => {
      const text = toJson('document of the scene', document);
      const current = Number(newestRevision.get(sceneId));
      if (current !== baseRevision)
        throw new PluginFailure(
          'revision-conflict',
          `Scene "${sceneId}" is at revision ${current}, not ${baseRevision}.`,
          'Read the scene again and apply the change to what it is now.',
        );
      const revision = current + 1;
      insertScene.run(sceneId, revision, text, new Date().toISOString());
      return sceneRow.parse({ scene_id: sceneId, revision, document: text });
    },
    appendEvent: (event) => Number(insertEvent.run(toJson('event', event), new Date().toISOString()).lastInsertRowid),
    eventsSince: (sequence, limit) => eventRow.array().parse(eventsAfter.all(sequence, Math.max(0, limit))),
  };
}
