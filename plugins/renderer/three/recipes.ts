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
  switch (material.recipe) {
    case 'rim-glow':
      palette.glow(uniform(material, 'strength') * 1.6);
      break;
    case 'matte':
      palette.finish(uniform(material, 'roughness'), 0);
      break;
    case 'metal':
      palette.finish(uniform(material, 'roughness'), uniform(material, 'metalness'));
      break;
    case 'glass':
      // The glass is full: with the water in it, it bends more than the thin wall alone.
      palette.index.value = Math.min(
        1.5,
        1 + (uniform(material, 'ior') - 1) * 1.5 + uniform(material, 'distortion') * 0.3,
      );
      palette.clear(0.42 - (uniform(material, 'ior') - 1) * 0.3, uniform(material, 'rim-strength') * 1.8);
      break;
    case 'water':
      palette.clear(0.35 + uniform(material, 'density') * 0.6, 0.25 + uniform(material, 'blue-shift') * 0.5);
      break;
    case 'caustic':
      palette.glow(uniform(material, 'intensity') * 0.8);
      break;
    default:
      reports.add('unknown-recipe', `There is no recipe "${material.recipe}": ${material.id} is drawn plain.`);
  }
}
