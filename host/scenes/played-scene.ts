import {
  analyse,
  plan,
  type Timeline,
  timelineOfV2Scene,
  type V2Frame,
  type V2Scene,
  v2SceneFromJson,
  v2SceneOf,
} from '../../dsl/index.ts';
import type { SceneDocument } from './scene-document.ts';

/** A stored scene as it plays. */
export interface PlayedScene {
  /** What the script says, without what agents have done to it. */
  readonly written: Timeline;
  readonly timeline: Timeline;
  readonly scene: V2Scene;
  readonly warnings: readonly string[];
}

export function playedScene({ script, alignment, mode, files, prefabs, patched }: SceneDocument): PlayedScene {
  const written = plan(analyse(script, { files, prefabs }).value, { mode, alignment }).value;
  if (patched === null) return { written, timeline: written, scene: v2SceneOf(written), warnings: [] };
  const scene = v2SceneFromJson(patched);
  const { value, warnings } = timelineOfV2Scene(scene, frameOf(written));
  return { written, timeline: value, scene, warnings };
}

/** All of a timeline that stands in no entity. */
export function frameOf(timeline: Timeline): V2Frame {
  const { title, mode, seed, quality, stage, duration_ms, alignment, lines, words } = timeline;
  return { title, mode, seed, quality, stage, duration_ms, alignment, lines, words };
}

export interface SceneCounts {
  readonly entity_count: number;
  readonly material_count: number;
  readonly behavior_count: number;
}

export const countsOf = ({ entities, materials, behaviors }: V2Scene): SceneCounts => ({
  entity_count: entities.size,
  material_count: materials.size,
  behavior_count: behaviors.size,
});
