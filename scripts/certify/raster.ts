import { createHash } from 'node:crypto';
import { decode, encode } from 'fast-png';

/** A picture as opaque 8-bit pixels, four bytes each, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** @throws Error where the bytes are no PNG with eight bits a channel */
export function readRaster(png: Uint8Array): Raster {
  const { width, height, data, channels, depth } = decode(png);
  if (depth !== 8 || (channels !== 3 && channels !== 4))
    throw new Error(`A picture with ${channels} channels of ${depth} bits cannot be compared; draw it again.`);
  const pixels = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i += 1) {
    for (let channel = 0; channel < 3; channel += 1) pixels[i * 4 + channel] = data[i * channels + channel] ?? 0;
    pixels[i * 4 + 3] = 255;
  }
  return { width, height, pixels };
}

export const writeRaster = ({ width, height, pixels }: Raster): Uint8Array =>
  encode({ width, height, data: pixels, channels: 4, depth: 8 });

/** Equal for equal pixels, whatever the PNG around them looks like. */
export const hashOf = ({ width, height, pixels }: Raster): string =>
  createHash('sha256').update(`${width}x${height}`).update(pixels).digest('hex');
