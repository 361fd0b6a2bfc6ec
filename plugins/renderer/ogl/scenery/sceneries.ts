import type { Picture } from '../picture.ts';
import { drawCity } from './city.ts';
import { drawMeadow, drawMeadowFront } from './meadow.ts';
import { drawSea, drawSeaFront } from './sea.ts';
import { drawSpace } from './space.ts';
import { drawStudio } from './studio.ts';

interface Scenery {
  readonly back: (picture: Picture, opacity: number) => void;
  readonly front: (picture: Picture, opacity: number) => void;
}

const nothing = (): void => undefined;

const SCENERIES: Readonly<Record<string, Scenery>> = {
  meadow: { back: drawMeadow, front: drawMeadowFront },
  sea: { back: drawSea, front: drawSeaFront },
  city: { back: drawCity, front: nothing },
  space: { back: drawSpace, front: nothing },
  studio: { back: drawStudio, front: nothing },
};

function each(picture: Picture, draw: (scenery: Scenery, opacity: number) => void): void {
  const { scenery, scenery_from: from, blend } = picture.frame.environment;
  const known = Object.hasOwn(SCENERIES, scenery) ? SCENERIES[scenery] : undefined;
  if (!known) picture.warn('unknown-scenery', `scenery “${scenery}” is not known here; only its sky is drawn`);
  const before = Object.hasOwn(SCENERIES, from) ? SCENERIES[from] : undefined;
  if (before && from !== scenery && blend < 1) draw(before, 1);
  if (known) draw(known, from === scenery ? 1 : blend);
}

/** What stands around, behind the actors: the old scenery whole, the new one over it as far as the blend has come. */
export const drawScenery = (picture: Picture): void => each(picture, ({ back }, opacity) => back(picture, opacity));

/** And in front of them. */
export const drawSceneryFront = (picture: Picture): void =>
  each(picture, ({ front }, opacity) => front(picture, opacity));
