/** What a file of pictures or models is, found in its first bytes: names and headers are not trusted. */
export type MediaType =
  | 'image/png'
  | 'image/jpeg'
  | 'image/webp'
  | 'image/gif'
  | 'image/svg+xml'
  | 'model/gltf-binary'
  | 'model/gltf+json';

const SVG = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE\s+svg[^>[]*>\s*)?<svg[\s>]/;
const GLTF = /^\s*\{[\s\S]*"asset"\s*:/;

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  bytes.length >= at + text.length && [...text].every((sign, index) => bytes[at + index] === sign.charCodeAt(0));

/** The type of a whole file, or of its first 4 KiB for anything but glTF as text; null where it is none of them. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (startsWith(bytes, '\xff\xd8\xff')) return 'image/jpeg';
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'image/webp';
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return 'image/gif';
  if (startsWith(bytes, 'glTF')) return 'model/gltf-binary';
  const first = bytes.find((byte) => byte > 32 && byte < 128);
  if (first === 0x3c && SVG.test(new TextDecoder().decode(bytes.subarray(0, 4096)))) return 'image/svg+xml';
  if (first === 0x7b && GLTF.test(new TextDecoder().decode(bytes))) return 'model/gltf+json';
  return null;
}
