import {
  applyOperations,
  changedOperations,
  emptyV2Scene,
  operationsBetween,
  type Timeline,
  timelineOfV2Scene,
  toV2Operations,
  type V2Limits,
  type V2Operation,
  type V2Scene,
  type V2SceneJson,
  v2SceneOf,
  v2SceneToJson,
} from '../../dsl/index.ts';
import { frameOf, playedScene } from '../scenes/played-scene.ts';
import { refused } from '../scenes/scene-desk.ts';
import type { SceneDocument } from '../scenes/scene-document.ts';

export interface CarriedOver {
  /** What a turn sends: the difference between what played and what plays now. */
  readonly operations: readonly V2Operation[];
  readonly timeline: Timeline;
  /** The scene, where it is no longer what the script alone says. */
  readonly patched: V2SceneJson | null;
  readonly warnings: readonly string[];
}

interface Terms {
  readonly intent: { readonly rebuild?: boolean | undefined } | null | undefined;
  readonly limits: V2Limits;
  readonly salt: string;
}

/**
 * Brings what a turn has written into the scene as it is: what agents have added stays, unless the turn rebuilds it.
 * Throws the refusals of the contract. A prompt may ask for quite another scene, so what looks like rebuilding is
 * refused only to those who have said `rebuild: false`; to others it is a warning.
 */
export function carryOver(
  before: SceneDocument | null,
  written: Timeline,
  { intent, limits, salt }: Terms,
): CarriedOver {
  const played = before === null ? null : playedScene(before);
  const kept = intent?.rebuild === true || before?.patched == null ? null : played;
  const merged = kept === null ? null : merge(kept.scene, changedOperations(kept.written, written, salt));
  const after = merged?.scene ?? v2SceneOf(written);
  const operations =
    played === null
      ? toV2Operations(written, salt)
      : before?.patched == null
        ? changedOperations(played.written, written, salt)
        : operationsBetween(played.scene, after, salt);

  const judge = (rebuild: boolean) =>
    applyOperations(played?.scene ?? emptyV2Scene, operations, {
      mode: written.mode,
      limits,
      counted: 'things',
      intent: { rebuild },
    });
  const strict = judge(intent?.rebuild ?? false);
  const suspicious = !strict.ok && strict.refusal.code === 'suspicious_rebuild' && intent?.rebuild !== false;
  const judged = suspicious ? judge(true) : strict;
  if (!judged.ok) throw refused(judged.refusal);
  const shown = merged === null ? null : timelineOfV2Scene(merged.scene, frameOf(written));
  return {
    operations,
    timeline: shown?.value ?? written,
    patched: merged === null ? null : v2SceneToJson(merged.scene),
    warnings: [
      ...(suspicious ? ['suspicious_rebuild: most of the scene is new; say intent.rebuild if that is meant.'] : []),
      ...(merged?.warnings ?? []),
      ...(shown?.warnings ?? []),
    ],
  };
}

const UNBOUNDED: V2Limits = {
  max_entities_2d: Number.POSITIVE_INFINITY,
  max_entities_3d: Number.POSITIVE_INFINITY,
  max_patch_ops_per_turn: Number.POSITIVE_INFINITY,
  max_materials: Number.POSITIVE_INFINITY,
  max_behaviors: Number.POSITIVE_INFINITY,
  max_texture_dimension: Number.POSITIVE_INFINITY,
  max_texture_memory_mb: Number.POSITIVE_INFINITY,
  max_uniform_update_hz: Number.POSITIVE_INFINITY,
};

/** Applies what still can be: an agent may have taken away what the script still speaks of. */
function merge(scene: V2Scene, operations: readonly V2Operation[]) {
  const warnings: string[] = [];
  let merged = scene;
  for (const operation of operations) {
    const applied = applyOperations(merged, [operation], { limits: UNBOUNDED, intent: { rebuild: true } });
    if (applied.ok) merged = applied.scene;
    else warnings.push(`op_skipped:${operation.op}:${applied.refusal.code}`);
  }
  return { scene: merged, warnings };
}
