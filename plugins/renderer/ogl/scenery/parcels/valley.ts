import { drawClouds } from '../clouds.ts';
import type { Scenery } from '../scenery.ts';
import { drawValley, drawValleyFront } from '../valley.ts';

export const things: Readonly<Record<string, Scenery>> = {
  valley: { sky: drawClouds, back: drawValley, front: drawValleyFront },
};
