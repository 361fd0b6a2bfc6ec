/** Materials whose names on the wire are older than those of the language. Settings are spelt `snake_case` there. */
const ON_THE_WIRE: Readonly<Record<string, string>> = {
  glass: 'glass_refraction_like',
  water: 'water_volume_tint',
  caustic: 'caustic_overlay_shader',
};

/** What stands in for a material that was rejected. */
export const FALLBACK = 'flat_fallback';

export const wireRecipe = (recipe: string): string => ON_THE_WIRE[recipe] ?? recipe;

export const ownRecipe = (name: string): string =>
  Object.entries(ON_THE_WIRE).find(([, wire]) => wire === name)?.[0] ?? name;

export const wireUniform = (name: string): string => name.replaceAll('-', '_');

export const ownUniform = (name: string): string => name.replaceAll('_', '-');
