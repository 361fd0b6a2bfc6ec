/** Caps on what one scene and one turn may hold. */
export interface V2Limits {
  readonly max_entities_2d: number;
  readonly max_entities_3d: number;
  readonly max_patch_ops_per_turn: number;
  readonly max_materials: number;
  readonly max_behaviors: number;
  readonly max_texture_dimension: number;
  readonly max_texture_memory_mb: number;
  readonly max_uniform_update_hz: number;
}

/** The defaults of the contract. */
export const V2_LIMITS: V2Limits = {
  max_entities_2d: 400,
  max_entities_3d: 250,
  max_patch_ops_per_turn: 120,
  max_materials: 128,
  max_behaviors: 256,
  max_texture_dimension: 2048,
  max_texture_memory_mb: 128,
  max_uniform_update_hz: 30,
};
