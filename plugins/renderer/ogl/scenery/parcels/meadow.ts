import { drawClouds } from '../clouds.ts';
import { drawMeadow, drawMeadowFront } from '../meadow.ts';
import type { Scenery } from '../scenery.ts';

export const things: Readonly<Record<string, Scenery>> = {
  meadow: { sky: drawClouds, back: drawMeadow, front: drawMeadowFront },
};
