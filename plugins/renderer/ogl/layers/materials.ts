import type { FrameActor } from '../../../../dsl/index.ts';
import type { FigureLook } from '../gpu/figure-pass.ts';
import { magnification, throughX, throughY } from '../paint/affine.ts';
import { type Rgb, rgb } from '../paint/colour.ts';
import { type Picture, view } from '../picture.ts';
import { thrownLight } from './thrown-light.ts';

type MaterialLook = Pick<
  FigureLook,
  'glow' | 'glowStrength' | 'glowWidth' | 'metal' | 'sheen' | 'glass' | 'water' | 'caustic' | 'pool'
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
  pool: null,
};
/** Stage pixels a cell of a caustic net at scale 1. */
const CELL = 110;

/** Where light that water throws on an actor lies in the picture. */
function poolOn(picture: Picture, actor: FrameActor): MaterialLook['pool'] {
  const pool = thrownLight(picture, {
    x: actor.x,
    y: actor.y,
    width: actor.width * actor.scale,
    height: actor.height * actor.scale,
  });
  if (!pool) return null;
  const m = view(picture);
  const size = magnification(m);
  return [throughX(m, pool.x, pool.y), throughY(m, pool.x, pool.y), pool.radiusX * size, pool.radiusY * size];
}

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
          clock * uniform('speed', 0.8) * 1.1,
          (unit * CELL) / Math.max(0.1, uniform('scale', 1.6)),
        ],
        pool: poolOn(picture, actor),
      };
    case 'matte':
      return PLAIN;
    default:
      picture.warn('unknown-recipe', `material “${material.recipe}” is not known here; “${actor.id}” is drawn plain`);
      return PLAIN;
  }
}
