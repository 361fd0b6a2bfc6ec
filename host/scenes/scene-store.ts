import type { Runtime } from '../../plugins/contract/index.ts';
import { HostError } from '../errors.ts';
import type { HostEvent } from '../events/event.ts';
import { PluginFault } from '../plugins/plugin-fault.ts';
import { type Scene, type SceneDocument, sceneDocumentSchema } from './scene-document.ts';

/** A record of the runtime under a name that no scene of a client can have. */
export interface HostRecord {
  readonly revision: number;
  readonly document: unknown;
}

/** Scenes and events in the runtime plugin, as the host knows them. */
export class SceneStore {
  readonly #runtime: () => Promise<Runtime>;
  constructor(runtime: () => Promise<Runtime>) {
    this.#runtime = runtime;
  }

  /** Null where there is none yet. */
  async read(sceneId: string): Promise<Scene | null> {
    const record = await this.#ask((runtime) => runtime.scene(sceneId));
    if (record === null) return null;
    return {
      scene_id: record.scene_id,
      revision: record.revision,
      document: sceneDocumentSchema.parse(record.document),
    };
  }

  /** The new revision; 409 where somebody else has moved the scene on. */
  async save(sceneId: string, baseRevision: number, document: SceneDocument): Promise<number> {
    return this.saveRecord(sceneId, baseRevision, document);
  }

  /** What the host keeps beside the scenes, by names that are no scene ids. Null where there is none yet. */
  async readRecord(name: string): Promise<HostRecord | null> {
    return this.#ask((runtime) => runtime.scene(name));
  }

  /** The new revision; 409 where somebody else was faster. */
  async saveRecord(name: string, baseRevision: number, document: unknown): Promise<number> {
    try {
      const record = await this.#ask((runtime) => runtime.saveScene(name, baseRevision, document));
      return record.revision;
    } catch (error) {
      const cause = error instanceof HostError ? error.cause : null;
      if (!(cause instanceof PluginFault) || !cause.code.endsWith('/revision-conflict')) throw error;
      const current = await this.readRecord(name);
      throw revisionConflict(current?.revision ?? 0, baseRevision);
    }
  }

  /** Keeps an event for those who come later. */
  async append(event: HostEvent): Promise<number> {
    return this.#ask((runtime) => runtime.appendEvent(event));
  }

  async #ask<T>(work: (runtime: Runtime) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#runtime());
    } catch (error) {
      if (!(error instanceof PluginFault)) throw error;
      throw new HostError(
        'runtime_unavailable',
        { plugin: error.plugin, code: error.code, reason: error.message, cure: error.cure },
        { cause: error },
      );
    }
  }
}

export const revisionConflict = (expected: number, received: number): HostError =>
  new HostError('revision_conflict', { expected_revision: expected, received_base_revision: received });
