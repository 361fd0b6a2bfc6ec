import { type ApplyOptions, applyOperations } from './v2/apply-operations.ts';
import type { V2Refusal } from './v2/refusal.ts';
import { emptyV2Scene } from './v2/scene.ts';
import { type FromV2, PLAIN_FRAME, timelineOfV2Scene, type V2Frame } from './v2/to-timeline.ts';

export type FromV2Operations = ({ readonly ok: true } & FromV2) | { readonly ok: false; readonly refusal: V2Refusal };

/** Operations on an empty scene as the timeline that they make, in a frame of title, stage, seed and words. */
export function fromV2Operations(
  operations: readonly unknown[],
  frame: V2Frame = PLAIN_FRAME,
  options: ApplyOptions = {},
): FromV2Operations {
  const applied = applyOperations(emptyV2Scene, operations, { mode: frame.mode, ...options });
  if (!applied.ok) return applied;
  const { value, warnings } = timelineOfV2Scene(applied.scene, frame);
  return { ok: true, value, warnings: [...applied.warnings, ...warnings] };
}
