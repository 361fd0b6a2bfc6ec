import type { V2Behavior, V2Entity, V2Material, V2Scene, V2Trigger } from './scene.ts';

/** A scene while operations change it. */
export interface Workpiece {
  readonly entities: Map<string, V2Entity>;
  readonly materials: Map<string, V2Material>;
  readonly behaviors: Map<string, V2Behavior>;
  readonly applied: Map<string, { readonly at_ms: number; readonly material_id: string }>;
  readonly triggers: V2Trigger[];
  readonly warnings: string[];
  /** Operations that are counted against the cap of a turn. */
  counted: number;
  readonly created: Set<string>;
  readonly destroyed: Set<string>;
}

export const workpieceOf = (scene: V2Scene): Workpiece => ({
  entities: new Map(scene.entities),
  materials: new Map(scene.materials),
  behaviors: new Map(scene.behaviors),
  applied: new Map(scene.applied),
  triggers: [...scene.triggers],
  warnings: [],
  counted: 0,
  created: new Set(),
  destroyed: new Set(),
});

export const sceneOf = ({ entities, materials, behaviors, applied, triggers }: Workpiece): V2Scene => ({
  entities,
  materials,
  behaviors,
  applied,
  triggers,
});
