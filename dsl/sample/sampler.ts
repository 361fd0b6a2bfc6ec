import { emptyState } from '../plan/empty-state.ts';
import type { Patch, SceneState, Timeline } from '../plan/timeline.ts';
import type { Frame } from './frame.ts';
import { createFrameBuilder } from './frame-builder.ts';
import { viewOf } from './scene-view.ts';
import { indexPatches } from './seek-index.ts';

export interface Sampler {
  readonly timeline: Timeline;
  /** The scene at `ms`, which is held between 0 and the end of the timeline. Whatever was asked before, the answer is the same. */
  frameAt(ms: number): Frame;
}

/** Indexes a timeline once; afterwards any frame costs the logarithm of its patches and what is on the stage. */
export function createSampler(timeline: Timeline): Sampler {
  const index = indexPatches(inOrder(timeline.patches), emptyState(timeline.mode, timeline.stage));
  const builder = createFrameBuilder(timeline);
  return {
    timeline,
    frameAt(ms) {
      const at = Number.isFinite(ms) ? Math.min(timeline.duration_ms, Math.max(0, ms)) : 0;
      return builder.frame(index.sceneAt(at), at);
    },
  };
}

/** The frame of a state that was folded from patches by `apply`; `createSampler` gives the same one, without the fold. */
export function sampleState(state: SceneState, ms: number, timeline: Timeline): Frame {
  return createFrameBuilder(timeline).frame(viewOf(state), ms);
}

function inOrder(patches: readonly Patch[]): readonly Patch[] {
  const sorted = patches.every((patch, at) => at === 0 || (patches[at - 1]?.at_ms ?? 0) <= patch.at_ms);
  return sorted ? patches : patches.toSorted((a, b) => a.at_ms - b.at_ms);
}
