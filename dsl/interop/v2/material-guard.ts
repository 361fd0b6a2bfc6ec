import { MATERIAL_RECIPES, type Uniform } from '../../check/vocabulary/material-recipes.ts';
import { ownRecipe, ownUniform } from '../wire-materials.ts';
import { refuse, type V2Refusal } from './refusal.ts';
import type { Members } from './scene.ts';

/** How clients name the recipe of a material. */
const NAMES = ['recipe_id', 'shader_id', 'recipe'] as const;

export const recipeOf = (data: Members): unknown =>
  NAMES.map((name) => data[name]).find((value) => value !== undefined);

/** Holds a material against the whitelist; null when nothing is wrong. */
export function judgeMaterial(material_id: string, data: Members): V2Refusal | null {
  const recipe_id = recipeOf(data);
  const settings = typeof recipe_id === 'string' ? settingsOf(recipe_id) : null;
  if (!settings)
    return refuse('unknown_recipe_id', {
      material_id,
      recipe_id: recipe_id ?? null,
      known: Object.keys(MATERIAL_RECIPES),
    });
  const { uniforms = {} } = data;
  if (typeof uniforms !== 'object' || uniforms === null || Array.isArray(uniforms))
    return refuse('schema_validation_failed', {
      material_id,
      issues: [{ path: 'data.uniforms', message: 'an object' }],
    });
  for (const [name, value] of Object.entries(uniforms)) {
    const wrong = judgeUniform(material_id, data, name, value);
    if (wrong) return wrong;
  }
  return null;
}

export function judgeUniform(material_id: string, data: Members, uniform: string, value: unknown): V2Refusal | null {
  const settings = settingsOf(String(recipeOf(data))) ?? {};
  const own = ownUniform(uniform);
  const range = Object.hasOwn(settings, own) ? settings[own] : undefined;
  if (!range) return refuse('unknown_uniform', { material_id, uniform, known: Object.keys(settings) });
  if (typeof value !== 'number' || !Number.isFinite(value))
    return refuse('uniform_not_numeric', { material_id, uniform });
  const { min, max } = range;
  return value < min || value > max ? refuse('uniform_out_of_range', { material_id, uniform, value, min, max }) : null;
}

function settingsOf(recipeId: string): Readonly<Record<string, Uniform>> | null {
  const recipe = ownRecipe(recipeId);
  return Object.hasOwn(MATERIAL_RECIPES, recipe) ? (MATERIAL_RECIPES[recipe] ?? null) : null;
}

interface Texture {
  readonly width: number;
  readonly height: number;
}

/** The textures that a material or an entity says it brings. */
export function texturesOf({ textures, texture }: Members): readonly Texture[] {
  return [...(Array.isArray(textures) ? textures : []), texture].flatMap((each) => {
    const { width, height } = Object(each);
    return Number.isFinite(width) && Number.isFinite(height) ? [{ width, height }] : [];
  });
}
