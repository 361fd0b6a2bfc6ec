import { type FrameMaterial, MATERIAL_RECIPES } from '../../../dsl/index.ts';
import type { Palette } from './palette.ts';
import type { Reports } from './reports.ts';

/** A uniform of a recipe within its limits, or its default. */
function uniform({ recipe, uniforms }: FrameMaterial, name: string): number {
  const limits = MATERIAL_RECIPES[recipe]?.[name];
  const value = uniforms[name] ?? limits?.default ?? 0;
  return limits ? Math.min(limits.max, Math.max(limits.min, value)) : value;
}

/** Dresses all materials of an actor by a whitelisted recipe; any other leaves them as they are and is reported. */
export function applyRecipe(palette: Palette, material: FrameMaterial, reports: Reports): void {
  const dress = (roughness: number, metalness: number | null): void => {
    for (const part of palette.materials) {
      part.roughness = roughness;
      part.metalness = metalness ?? (part.userData.metalness as number);
    }
  };
  switch (material.recipe) {
    case 'rim-glow':
      palette.rim.strength.value += uniform(material, 'strength') * 1.6;
      break;
    case 'matte':
      dress(uniform(material, 'roughness'), 0);
      break;
    case 'metal':
      dress(uniform(material, 'roughness'), uniform(material, 'metalness'));
      break;
    default:
      reports.add('unknown-recipe', `There is no recipe "${material.recipe}": ${material.id} is drawn plain.`);
  }
}
