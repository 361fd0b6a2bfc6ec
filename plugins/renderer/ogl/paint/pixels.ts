/** Red, green, blue and alpha, 0–255. */
export type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

/** A drawing made pixel by pixel, for what no brush can paint: noise, ramps, soft beams. */
export function paintPixels(
  width: number,
  height: number,
  pixelAt: (x: number, y: number) => Pixel,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d');
  if (!ctx) return canvas;
  const image = ctx.createImageData(width, height);
  for (let at = 0; at < width * height; at++) image.data.set(pixelAt(at % width, Math.floor(at / width)), at * 4);
  ctx.putImageData(image, 0, 0);
  return canvas;
}
