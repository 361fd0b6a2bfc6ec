import type { Picture } from '../picture.ts';
import { drawMeadow, drawMeadowFront } from './meadow.ts';

interface Scenery {
  readonly back: (picture: Picture, opacity: number) => void;
  readonly front: (picture: Picture, opacity: number) => void;
}

const SCENERIES: Readonly<Record<string, Scenery>> = {
  meadow: { back: drawMeadow, front: drawMeadowFront },
};

function each(picture: Picture, draw: (scenery: Scenery, opacity: number) => void): void {
  const { scenery, scenery_from: from, blend } = picture.frame.environment;
  const known = SCENERIES[scenery];
  if (!known) picture.warn('unknown-scenery', `scenery “${scenery}” is not known here; only its sky is drawn`);
  const before = SCENERIES[from];
  if (before && from !== scenery && blend < 1) draw(before, 1);
  if (known) draw(known, from === scenery ? 1 : blend);
}

/** What stands around, behind the actors: the old scenery whole, the new one over it as far as the blend has come. */
export const drawScenery = (picture: Picture): void => each(picture, ({ back }, opacity) => back(picture, opacity));

/** And in front of them. */
export const drawSceneryFront = (picture: Picture): void =>
  each(picture, ({ front }, opacity) => front(picture, opacity));
