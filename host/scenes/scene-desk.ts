import {
  type AppliedOperations,
  applyOperations,
  type V2Limits,
  type V2Refusal,
  v2SceneToJson,
} from '../../dsl/index.ts';
import { HostError } from '../errors.ts';
import { countsOf, type PlayedScene, playedScene } from './played-scene.ts';
import { EMPTY_DOCUMENT, remembered, type Scene } from './scene-document.ts';
import { revisionConflict, type SceneStore } from './scene-store.ts';
import { insist, type Snapshot, type SnapshotStore } from './snapshot-store.ts';

export interface OperationsRequest {
  readonly base_revision?: number | null | undefined;
  readonly operations: readonly { readonly op_id: string }[];
  readonly intent?: { readonly rebuild?: boolean | undefined } | null | undefined;
}

export interface OperationsAnswer {
  readonly scene_id: string;
  readonly revision: number;
  readonly applied: readonly string[];
  readonly warnings: readonly string[];
}

export const refused = ({ code, details }: V2Refusal): HostError => new HostError(code, details);

/** What agents do to scenes without a prompt: operations, snapshots, going back. */
export class SceneDesk {
  readonly #scenes: SceneStore;
  readonly #snapshots: SnapshotStore;
  readonly #limits: V2Limits;
  constructor(scenes: SceneStore, snapshots: SnapshotStore, limits: V2Limits) {
    this.#scenes = scenes;
    this.#snapshots = snapshots;
    this.#limits = limits;
  }

  async look(
    sceneId: string,
  ): Promise<{ readonly scene: Scene; readonly played: PlayedScene; readonly snapshots: readonly Snapshot[] }> {
    const scene = await this.#known(sceneId);
    return { scene, played: playedScene(scene.document), snapshots: await this.#snapshots.list(sceneId) };
  }

  /**
   * All of the operations or none. Those that were applied before are ignored, so that a request whose answer was lost
   * can be sent again; one that holds nothing new is answered whatever its `base_revision`.
   */
  async operate(sceneId: string, request: OperationsRequest): Promise<OperationsAnswer> {
    const stored = await this.#scenes.read(sceneId);
    const { revision, document } = stored ?? { revision: 0, document: EMPTY_DOCUMENT };
    const seen = new Set(document.seen);
    const base = request.base_revision ?? revision;
    const repeated = request.operations.length > 0 && request.operations.every(({ op_id }) => seen.has(op_id));
    if (base !== revision && !repeated) throw revisionConflict(revision, base);
    const { scene } = playedScene(document);
    const applied: AppliedOperations = applyOperations(scene, request.operations, {
      mode: document.mode,
      limits: this.#limits,
      intent: request.intent,
      seen,
    });
    if (!applied.ok) throw refused(applied.refusal);
    const { warnings } = applied;
    if (applied.applied.length === 0) return { scene_id: sceneId, revision, applied: [], warnings };
    const patched = v2SceneToJson(applied.scene);
    const saved = { ...document, patched, seen: remembered(document.seen, applied.applied) };
    const next = await this.#scenes.save(sceneId, base, saved);
    return { scene_id: sceneId, revision: next, applied: applied.applied, warnings };
  }

  async snapshot(sceneId: string, name: string): Promise<Snapshot> {
    const scene = await this.#known(sceneId);
    return this.#snapshots.take(scene, name, countsOf(playedScene(scene.document).scene));
  }

  /** A new revision that is what the snapshot was. Without `baseRevision` it comes after whatever is current. */
  async restore(sceneId: string, snapshotId: string, baseRevision: number | null) {
    const { snapshot, document } = await this.#snapshots.read(sceneId, snapshotId);
    const revision = await insist(async () => {
      const current = await this.#scenes.read(sceneId);
      const seen = remembered(document.seen, current?.document.seen ?? []);
      const base = current?.revision ?? 0;
      if (baseRevision !== null && baseRevision !== base) throw revisionConflict(base, baseRevision);
      return this.#scenes.save(sceneId, base, { ...document, seen });
    });
    return { revision, snapshot };
  }

  async #known(sceneId: string): Promise<Scene> {
    const scene = await this.#scenes.read(sceneId);
    if (scene === null) throw new HostError('scene_not_found', { scene_id: sceneId });
    return scene;
  }
}
