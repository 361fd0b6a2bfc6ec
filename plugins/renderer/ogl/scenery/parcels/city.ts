import { drawCity } from '../city.ts';
import { drawClouds } from '../clouds.ts';
import type { Scenery } from '../scenery.ts';

export const things: Readonly<Record<string, Scenery>> = { city: { sky: drawClouds, back: drawCity } };
