import { MEDIA_LIMITS, mediaTypeOf } from '../../plugins/contract/index.ts';

/** Why a file that somebody gave cannot be shown in a scene, as a sentence; null where it can. */
export async function fileDefect(file: File): Promise<string | null> {
  if (file.size > MEDIA_LIMITS.fileBytes) return `“${file.name}” is larger than 32 MiB.`;
  const isBuffer = file.name.endsWith('.bin');
  if (isBuffer || mediaTypeOf(new Uint8Array(await file.arrayBuffer())) !== null) return null;
  return `“${file.name}” is neither an image (png, jpeg, webp, gif, svg) nor a glTF model.`;
}
