import { CanvasTexture, SRGBColorSpace } from 'three';
import type { DecodedImage } from '../../../contract/index.ts';

/** Of the image's shorter side. */
const CORNER = 0.035;
/** Samples along the slope where a picture is seen from the side. */
const ANISOTROPY = 8;

/** An image with rounded corners, in the colours of the screen, with mipmaps. */
export function imageTexture({ bitmap: { width, height }, bitmap }: DecodedImage): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d');
  ctx?.beginPath();
  ctx?.roundRect(0, 0, width, height, Math.min(width, height) * CORNER);
  ctx?.clip();
  ctx?.drawImage(bitmap, 0, 0);
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  texture.anisotropy = ANISOTROPY;
  texture.premultiplyAlpha = true;
  return texture;
}

/** Bytes on the GPU, mipmaps included. */
export const imageBytes = ({ bitmap }: DecodedImage): number => Math.round((bitmap.width * bitmap.height * 16) / 3);
