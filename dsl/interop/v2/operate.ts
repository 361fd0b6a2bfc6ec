import type { V2Operation } from '../v2-operation.ts';
import { judgeMaterial, judgeUniform } from './material-guard.ts';
import { refuse, type V2Refusal } from './refusal.ts';
import type { Members } from './scene.ts';
import { judgeTrigger } from './trigger-guard.ts';
import type { Workpiece } from './workpiece.ts';

const TYPES = ['timeline', 'state_machine', 'parametric_motion'];
/** Triggers of long ago are forgotten. */
const KEPT_TRIGGERS = 500;

/** Applies one operation; null when it could be done. */
export function operate(operation: V2Operation, scene: Workpiece): V2Refusal | null {
  switch (operation.op) {
    case 'createEntity':
    case 'updateEntity':
    case 'destroyEntity':
      return entity(operation, scene);
    case 'createMaterial':
    case 'updateMaterial':
    case 'destroyMaterial':
    case 'applyMaterial':
    case 'setUniform':
      return material(operation, scene);
    case 'createBehavior':
    case 'updateBehavior':
    case 'destroyBehavior':
      return behavior(operation, scene);
    case 'trigger': {
      const { op_id: _op_id, op: _op, ...trigger } = operation;
      const wrong = judgeTrigger(trigger, scene);
      if (wrong) return wrong;
      scene.triggers.push(trigger);
      scene.triggers.splice(0, scene.triggers.length - KEPT_TRIGGERS);
      return null;
    }
  }
}

/** What a new thing does by itself comes with it: it is counted once. */
export const countOf = (operation: V2Operation, { created }: Workpiece): number =>
  operation.op === 'createBehavior' && created.has(operation.target_id) ? 0 : 1;

type Of<K extends V2Operation['op']> = Extract<V2Operation, { op: K }>;

function entity(operation: Of<'createEntity' | 'updateEntity' | 'destroyEntity'>, scene: Workpiece): V2Refusal | null {
  const { entity_id, at_ms } = operation;
  const known = scene.entities.get(entity_id);
  if (operation.op === 'createEntity') {
    if (known) scene.warnings.push(`entity_replaced:${entity_id}`);
    scene.created.add(entity_id);
    scene.entities.set(entity_id, { at_ms, kind: operation.kind, data: without(operation.data) });
    return null;
  }
  if (!known) return refuse('unknown_entity_id', { entity_id });
  if (operation.op === 'updateEntity') {
    const { material, ...changes } = operation.changes;
    if (material === null) scene.applied.delete(entity_id);
    const kept = material === undefined || material === null ? changes : operation.changes;
    scene.entities.set(entity_id, { ...known, data: merged(known.data, kept) });
    return null;
  }
  scene.destroyed.add(entity_id);
  scene.entities.delete(entity_id);
  scene.applied.delete(entity_id);
  for (const [id, { target_id }] of scene.behaviors) if (target_id === entity_id) scene.behaviors.delete(id);
  return null;
}

type MaterialOp = 'createMaterial' | 'updateMaterial' | 'destroyMaterial' | 'applyMaterial' | 'setUniform';

function material(operation: Of<MaterialOp>, scene: Workpiece): V2Refusal | null {
  const { material_id, at_ms } = operation;
  if (operation.op === 'createMaterial') {
    const wrong = judgeMaterial(material_id, operation.data);
    if (!wrong) scene.materials.set(material_id, { at_ms, data: without(operation.data) });
    return wrong;
  }
  if (operation.op === 'applyMaterial' && !scene.entities.has(operation.entity_id))
    return refuse('unknown_entity_id', { entity_id: operation.entity_id });
  const known = scene.materials.get(material_id);
  if (!known) return refuse('unknown_material_id', { material_id });
  switch (operation.op) {
    case 'updateMaterial': {
      const uniforms = { ...Object(known.data.uniforms), ...Object(operation.changes.uniforms) };
      const data = { ...merged(known.data, operation.changes), uniforms: without(uniforms) };
      const wrong = judgeMaterial(material_id, data);
      if (!wrong) scene.materials.set(material_id, { ...known, data });
      return wrong;
    }
    case 'destroyMaterial':
      scene.materials.delete(material_id);
      for (const [id, each] of scene.applied) if (each.material_id === material_id) scene.applied.delete(id);
      return null;
    case 'applyMaterial':
      scene.applied.set(operation.entity_id, { at_ms, material_id });
      return null;
    case 'setUniform': {
      const { uniform, value } = operation;
      const wrong = judgeUniform(material_id, known.data, uniform, value);
      const uniforms = { ...Object(known.data.uniforms), [uniform]: value };
      if (!wrong) scene.materials.set(material_id, { ...known, data: { ...known.data, uniforms } });
      return wrong;
    }
  }
}

function behavior(
  operation: Of<'createBehavior' | 'updateBehavior' | 'destroyBehavior'>,
  scene: Workpiece,
): V2Refusal | null {
  const { behavior_id, at_ms } = operation;
  const known = scene.behaviors.get(behavior_id);
  if (operation.op === 'createBehavior') {
    const { target_id, data } = operation;
    if (!scene.entities.has(target_id)) return refuse('unknown_entity_id', { entity_id: target_id, behavior_id });
    const wrong = judgeType(behavior_id, data);
    if (!wrong) scene.behaviors.set(behavior_id, { at_ms, target_id, data: without(data) });
    return wrong;
  }
  if (!known) return refuse('unknown_behavior_id', { behavior_id });
  if (operation.op === 'destroyBehavior') {
    scene.behaviors.delete(behavior_id);
    return null;
  }
  const data = merged(known.data, operation.changes);
  const wrong = judgeType(behavior_id, data);
  if (!wrong) scene.behaviors.set(behavior_id, { ...known, data });
  return wrong;
}

function judgeType(behavior_id: string, { type }: Members): V2Refusal | null {
  if (typeof type === 'string' && TYPES.includes(type)) return null;
  const issues = [{ path: 'data.type', message: `one of ${TYPES.join(', ')}` }];
  return refuse('schema_validation_failed', { behavior_id, issues });
}

/** Members that are null are gone. */
const without = (data: Members): Members =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
const merged = (data: Members, changes: Members): Members => without({ ...data, ...changes });
