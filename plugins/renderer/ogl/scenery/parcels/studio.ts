import type { Scenery } from '../scenery.ts';
import { drawStudio } from '../studio.ts';

export const things: Readonly<Record<string, Scenery>> = { studio: { back: drawStudio } };
