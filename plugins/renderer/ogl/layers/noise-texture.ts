import type { Texture } from 'ogl';
import type { TextureCache } from '../gpu/texture-cache.ts';
import { cloudiness } from '../paint/noise.ts';

const SIDE = 256;

/** Two clouds of noise, in red and in green, that repeat without a seam. */
export function noiseTexture(textures: TextureCache): Texture {
  return textures.get('noise', () => {
    const canvas = document.createElement('canvas');
    canvas.width = SIDE;
    canvas.height = SIDE;
    const ctx = canvas.getContext('2d');
    const image = ctx?.createImageData(SIDE, SIDE);
    if (ctx && image) {
      for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
        const x = (pixel % SIDE) / SIDE;
        const y = Math.floor(pixel / SIDE) / SIDE;
        image.data.set([cloudiness(x, y, 4, 5, 3) * 255, cloudiness(x, y, 5, 4, 17) * 255, 0, 255], pixel * 4);
      }
      ctx.putImageData(image, 0, 0);
    }
    return { canvas, plan: null, repeat: 'both' as const };
  }).texture;
}
