import { encode } from 'modern-gif';

/** GIFs count time in hundredths of a second; players take less than two of them for ten. */
const SHORTEST_DELAY_MS = 20;
const MOST_COLOURS = 255;

export interface GifWish {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly frames: number;
  /** Puts frame `index` on the canvas. */
  readonly draw: (index: number) => Promise<void> | void;
}

/** An endless GIF of at most 50 frames a second and 255 colours. Frame delays are rounded so that no error adds up. */
export async function makeGif(
  canvas: HTMLCanvasElement,
  { width, height, fps, frames, draw }: GifWish,
): Promise<ArrayBuffer> {
  const copy = new OffscreenCanvas(width, height);
  const context = copy.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser has no 2D canvas to read pictures from.');
  const drawn: { data: Uint8ClampedArray<ArrayBuffer>; delay: number }[] = [];
  for (let index = 0; index < frames; index += 1) {
    await draw(index);
    context.drawImage(canvas, 0, 0);
    const ticks = (at: number): number => Math.round((at * 100) / fps) * 10;
    const delay = Math.max(SHORTEST_DELAY_MS, ticks(index + 1) - ticks(index));
    drawn.push({ data: context.getImageData(0, 0, width, height).data as Uint8ClampedArray<ArrayBuffer>, delay });
  }
  return encode({ width, height, frames: drawn, looped: true, loopCount: 0, maxColors: MOST_COLOURS });
}
