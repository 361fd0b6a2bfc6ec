import type { Colouring } from '../gpu/quads.ts';
import type { Affine } from '../paint/affine.ts';
import type { Picture } from '../picture.ts';
import { type SpriteName, sprites } from './sprites.ts';

/** Puts a white sprite at (x, y), `width` × `height` in the units of `m`, coloured. */
export function putSprite(
  picture: Picture,
  name: SpriteName,
  m: Affine,
  box: readonly [x: number, y: number, width: number, height: number],
  colouring: Colouring,
): void {
  const sheet = sprites(picture);
  const piece = sheet.plan.get(name);
  if (!piece) return;
  const [x, y, width, height] = box;
  picture.quads.box(sheet.texture, piece.region, m, [x - width / 2, y - height / 2, width, height], colouring);
}
