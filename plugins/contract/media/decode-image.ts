import { type ImageSize, imageSizeOf } from './image-size.ts';
import { MediaFault } from './media-fault.ts';
import type { MediaLimits } from './media-limits.ts';
import { type MediaType, mediaTypeOf } from './media-type.ts';

/** An image ready for the GPU, upright, its first frame if it moves. */
export interface DecodedImage {
  readonly bitmap: ImageBitmap;
  /** What it was before it was scaled down to the limits, or null. */
  readonly shrunkFrom: ImageSize | null;
}

/** Longer side, in pixels, that drawings without a size in pixels are rasterised at. */
const DRAWING_SIDE = 1024;

/**
 * Decodes png, jpeg, webp, gif and svg in a browser, off the main path.
 * @throws MediaFault where the bytes are no image, broken, or larger than the limits
 */
export async function decodeImage(blob: Blob, limits: MediaLimits): Promise<DecodedImage> {
  if (blob.size > limits.fileBytes) throw new MediaFault('too-large', `it has ${megabytes(blob.size)}`);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const type = mediaTypeOf(bytes);
  if (type === null || !type.startsWith('image/'))
    throw new MediaFault('wrong-type', 'its bytes are no png, jpeg, webp, gif or svg');
  // The type that was found replaces the one that was claimed.
  const typed = new Blob([bytes], { type });
  if (type === 'image/svg+xml') return { bitmap: await rasterise(typed, limits), shrunkFrom: null };
  const size = checkedSize(type, bytes, limits);
  const share = limits.textureSide / Math.max(size.width, size.height);
  const bitmap = await createImageBitmap(typed, { imageOrientation: 'from-image' }).catch((cause: unknown) => {
    throw new MediaFault('corrupt', 'its bytes are damaged and cannot be decoded', { cause });
  });
  if (share >= 1) return { bitmap, shrunkFrom: null };
  const shrunk = await createImageBitmap(bitmap, {
    resizeWidth: Math.max(1, Math.round(bitmap.width * share)),
    resizeHeight: Math.max(1, Math.round(bitmap.height * share)),
    resizeQuality: 'high',
  });
  bitmap.close();
  return { bitmap: shrunk, shrunkFrom: size };
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MiB, which is too much`;

/** Decoding takes four bytes a pixel whatever the file's own size: so the head is asked first. */
function checkedSize(type: MediaType, bytes: Uint8Array, { imageSide }: MediaLimits): ImageSize {
  const size = imageSizeOf(type, bytes);
  if (!size || size.width === 0 || size.height === 0) throw new MediaFault('corrupt', 'its head says no size');
  if (Math.max(size.width, size.height) > imageSide || size.width * size.height > imageSide ** 2 / 4) {
    throw new MediaFault('too-large', `it has ${size.width} × ${size.height} pixels, which is too much`);
  }
  return size;
}

/** Through an <img>, where a browser runs no script of the drawing and fetches nothing for it. */
async function rasterise(blob: Blob, { textureSide }: MediaLimits): Promise<ImageBitmap> {
  const url = URL.createObjectURL(blob);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const share = Math.min(DRAWING_SIDE, textureSide) / Math.max(1, image.naturalWidth, image.naturalHeight);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.naturalWidth * share));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * share));
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    // A drawing with parts of another language taints what it is drawn on: better known now than when it is uploaded.
    context?.getImageData(0, 0, 1, 1);
    return await createImageBitmap(canvas);
  } catch (cause) {
    throw new MediaFault('corrupt', 'the browser cannot draw this svg', { cause });
  } finally {
    URL.revokeObjectURL(url);
  }
}
