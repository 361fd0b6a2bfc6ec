/** The whitelist of materials: what a script may ask a renderer for, and within which limits (row S3 of the mission). */
export interface Uniform {
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

export const MATERIAL_RECIPES: Readonly<Record<string, Readonly<Record<string, Uniform>>>> = {
  'rim-glow': { strength: { min: 0, max: 1, default: 0.5 } },
  matte: { roughness: { min: 0, max: 1, default: 0.9 } },
  glass: {
    ior: { min: 1, max: 1.6, default: 1.18 },
    distortion: { min: 0, max: 0.35, default: 0.12 },
    'rim-strength': { min: 0, max: 1, default: 0.45 },
  },
  water: { density: { min: 0, max: 1, default: 0.36 }, 'blue-shift': { min: 0, max: 1, default: 0.42 } },
  caustic: {
    intensity: { min: 0, max: 1, default: 0.5 },
    scale: { min: 0.1, max: 4, default: 1.6 },
    speed: { min: 0.05, max: 3, default: 0.8 },
  },
  metal: { roughness: { min: 0, max: 1, default: 0.25 }, metalness: { min: 0, max: 1, default: 1 } },
};
