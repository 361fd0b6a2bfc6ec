import type { ActorKind } from './actor-kinds/actor-kind.ts';
import { LIVING } from './actor-kinds/living.ts';
import { NATURE } from './actor-kinds/nature.ts';
import { OBJECTS } from './actor-kinds/objects.ts';
import { PLACES } from './actor-kinds/places.ts';
import { VEHICLES } from './actor-kinds/vehicles.ts';

export type { ActorKind, BoxPoint, Water } from './actor-kinds/actor-kind.ts';

export const ACTOR_KINDS: Readonly<Record<string, ActorKind>> = {
  ...LIVING,
  ...NATURE,
  ...VEHICLES,
  ...PLACES,
  ...OBJECTS,
};

/** What is known of a kind; undefined where the word, whoever wrote it, names none. */
export const actorKind = (word: string): ActorKind | undefined =>
  Object.hasOwn(ACTOR_KINDS, word) ? ACTOR_KINDS[word] : undefined;
