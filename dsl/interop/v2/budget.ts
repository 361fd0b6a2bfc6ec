import type { Mode } from '../../check/model.ts';
import type { V2Operation } from '../v2-operation.ts';
import type { V2Limits } from './limits.ts';
import { texturesOf } from './material-guard.ts';
import { refuse, type V2Refusal } from './refusal.ts';
import type { Workpiece } from './workpiece.ts';

const BYTES_OF_PIXEL = 4;
const MIB = 1024 * 1024;

/** Whether the scene that came out, and the work on it, keep the caps; `scope` is the cap that is broken. */
export function judgeBudget(scene: Workpiece, mode: Mode, limits: V2Limits): V2Refusal | null {
  const textures = [...scene.entities.values(), ...scene.materials.values()].flatMap(({ data }) => texturesOf(data));
  const sides = textures.flatMap(({ width, height }) => [width, height]);
  const bytes = textures.reduce((sum, { width, height }) => sum + width * height * BYTES_OF_PIXEL, 0);
  const figures: readonly (readonly [string, number, number])[] = [
    ['patch_ops_per_turn', scene.counted, limits.max_patch_ops_per_turn],
    [`entities_${mode}`, scene.entities.size, mode === '3d' ? limits.max_entities_3d : limits.max_entities_2d],
    ['materials', scene.materials.size, limits.max_materials],
    ['behaviors', scene.behaviors.size, limits.max_behaviors],
    ['texture_dimension', Math.max(0, ...sides), limits.max_texture_dimension],
    ['texture_memory_mb', bytes / MIB, limits.max_texture_memory_mb],
  ];
  for (const [scope, count, cap] of figures)
    if (count > cap) return refuse('patch_budget_exceeded', { cap, count, scope });
  return null;
}

/** One setting of one material may change so many times a second; `operations` come in the order of time. */
export function judgeRates(operations: readonly V2Operation[], { max_uniform_update_hz }: V2Limits): V2Refusal | null {
  const last = new Map<string, number>();
  for (const operation of operations) {
    if (operation.op !== 'setUniform') continue;
    const { material_id, uniform, at_ms, op_id } = operation;
    const key = JSON.stringify([material_id, uniform]);
    const before = last.get(key);
    // Whole milliseconds: 30 Hz are 33 ms apart.
    if (before !== undefined && at_ms - before < Math.floor(1000 / max_uniform_update_hz))
      return refuse('uniform_rate_limited', { material_id, uniform, op_id, cap: max_uniform_update_hz });
    last.set(key, at_ms);
  }
  return null;
}

const FEWEST = 3;
const MOST_CHURN = 0.4;

/** Things that go and come in one call, where nobody said that the scene is built anew. */
export function judgeChurn({ created, destroyed }: Workpiece, before: number): V2Refusal | null {
  const churned = created.size + destroyed.size;
  if (destroyed.size === 0 || churned < FEWEST || before === 0 || churned / before <= MOST_CHURN) return null;
  const share = Math.round((1000 * churned) / before) / 1000;
  return refuse('suspicious_rebuild', {
    created: created.size,
    destroyed: destroyed.size,
    entities: before,
    churn: share,
    cap: MOST_CHURN,
  });
}
