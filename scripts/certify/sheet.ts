import type { Raster } from './raster.ts';

const GAP = 6;
const BACKGROUND = 24;

/** Pictures of one size beside and below each other, row by row. */
export function sheetOf(pictures: readonly Raster[], columns: number): Raster {
  const [first] = pictures;
  if (!first) throw new Error('A sheet needs at least one picture.');
  const rows = Math.ceil(pictures.length / columns);
  const width = columns * (first.width + GAP) + GAP;
  const height = rows * (first.height + GAP) + GAP;
  const pixels = new Uint8Array(width * height * 4).fill(BACKGROUND);
  for (let i = 3; i < pixels.length; i += 4) pixels[i] = 255;
  for (const [at, picture] of pictures.entries()) {
    const left = GAP + (at % columns) * (first.width + GAP);
    const top = GAP + Math.floor(at / columns) * (first.height + GAP);
    for (let y = 0; y < Math.min(first.height, picture.height); y += 1) {
      const row = picture.pixels.subarray(
        y * picture.width * 4,
        (y * picture.width + Math.min(first.width, picture.width)) * 4,
      );
      pixels.set(row, ((top + y) * width + left) * 4);
    }
  }
  return { width, height, pixels };
}
