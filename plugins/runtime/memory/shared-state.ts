import { PluginFailure, type SceneRecord, type StoredEvent } from '../../contract/index.ts';

export interface SharedState {
  scene(sceneId: string): SceneRecord | null;
  /** Fails with `revision-conflict` before anything has changed. */
  saveScene(sceneId: string, baseRevision: number, document: unknown): SceneRecord;
  appendEvent(event: unknown): number;
  eventsSince(sequence: number, limit: number): readonly StoredEvent[];
}

/** Scenes by id and events in order. What comes in and goes out is copied: a caller's later change must not reach it. */
export function createSharedState(): SharedState {
  const scenes = new Map<string, SceneRecord>();
  const events: StoredEvent[] = [];

  const ensureRevision = (sceneId: string, baseRevision: number): void => {
    const current = scenes.get(sceneId)?.revision ?? 0;
    if (current !== baseRevision)
      throw new PluginFailure(
        'revision-conflict',
        `Scene "${sceneId}" is at revision ${current}, not ${baseRevision}.`,
        'Read the scene again and apply the change to what it is now.',
      );
  };

  return {
    scene: (sceneId) => structuredClone(scenes.get(sceneId) ?? null),
    saveScene: (sceneId, baseRevision, document) => {
      ensureRevision(sceneId, baseRevision);
      const record = { scene_id: sceneId, revision: baseRevision + 1, document: structuredClone(document) };
      scenes.set(sceneId, record);
      return structuredClone(record);
    },
    appendEvent: (event) => {
      const sequence = events.length + 1;
      events.push({ sequence, event: structuredClone(event) });
      return sequence;
    },
    eventsSince: (sequence, limit) => {
      const from = Math.max(0, sequence);
      return structuredClone(events.slice(from, from + Math.max(0, limit)));
    },
  };
}
