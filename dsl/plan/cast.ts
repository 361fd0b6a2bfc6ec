import type { Model, Place, Vec3 } from '../check/model.ts';
import { ACTOR_KINDS } from '../check/vocabulary/actor-kinds.ts';
import type { Ledger } from './ledger.ts';
import { restOf } from './motion.ts';
import { beside, type Extent, type Landmark, partOf } from './places.ts';
import { pointer } from './pointer.ts';
import { DEEPEST_GROUP, inward, outward, type Reference, referenceWithin, STAGE } from './reference.ts';
import { roundPoint } from './rounding.ts';
import { shapeExtent } from './shape-extent.ts';
import { rowsExtent, rowsOf, saying } from './text-layout.ts';

/** A thing that has a place: where its state lives, how large it is at scale 1, what it belongs to. */
interface Member extends Extent {
  readonly path: string;
  readonly group: string | null;
  /** Of a group: the point of its own coordinates that lies at its position. */
  readonly origin: Vec3 | null;
}

/** Who is on the stage, and where they are as far as the ledger has been written. */
export interface Cast {
  readonly members: ReadonlyMap<string, Member>;
  /** Where the state of anything lives that can change: members, lights, materials and the camera. */
  pathOf(id: string): string | null;
  /** A thing on the stage, whatever group it is in. */
  landmark(id: string, at_ms: number): Landmark | null;
  /** How large a thing is in the coordinates of its own group. */
  extent(id: string, at_ms: number): Extent;
  /**
   * A place as a point at that time for a thing of that size in that group, in the coordinates of the group; null when
   * it hangs on something that is not there.
   */
  point(place: Place, self: Extent, at_ms: number, group: string | null): Vec3 | null;
}

const ORIGIN: Vec3 = { x: 0, y: 0, z: 0 };
const UNKNOWN: Extent = { width: 0, height: 0 };

/**
 * A thing that moves is taken to be where its motion ends: a place resolved against it then holds once both have
 * come to rest, and no curve has to be evaluated before the scene is sampled.
 */
export function createCast(model: Model, ledger: Ledger): Cast {
  const members = membersOf(model);
  const inside = new Map<string, string[]>();
  for (const [id, { group }] of members) if (group !== null) inside.set(group, [...(inside.get(group) ?? []), id]);
  const others = new Map<string, string>([
    ['camera', '/camera'],
    // A light that hangs on something that is not there is not there either.
    ...model.lights
      .filter(({ from }) => from.kind === 'point' || members.has(from.of))
      .map(({ id }) => [id, pointer('lights', id)] as const),
    ...model.materials.map(({ id }) => [id, pointer('materials', id)] as const),
  ]);

  const now = <T>(member: Member, property: string, at_ms: number, otherwise: T): T =>
    restOf(ledger.current(`${member.path}/${property}`, at_ms, otherwise));

  const reference = (group: string | null, at_ms: number, depth = 0): Reference => {
    const member = group === null ? undefined : members.get(group);
    if (!member?.origin || depth > DEEPEST_GROUP) return STAGE;
    return referenceWithin(
      reference(member.group, at_ms, depth + 1),
      now(member, 'position', at_ms, ORIGIN),
      member.origin,
      now(member, 'scale', at_ms, 1),
      now(member, 'rotation', at_ms, 0),
      1,
    );
  };
  const extent = (id: string, at_ms: number, depth = 0): Extent => {
    const member = members.get(id);
    if (!member) return UNKNOWN;
    const scale = now(member, 'scale', at_ms, 1);
    if (!member.origin) return { width: member.width * scale, height: member.height * scale };
    const reach = { width: 0, height: 0 };
    for (const each of depth > DEEPEST_GROUP ? [] : (inside.get(id) ?? [])) {
      const within = members.get(each);
      const size = extent(each, at_ms, depth + 1);
      const { x, y } = within ? now(within, 'position', at_ms, ORIGIN) : ORIGIN;
      reach.width = Math.max(reach.width, 2 * Math.abs(x - member.origin.x) + size.width);
      reach.height = Math.max(reach.height, 2 * Math.abs(y - member.origin.y) + size.height);
    }
    return { width: reach.width * scale, height: reach.height * scale };
  };
  const near = (id: string, at_ms: number): Landmark | null => {
    const member = members.get(id);
    if (!member) return null;
    return {
      position: now(member, 'position', at_ms, ORIGIN),
      ...extent(id, at_ms),
      rotation: now(member, 'rotation', at_ms, 0),
      facing: now<number>(member, 'facing', at_ms, 1),
    };
  };
  const landmark = (id: string, at_ms: number): Landmark | null => {
    const mark = near(id, at_ms);
    const group = members.get(id)?.group ?? null;
    if (!mark || group === null) return mark;
    const from = reference(group, at_ms);
    return {
      position: outward(from, mark.position),
      width: mark.width * from.scale,
      height: mark.height * from.scale,
      rotation: mark.rotation + from.rotation,
      facing: mark.facing,
    };
  };
  return {
    members,
    pathOf: (id) => members.get(id)?.path ?? others.get(id) ?? null,
    landmark,
    extent,
    point(place, self, at_ms, group) {
      if (place.kind === 'point') return roundPoint(place);
      const sameGroup = (members.get(place.of)?.group ?? null) === group;
      const whole = sameGroup ? near(place.of, at_ms) : landmark(place.of, at_ms);
      if (!whole) return null;
      const mark = partOf(whole, place.part);
      if (sameGroup) return roundPoint(beside(mark, place.relation, self, place.offset));
      const to = reference(group, at_ms);
      const size = { width: self.width * to.scale, height: self.height * to.scale };
      return roundPoint(inward(to, beside(mark, place.relation, size, place.offset)));
    },
  };
}

function membersOf(model: Model): Map<string, Member> {
  const members = new Map<string, Member>();
  const add = (collection: string, id: string, group: string | null, { width, height }: Extent, origin?: Vec3) =>
    members.set(id, { path: pointer(collection, id), group, width, height, origin: origin ?? null });
  for (const { id, group, origin } of model.groups) add('groups', id, group, UNKNOWN, roundPoint(origin));
  for (const { id, group, kind } of model.actors) add('actors', id, group, ACTOR_KINDS[kind] ?? UNKNOWN);
  for (const each of model.texts) {
    const said = saying(each.text, each.value, each.decimals);
    const rows = rowsOf(said, each.size, each.weight, each.wrap);
    add('texts', each.id, each.group, rowsExtent(rows, each.size, each.weight));
  }
  for (const each of model.charts) add('charts', each.id, each.group, each);
  for (const { id, group, shape } of model.drawings) add('drawings', id, group, shapeExtent(shape));
  for (const each of model.pictures) add('pictures', each.id, each.group, each);
  return members;
}
