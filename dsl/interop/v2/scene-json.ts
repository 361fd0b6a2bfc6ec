import { z } from 'zod';
import type { V2Scene } from './scene.ts';

const members = z.record(z.string(), z.unknown());
const at_ms = z.int().min(0);
const schema = z.strictObject({
  entities: z.record(z.string(), z.strictObject({ at_ms, kind: z.string(), data: members })),
  materials: z.record(z.string(), z.strictObject({ at_ms, data: members })),
  behaviors: z.record(z.string(), z.strictObject({ at_ms, target_id: z.string(), data: members })),
  applied: z.record(z.string(), z.strictObject({ at_ms, material_id: z.string() })),
  triggers: z.array(z.strictObject({ at_ms, target_id: z.string(), action: z.string(), payload: members })),
});

export type V2SceneJson = z.infer<typeof schema>;
export const v2SceneSchema = schema;

export const v2SceneToJson = ({ entities, materials, behaviors, applied, triggers }: V2Scene): V2SceneJson => ({
  entities: Object.fromEntries(entities),
  materials: Object.fromEntries(materials),
  behaviors: Object.fromEntries(behaviors),
  applied: Object.fromEntries(applied),
  triggers: [...triggers],
});

export const v2SceneFromJson = (json: V2SceneJson): V2Scene => ({
  entities: new Map(Object.entries(json.entities)),
  materials: new Map(Object.entries(json.materials)),
  behaviors: new Map(Object.entries(json.behaviors)),
  applied: new Map(Object.entries(json.applied)),
  triggers: json.triggers,
});
