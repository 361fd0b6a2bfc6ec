import type { Texture } from 'ogl';
import type { TextureCache } from '../gpu/texture-cache.ts';
import { cloudiness } from '../paint/noise.ts';
import { paintPixels } from '../paint/pixels.ts';

const SIDE = 256;

/** Two clouds of noise, in red and in green, that repeat without a seam. */
export function noiseTexture(textures: TextureCache): Texture {
  return textures.get('noise', () => {
    const canvas = paintPixels(SIDE, SIDE, (x, y) => [
      cloudiness(x / SIDE, y / SIDE, 4, 5, 3) * 255,
      cloudiness(x / SIDE, y / SIDE, 5, 4, 17) * 255,
      0,
      255,
    ]);
    return { canvas, plan: null, repeat: 'both' as const };
  }).texture;
}
