import { Parcels } from '../parcels.ts';
import type { Picture } from '../picture.ts';
import type { Scenery } from './scenery.ts';

export type Sceneries = Parcels<Scenery>;

export const createSceneries = (): Sceneries =>
  new Parcels<Scenery>([
    { names: ['meadow'], fetch: () => import('./parcels/meadow.ts') },
    { names: ['valley'], fetch: () => import('./parcels/valley.ts') },
    { names: ['room'], fetch: () => import('./parcels/room.ts') },
    { names: ['sea'], fetch: () => import('./parcels/sea.ts') },
    { names: ['city'], fetch: () => import('./parcels/city.ts') },
    { names: ['space'], fetch: () => import('./parcels/space.ts') },
    { names: ['studio'], fetch: () => import('./parcels/studio.ts') },
  ]);

function each(picture: Picture, sceneries: Sceneries, draw: (scenery: Scenery, opacity: number) => void): void {
  const { scenery, scenery_from: from, blend } = picture.frame.environment;
  const known = sceneries.get(scenery);
  if (!known) {
    const [code, why] = sceneries.knows(scenery)
      ? ['still-loading', 'is still loading']
      : ['unknown-scenery', 'is not known here'];
    picture.warn(code, `scenery “${scenery}” ${why}; only its sky is drawn`);
  }
  const before = sceneries.get(from);
  if (before && from !== scenery && blend < 1) draw(before, 1);
  if (known) draw(known, from === scenery ? 1 : blend);
}

/** What drifts in the sky. */
export const drawScenerySky = (picture: Picture, sceneries: Sceneries): void =>
  each(picture, sceneries, ({ sky }, opacity) => sky?.(picture, opacity));

/** What stands around, behind the actors: the old scenery whole, the new one over it as far as the blend has come. */
export const drawScenery = (picture: Picture, sceneries: Sceneries): void =>
  each(picture, sceneries, ({ back }, opacity) => back(picture, opacity));

/** And in front of them. */
export const drawSceneryFront = (picture: Picture, sceneries: Sceneries): void =>
  each(picture, sceneries, ({ front }, opacity) => front?.(picture, opacity));
