/** The whitelist of materials: what a script may ask a renderer for, and within which limits (row S3 of the mission). */
export interface Uniform {
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

export const MATERIAL_RECIPES: Readonly<Record<string, Readonly<Record<string, Uniform>>>> = {
  'rim-glow': { strength: { min: 0, max: 1, default: 0.5 } },
  matte: { roughness: { min: 0, max: 1, default: 0.9 } },
  metal: { roughness: { min: 0, max: 1, default: 0.25 }, metalness: { min: 0, max: 1, default: 1 } },
};
