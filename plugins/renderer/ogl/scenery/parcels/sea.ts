import { drawClouds } from '../clouds.ts';
import type { Scenery } from '../scenery.ts';
import { drawSea, drawSeaFront } from '../sea.ts';

export const things: Readonly<Record<string, Scenery>> = {
  sea: { sky: drawClouds, back: drawSea, front: drawSeaFront },
};
