import { drawMeadow, drawMeadowFront } from '../meadow.ts';
import type { Scenery } from '../scenery.ts';

export const things: Readonly<Record<string, Scenery>> = { meadow: { back: drawMeadow, front: drawMeadowFront } };
