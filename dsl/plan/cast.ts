import type { Model, Place, Vec3 } from '../check/model.ts';
import { ACTOR_KINDS } from '../check/vocabulary/actor-kinds.ts';
import type { Ledger } from './ledger.ts';
import { restOf } from './motion.ts';
import { type Extent, type Landmark, pointOf } from './places.ts';
import { pointer } from './pointer.ts';
import { textExtent } from './text-extent.ts';

/** A thing on the stage: where its state lives and how large it is at scale 1. */
interface Member extends Extent {
  readonly path: string;
}

/** Who is on the stage, and where they are as far as the ledger has been written. */
export interface Cast {
  readonly members: ReadonlyMap<string, Member>;
  landmark(id: string, at_ms: number): Landmark | null;
  /** A place as a point at that time for a thing of that size, or null when it hangs on something that is not there. */
  point(place: Place, self: Extent, at_ms: number): Vec3 | null;
}

const ORIGIN: Vec3 = { x: 0, y: 0, z: 0 };
const UNKNOWN: Extent = { width: 0, height: 0 };

/**
 * A thing that moves is taken to be where its motion ends: a place resolved against it then holds once both have
 * come to rest, and no curve has to be evaluated before the scene is sampled.
 */
export function createCast(model: Model, ledger: Ledger): Cast {
  const members = new Map<string, Member>();
  for (const actor of model.actors) {
    const { width, height } = ACTOR_KINDS[actor.kind] ?? UNKNOWN;
    members.set(actor.id, { path: pointer('actors', actor.id), width, height });
  }
  for (const text of model.texts) {
    const { width, height } = textExtent(text.text, text.size, text.weight);
    members.set(text.id, { path: pointer('texts', text.id), width, height });
  }
  const landmark = (id: string, at_ms: number): Landmark | null => {
    const member = members.get(id);
    if (!member) return null;
    const scale = restOf(ledger.current(`${member.path}/scale`, at_ms, 1));
    const position = restOf(ledger.current(`${member.path}/position`, at_ms, ORIGIN));
    return { position, width: member.width * scale, height: member.height * scale };
  };
  return {
    members,
    landmark,
    point: (place, self, at_ms) => pointOf(place, self, (id) => landmark(id, at_ms)),
  };
}
