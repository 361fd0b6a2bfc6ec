import type { ActorKind } from './actor-kind.ts';

/** What carries people and things. */
export const VEHICLES: Readonly<Record<string, ActorKind>> = {
  car: {
    width: 260,
    height: 120,
    colors: { body: '#d64545', windows: '#bfe3f5', wheels: '#22252b' },
    animations: ['drive', 'none'],
    parts: {
      windows: { x: 0.5, y: 0.28 },
      hood: { x: 0.85, y: 0.45 },
      headlight: { x: 0.97, y: 0.58 },
      exhaust: { x: 0.02, y: 0.85 },
      'front-wheel': { x: 0.785, y: 0.79 },
      'rear-wheel': { x: 0.215, y: 0.79 },
    },
    habitat: 'ground',
    synonyms: ['truck', 'taxi', 'bus', 'vehicle'],
  },
  boat: {
    width: 260,
    height: 220,
    colors: { hull: '#8a4b2a', sail: '#f7f3e8' },
    animations: ['bob', 'none'],
    parts: {
      sail: { x: 0.35, y: 0.45 },
      mast: { x: 0.49, y: 0.05 },
      bow: { x: 0.98, y: 0.74 },
      stern: { x: 0.03, y: 0.74 },
      hull: { x: 0.5, y: 0.86 },
    },
    habitat: 'water',
    synonyms: ['ship', 'sailboat', 'yacht'],
  },
  rocket: {
    width: 110,
    height: 260,
    colors: { body: '#eef1f6', fins: '#d64545', window: '#6cc4ee', flame: '#ffb02e' },
    animations: ['fly', 'none'],
    parts: { nose: { x: 0.5, y: 0.02 }, window: { x: 0.5, y: 0.36 }, nozzle: { x: 0.5, y: 0.84 } },
    habitat: 'any',
    synonyms: ['spaceship', 'shuttle', 'missile'],
  },
  balloon: {
    width: 110,
    height: 190,
    colors: { body: '#e5484d', string: '#d8d8d8' },
    animations: ['sway', 'none'],
    parts: { body: { x: 0.5, y: 0.28 }, knot: { x: 0.5, y: 0.61 }, string: { x: 0.46, y: 0.98 } },
    habitat: 'sky',
    synonyms: [],
  },
  ufo: {
    width: 240,
    height: 130,
    colors: { hull: '#a9b8c9', dome: '#8fe3ff', lights: '#ffe066', beam: '#b9fbc0' },
    animations: ['hover', 'beam', 'none'],
    parts: {
      dome: { x: 0.5, y: 0.22 },
      pilot: { x: 0.5, y: 0.32 },
      hull: { x: 0.5, y: 0.55 },
      lights: { x: 0.5, y: 0.68 },
      beam: { x: 0.5, y: 0.95 },
    },
    habitat: 'sky',
    synonyms: ['saucer', 'alien'],
  },
};
