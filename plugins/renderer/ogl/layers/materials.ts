import type { FrameActor } from '../../../../dsl/index.ts';
import type { FigureLook } from '../gpu/figure-pass.ts';
import { type Rgb, rgb } from '../paint/colour.ts';
import type { Picture } from '../picture.ts';

type MaterialLook = Pick<
  FigureLook,
  'glow' | 'glowStrength' | 'glowWidth' | 'metal' | 'sheen' | 'glass' | 'water' | 'caustic'
>;

const GLOW: Rgb = [0.75, 0.86, 1];
export const PLAIN: MaterialLook = {
  glow: GLOW,
  glowStrength: 0,
  glowWidth: 0,
  metal: 0,
  sheen: 0,
  glass: [0, 0, 0, 0],
  water: [0, 0, 0, 0],
  caustic: [0, 0, 1],
};
/** Stage pixels a cell of a caustic net at scale 1. */
const CELL = 110;

/** What a recipe means in this reading; an unknown one is drawn plain and reported. */
export function figureMaterial(picture: Picture, actor: FrameActor, unit: number): MaterialLook {
  const material = actor.material;
  if (!material) return PLAIN;
  const { clock } = picture.frame.environment;
  const uniform = (name: string, otherwise: number): number => material.uniforms[name] ?? otherwise;
  switch (material.recipe) {
    case 'rim-glow':
      return {
        ...PLAIN,
        glow: rgb(actor.colors.halo ?? '#bfdcff'),
        glowStrength: 0.3 + uniform('strength', 0.5),
        glowWidth: unit * 16,
      };
    case 'metal':
      return { ...PLAIN, metal: uniform('metalness', 1) * 0.85, sheen: 0.6 * (1 - uniform('roughness', 0.25)) };
    case 'glass':
      return {
        ...PLAIN,
        glass: [uniform('ior', 1.18) - 1, uniform('distortion', 0.12), uniform('rim-strength', 0.45) * 2, unit * 22],
      };
    case 'water':
      return { ...PLAIN, water: [uniform('density', 0.36), uniform('blue-shift', 0.42), clock, 1] };
    case 'caustic':
      return {
        ...PLAIN,
        caustic: [
          uniform('intensity', 0.5),
          clock * uniform('speed', 0.8) * 1.8,
          (unit * CELL) / Math.max(0.1, uniform('scale', 1.6)),
        ],
      };
    case 'matte':
      return PLAIN;
    default:
      picture.warn('unknown-recipe', `material “${material.recipe}” is not known here; “${actor.id}” is drawn plain`);
      return PLAIN;
  }
}
