import { z } from 'zod';
import { V2_OPS } from '../../dsl/index.ts';
import { artifactSchema } from '../artifacts/artifact.ts';
import type { ArtifactLibrary } from '../artifacts/artifact-library.ts';
import type { App } from '../http/app.ts';
import { timelineShape } from '../turns/turn-envelope.ts';
import { countsOf } from './played-scene.ts';
import type { SceneDesk } from './scene-desk.ts';
import { requireSceneId } from './scene-id.ts';
import { snapshotSchema } from './snapshot-store.ts';

const count = z.int().nonnegative();
const counts = { entity_count: count, material_count: count, behavior_count: count };
const sceneParams = z.object({ scene_id: z.string() });
const revision = z.int().nonnegative();
const MOST_OPERATIONS = 10_000;

const sceneSchema = z.object({
  scene_id: z.string(),
  scene: z.object({ scene_id: z.string(), revision: z.int(), ...counts }),
  snapshots: z.array(snapshotSchema),
  warnings: z.array(z.string()),
  script: z.string(),
  mode: z.enum(['2d', '3d']),
  files: z.record(z.string(), z.string()).describe('Data files that the script names, by their path.'),
  /** What plays where agents have patched the scene; null: what the script says. */
  timeline: timelineShape.nullable(),
});

const operationsBody = z.object({
  base_revision: revision
    .nullish()
    .describe('The revision that the operations are about; the current one where it is left out.'),
  operations: z
    .array(z.looseObject({ op_id: z.string().min(1).max(200), op: z.string(), at_ms: z.number() }))
    .max(MOST_OPERATIONS)
    .describe(`Each with what its op needs: ${V2_OPS.join(', ')}.`),
  intent: z.looseObject({ rebuild: z.boolean().optional() }).nullish(),
});

export function sceneRoutes(app: App, desk: SceneDesk, artifacts: ArtifactLibrary): void {
  app.get(
    '/v2/scenes/:scene_id',
    { schema: { tags: ['scenes'], params: sceneParams, response: { 200: sceneSchema } } },
    async ({ params }) => {
      const id = requireSceneId(params.scene_id);
      const { scene, played, snapshots } = await desk.look(id);
      const { script, mode, files, patched } = scene.document;
      const { timeline } = played;
      return {
        scene_id: id,
        scene: { scene_id: id, revision: scene.revision, ...countsOf(played.scene) },
        snapshots: [...snapshots],
        warnings: [...played.warnings],
        script,
        mode,
        files,
        timeline: patched === null ? null : { ...timeline, patches: [...timeline.patches] },
      };
    },
  );

  app.post(
    '/v2/scenes/:scene_id/operations',
    {
      schema: {
        tags: ['scenes'],
        description: 'Changes a scene thing by thing: all of the operations or none, each op_id once.',
        params: sceneParams,
        body: operationsBody,
        response: {
          200: z.object({
            ok: z.boolean(),
            scene_id: z.string(),
            revision,
            applied: z.array(z.string()),
            warnings: z.array(z.string()),
          }),
        },
      },
    },
    async ({ params, body }) => {
      const answer = await desk.operate(requireSceneId(params.scene_id), body);
      return { ok: true, ...answer, applied: [...answer.applied], warnings: [...answer.warnings] };
    },
  );

  app.post(
    '/v2/scenes/:scene_id/snapshot',
    {
      schema: {
        tags: ['scenes'],
        params: sceneParams,
        body: z
          .object({ snapshot_name: z.string().max(200).nullish(), persist_artifact: z.boolean().nullish() })
          .nullish(),
        response: {
          200: z.object({
            ok: z.boolean(),
            snapshot: snapshotSchema,
            artifact: artifactSchema.nullable(),
            warnings: z.array(z.string()),
          }),
        },
      },
    },
    async ({ params, body }) => {
      const scene_id = requireSceneId(params.scene_id);
      const snapshot = await desk.snapshot(scene_id, body?.snapshot_name ?? '');
      if (body?.persist_artifact !== true) return { ok: true, snapshot, artifact: null, warnings: [] };
      const title = snapshot.snapshot_name || scene_id;
      const { artifact, warnings } = await artifacts.save({ title, scene_id, still: false });
      return { ok: true, snapshot, artifact, warnings: [...warnings] };
    },
  );

  app.post(
    '/v2/scenes/:scene_id/restore',
    {
      schema: {
        tags: ['scenes'],
        params: sceneParams,
        body: z.object({ snapshot_id: z.string().min(1).max(200), base_revision: revision.nullish() }),
        response: {
          200: z.object({
            ok: z.boolean(),
            scene_id: z.string(),
            snapshot_id: z.string(),
            revision,
            restored: z.object({ scene_id: z.string(), revision, ...counts }),
          }),
        },
      },
    },
    async ({ params, body }) => {
      const id = requireSceneId(params.scene_id);
      const { revision, snapshot } = await desk.restore(id, body.snapshot_id, body.base_revision ?? null);
      const restored = { scene_id: id, revision, ...snapshot.summary };
      return { ok: true, scene_id: id, snapshot_id: snapshot.snapshot_id, revision, restored };
    },
  );
}
