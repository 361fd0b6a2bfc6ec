import type { DecodedImage } from '../../../contract/index.ts';
import type { Drawing } from '../gpu/texture-cache.ts';
import type { Picture } from '../picture.ts';

/** Of an image within its sheet, as shares of the sheet: the rest is room for its shadow. */
export interface ImagePlan {
  readonly marginX: number;
  readonly marginY: number;
}

/** Shares of the image's shorter side. */
const CORNER = 0.035;
const SHADOW = 0.05;

/** An image like a print on a wall: rounded corners and a soft shadow, which follows the outline of a cut-out one. */
export function imageSheet(picture: Picture, source: string, { bitmap }: DecodedImage) {
  return picture.textures.get(`image:${source}`, (): Drawing<ImagePlan> => {
    const { width, height } = bitmap;
    const edge = Math.min(width, height);
    const margin = Math.ceil(edge * SHADOW * 1.6);
    const canvas = document.createElement('canvas');
    canvas.width = width + margin * 2;
    canvas.height = height + margin * 2;
    const ctx = canvas.getContext('2d');
    if (!ctx) throw new Error('this browser has no 2D canvas');
    const print = document.createElement('canvas');
    print.width = width;
    print.height = height;
    const cut = print.getContext('2d');
    cut?.beginPath();
    cut?.roundRect(0, 0, width, height, edge * CORNER);
    cut?.clip();
    cut?.drawImage(bitmap, 0, 0);
    ctx.shadowColor = 'rgba(10, 14, 34, 0.42)';
    ctx.shadowBlur = edge * SHADOW;
    ctx.shadowOffsetY = edge * SHADOW * 0.4;
    ctx.drawImage(print, margin, margin);
    return { canvas, plan: { marginX: margin / width, marginY: margin / height }, mipmaps: true };
  });
}
