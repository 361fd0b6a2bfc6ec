import { WHOLE } from '../gpu/quads.ts';
import type { Drawing } from '../gpu/texture-cache.ts';
import { IDENTITY } from '../paint/affine.ts';
import { mixRgb, rgb } from '../paint/colour.ts';
import { cloudiness, hash } from '../paint/noise.ts';
import type { Picture } from '../picture.ts';

const SIDE = 256;
/** How much of the grain is mottling and how much is fine tooth. */
const [MOTTLE, TOOTH] = [11, 10];
const FIELD = [64, 36] as const;

function pixelsOf(width: number, height: number, value: (x: number, y: number) => readonly [number, number]) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d');
  const image = ctx?.createImageData(width, height);
  if (ctx && image) {
    for (let pixel = 0; pixel < width * height; pixel++) {
      const [shade, alpha] = value(pixel % width, Math.floor(pixel / width));
      image.data.set([shade, shade, shade, alpha], pixel * 4);
    }
    ctx.putImageData(image, 0, 0);
  }
  return canvas;
}

/** Watercolour paper as a tile: mottled softly and toothed finely, light and dark. */
function paperTile(): Drawing<null> {
  const canvas = pixelsOf(SIDE, SIDE, (x, y) => {
    const mottled = cloudiness(x / SIDE, y / SIDE, 9, 4, 23) - 0.5;
    const fine = (hash(x, y, 61) + hash(x, y, 62) + hash(x >> 1, y >> 1, 63)) / 1.5 - 1;
    const value = mottled * MOTTLE + fine * TOOTH;
    return [value > 0 ? 255 : 0, Math.min(255, Math.abs(value))];
  });
  return { canvas, plan: null, repeat: 'both' };
}

/** Clear in the middle, covering towards the corners. */
const vignetteField = (): Drawing<null> => ({
  plan: null,
  canvas: pixelsOf(FIELD[0], FIELD[1], (x, y) => {
    const away = Math.hypot((x + 0.5) / FIELD[0] - 0.5, ((y + 0.5) / FIELD[1] - 0.46) * 0.9) * 1.5;
    return [255, 255 * Math.max(0, away - 0.42) ** 1.7];
  }),
});

/**
 * The paper that the scene is painted on: its grain, the same wherever the camera looks, and the corners a little
 * deeper. Laid over sky and scenery alone, so that actors have their own grain and letters stay clear.
 */
export function drawPaper(picture: Picture): void {
  if (picture.quality < 0.5) return;
  const { quads, textures, width, height, frame } = picture;
  const vignette = textures.get('vignette', vignetteField).texture;
  const deep = mixRgb(rgb(frame.environment.sky_top), [0.03, 0.02, 0.1], 0.62);
  quads.box(vignette, WHOLE, IDENTITY, [0, 0, width, height], { tint: deep, opacity: 0.42 });
  const side = SIDE * Math.max(1, picture.scale);
  const tile = { u0: 0, v0: 0, u1: width / side, v1: height / side };
  // On an empty wall the mottling would look like dirt.
  const opacity = frame.environment.scenery === 'studio' ? 0.5 : 1;
  quads.box(textures.get('paper', paperTile).texture, tile, IDENTITY, [0, 0, width, height], { opacity });
}
