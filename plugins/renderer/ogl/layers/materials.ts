import type { FrameActor } from '../../../../dsl/index.ts';
import type { FigureLook } from '../gpu/figure-pass.ts';
import { type Rgb, rgb } from '../paint/colour.ts';
import type { Picture } from '../picture.ts';

type MaterialLook = Pick<FigureLook, 'glow' | 'glowStrength' | 'glowWidth' | 'metal' | 'sheen'>;

const GLOW: Rgb = [0.75, 0.86, 1];
const NONE: MaterialLook = { glow: GLOW, glowStrength: 0, glowWidth: 0, metal: 0, sheen: 0 };

/** What a recipe means in this reading; an unknown one is drawn plain and reported. */
export function figureMaterial(picture: Picture, actor: FrameActor, unit: number): MaterialLook {
  const material = actor.material;
  if (!material) return NONE;
  const uniform = (name: string, otherwise: number): number => material.uniforms[name] ?? otherwise;
  switch (material.recipe) {
    case 'rim-glow':
      return {
        ...NONE,
        glow: rgb(actor.colors.halo ?? '#bfdcff'),
        glowStrength: 0.3 + uniform('strength', 0.5),
        glowWidth: unit * 16,
      };
    case 'metal':
      return { ...NONE, metal: uniform('metalness', 1) * 0.85, sheen: 0.6 * (1 - uniform('roughness', 0.25)) };
    case 'matte':
      return NONE;
    default:
      picture.warn('unknown-recipe', `material “${material.recipe}” is not known here; “${actor.id}” is drawn plain`);
      return NONE;
  }
}
