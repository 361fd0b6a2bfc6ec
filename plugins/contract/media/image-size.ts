import type { MediaType } from './media-type.ts';

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Markers of JPEG that begin a frame header: SOF0–SOF15 without DHT, JPG and DAC (ITU-T T.81, table B.1). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegSize(view: DataView): ImageSize | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** RFC 9649: lossy, lossless and extended files say their size in three ways. */
function webpSize(view: DataView): ImageSize | null {
  if (view.byteLength < 30) return null;
  const chunk = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  if (chunk === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  const wide = (at: number): number => (view.getUint16(at, true) | (view.getUint8(at + 2) << 16)) + 1;
  return chunk === 'VP8X' ? { width: wide(24), height: wide(27) } : null;
}

/**
 * Size in pixels, read from the head of an image without decoding it; null where the head is cut off or broken, and
 * for SVG, which has no size in pixels.
 */
export function imageSizeOf(type: MediaType, bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'image/png')
    return view.byteLength < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) };
  if (type === 'image/gif')
    return view.byteLength < 10 ? null : { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (type === 'image/jpeg') return jpegSize(view);
  if (type === 'image/webp') return webpSize(view);
  return null;
}
