import { z } from 'zod';

export const V2_OPS = [
  'createEntity',
  'updateEntity',
  'destroyEntity',
  'createMaterial',
  'updateMaterial',
  'destroyMaterial',
  'applyMaterial',
  'setUniform',
  'createBehavior',
  'updateBehavior',
  'destroyBehavior',
  'trigger',
] as const;

/** Names of things; those by which an object reaches its prototype are none. */
const id = z
  .string()
  .min(1)
  .max(300)
  .refine((name) => !['__proto__', 'prototype', 'constructor'].includes(name), 'this name is reserved');
const members = z.record(z.string(), z.unknown());
const timed = { op_id: id, at_ms: z.int().min(0) };

/** One change to a v2 scene; which members it has follows from `op`. */
export const v2OperationSchema = z.discriminatedUnion('op', [
  z.object({ ...timed, op: z.literal('createEntity'), entity_id: id, kind: id, data: members.default({}) }),
  z.object({ ...timed, op: z.literal('updateEntity'), entity_id: id, changes: members }),
  z.object({ ...timed, op: z.literal('destroyEntity'), entity_id: id }),
  z.object({ ...timed, op: z.literal('createMaterial'), material_id: id, data: members.default({}) }),
  z.object({ ...timed, op: z.literal('updateMaterial'), material_id: id, changes: members }),
  z.object({ ...timed, op: z.literal('destroyMaterial'), material_id: id }),
  z.object({ ...timed, op: z.literal('applyMaterial'), entity_id: id, material_id: id }),
  z.object({ ...timed, op: z.literal('setUniform'), material_id: id, uniform: id, value: z.number() }),
  z.object({ ...timed, op: z.literal('createBehavior'), behavior_id: id, target_id: id, data: members.default({}) }),
  z.object({ ...timed, op: z.literal('updateBehavior'), behavior_id: id, changes: members }),
  z.object({ ...timed, op: z.literal('destroyBehavior'), behavior_id: id }),
  z.object({ ...timed, op: z.literal('trigger'), target_id: id, action: z.string(), payload: members.default({}) }),
]);

export type V2Operation = z.infer<typeof v2OperationSchema>;

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
/** An operation that has no name yet. */
export type V2Change = Without<V2Operation, 'op_id'>;
