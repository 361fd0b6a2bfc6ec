import type { ActorKind } from './actor-kind.ts';

/** What carries people and things. */
export const VEHICLES: Readonly<Record<string, ActorKind>> = {
  car: {
    width: 260,
    height: 120,
    colors: { body: '#d64545', windows: '#bfe3f5', wheels: '#22252b' },
    animations: ['drive', 'none'],
    parts: {},
    habitat: 'ground',
    synonyms: ['truck', 'taxi', 'bus', 'vehicle'],
  },
  boat: {
    width: 260,
    height: 220,
    colors: { hull: '#8a4b2a', sail: '#f7f3e8' },
    animations: ['bob', 'none'],
    parts: {},
    habitat: 'water',
    synonyms: ['ship', 'sailboat', 'yacht'],
  },
  rocket: {
    width: 110,
    height: 260,
    colors: { body: '#eef1f6', fins: '#d64545', window: '#6cc4ee', flame: '#ffb02e' },
    animations: ['fly', 'none'],
    parts: {},
    habitat: 'any',
    synonyms: ['spaceship', 'shuttle', 'missile'],
  },
  balloon: {
    width: 110,
    height: 190,
    colors: { body: '#e5484d', string: '#d8d8d8' },
    animations: ['sway', 'none'],
    parts: {},
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
