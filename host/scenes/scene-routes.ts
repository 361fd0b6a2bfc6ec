import { z } from 'zod';
import { analyse, type Mode, plan, toV2Operations } from '../../dsl/index.ts';
import { HostError } from '../errors.ts';
import type { App } from '../http/app.ts';
import { requireSceneId } from './scene-id.ts';
import type { SceneDocument, SceneStore } from './scene-store.ts';

const count = z.int().nonnegative();

const sceneSchema = z.object({
  scene_id: z.string(),
  scene: z.object({
    scene_id: z.string(),
    revision: z.int(),
    entity_count: count,
    material_count: count,
    behavior_count: count,
  }),
  snapshots: z.array(z.unknown()),
  warnings: z.array(z.string()),
  script: z.string(),
  mode: z.enum(['2d', '3d']),
});

export function sceneRoutes(app: App, scenes: SceneStore): void {
  app.get(
    '/v2/scenes/:scene_id',
    { schema: { tags: ['scenes'], params: z.object({ scene_id: z.string() }), response: { 200: sceneSchema } } },
    async ({ params }) => {
      const id = requireSceneId(params.scene_id);
      const scene = await scenes.read(id);
      if (scene === null) throw new HostError('scene_not_found', { scene_id: id });
      const { script, mode } = scene.document;
      return {
        scene_id: id,
        scene: { scene_id: id, revision: scene.revision, ...countsOf(scene.document, mode) },
        snapshots: [],
        warnings: [],
        script,
        mode,
      };
    },
  );
}

function countsOf({ script, alignment }: SceneDocument, mode: Mode) {
  const operations = toV2Operations(plan(analyse(script).value, { mode, alignment }).value);
  const made = (op: string): number => operations.filter((operation) => operation.op === op).length;
  return {
    entity_count: made('createEntity'),
    material_count: made('createMaterial'),
    behavior_count: made('createBehavior'),
  };
}
