import { drawCity } from '../city.ts';
import type { Scenery } from '../scenery.ts';

export const things: Readonly<Record<string, Scenery>> = { city: { back: drawCity } };
