import type { Scenery } from '../scenery.ts';
import { drawSpace } from '../space.ts';

export const things: Readonly<Record<string, Scenery>> = { space: { back: drawSpace } };
