import type { FramePicture } from '../../../../dsl/index.ts';
import type { DecodedImage } from '../../../contract/index.ts';
import { WHOLE } from '../gpu/quads.ts';
import { joint } from '../paint/affine.ts';
import { type Picture, view } from '../picture.ts';
import { imageSheet } from './image-sheet.ts';

/** Puts an image into the middle of its box, as large as fits, in its own colours: a picture is not lit. */
export function drawImage(picture: Picture, entity: FramePicture, image: DecodedImage): void {
  const { bitmap, shrunkFrom } = image;
  if (shrunkFrom) {
    const before = `${shrunkFrom.width} × ${shrunkFrom.height}`;
    picture.warn('picture-shrunk', `“${entity.source}” has ${before} pixels and was scaled down to fit a texture`);
  }
  const share = Math.min(entity.width / bitmap.width, entity.height / bitmap.height);
  const [width, height] = [bitmap.width * share, bitmap.height * share];
  const { texture, plan } = imageSheet(picture, entity.source, image);
  const [aside, above] = [width * plan.marginX, height * plan.marginY];
  const m = joint(view(picture), entity.x, entity.y, entity.rotation, entity.scale);
  const box = [-width / 2 - aside, -height / 2 - above, width + aside * 2, height + above * 2] as const;
  picture.quads.box(texture, WHOLE, m, box, { opacity: entity.opacity });
}
