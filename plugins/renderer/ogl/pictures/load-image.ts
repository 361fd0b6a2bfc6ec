import { type DecodedImage, decodeImage, MEDIA_LIMITS } from '../../../contract/index.ts';

/** In a file of its own, since the first picture of most scenes needs no decoder. */
export const loadImage = async (path: string, fetchFile: (path: string) => Promise<Blob>): Promise<DecodedImage> =>
  decodeImage(await fetchFile(path), MEDIA_LIMITS);
