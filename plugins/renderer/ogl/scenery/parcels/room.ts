import { drawRoom } from '../room.ts';
import type { Scenery } from '../scenery.ts';

export const things: Readonly<Record<string, Scenery>> = { room: { back: drawRoom } };
