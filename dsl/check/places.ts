import type { NamedPlaceNode, NameNode, PlaceNode } from '../read/ast.ts';
import { reportUnknown } from './choose.ts';
import type { Context, Here } from './context.ts';
import { lengthOf } from './measures.ts';
import type { Place, Relation, Vec3 } from './model.ts';
import { called, findThing, PLACEABLE } from './resolve.ts';
import { actorKind, type BoxPoint } from './vocabulary/actor-kinds.ts';

/** Named places, as shares of the stage. */
const SPOTS: Readonly<Record<string, readonly [number, number]>> = {
  center: [0.5, 0.5],
  left: [0.2, 0.5],
  right: [0.8, 0.5],
  top: [0.5, 0.2],
  bottom: [0.5, 0.8],
};

/** Which way `by` moves away from the thing. */
const AWAY: Readonly<Record<Relation, Vec3>> = {
  at: { x: 0, y: 0, z: 0 },
  inside: { x: 0, y: 0, z: 0 },
  above: { x: 0, y: -1, z: 0 },
  below: { x: 0, y: 1, z: 0 },
  'left-of': { x: -1, y: 0, z: 0 },
  'right-of': { x: 1, y: 0, z: 0 },
  'in-front-of': { x: 0, y: 0, z: 1 },
  behind: { x: 0, y: 0, z: -1 },
};

/** A place in stage pixels, or beside a thing that has a place. Null when it makes no sense; that is reported. */
export function resolvePlace(node: PlaceNode, here: Here, context: Context): Place | null {
  if (node.kind === 'named-place') return resolveNamed(node, here, context);
  const { stage } = context.draft;
  const x = lengthOf(node.x, stage.width, context);
  const y = lengthOf(node.y, stage.height, context);
  const z = node.z ? lengthOf(node.z, stage.height, context) : 0;
  return x === null || y === null || z === null ? null : { kind: 'point', x, y, z };
}

/**
 * A place for what belongs to no group: effects, lights, the camera, writing. In a prefab points are around its origin,
 * so there they hang on the group that came of it.
 */
export function onStage<P extends Place | null>(place: P, { group, centred }: Here, { draft }: Context): P | Place {
  if (place?.kind !== 'point' || !centred || group === null) return place;
  const origin = draft.groups.find(({ id }) => id === group)?.origin ?? { x: 0, y: 0, z: 0 };
  const offset = { x: place.x - origin.x, y: place.y - origin.y, z: place.z - origin.z };
  return { kind: 'relative', of: group, relation: 'at', offset };
}

/**
 * `rocket.nozzle`: an actor, and where on it that part is. Undefined where the name before the last dot is no actor's;
 * null where the actor has no such part, which is reported.
 */
function partNamed(
  name: NameNode,
  context: Context,
): { readonly of: NameNode; readonly spot: BoxPoint } | null | undefined {
  const dot = name.text.lastIndexOf('.');
  const owner = dot < 0 ? null : called(name.text.slice(0, dot), context);
  const parts = owner?.role === 'actor' && owner.kind !== null ? actorKind(owner.kind)?.parts : undefined;
  if (owner === null || parts === undefined) return undefined;
  const word = name.text.slice(dot + 1);
  const spot = Object.hasOwn(parts, word) ? parts[word] : undefined;
  if (spot) return { of: { ...name, text: owner.id }, spot };
  const length = name.span.length === name.text.length ? word.length : name.span.length;
  const ahead = name.span.length - length;
  const { offset, line, column } = name.span;
  const span = { offset: offset + ahead, length, line, column: column + ahead };
  reportUnknown('dsl/unknown-part', word, span, Object.keys(parts), context);
  return null;
}

function resolveNamed({ relation, name, by }: NamedPlaceNode, here: Here, context: Context): Place | null {
  const { width, height } = context.draft.stage;
  const spot = Object.hasOwn(SPOTS, name.text) ? SPOTS[name.text] : undefined;
  if (spot && relation === null) {
    // Around its own origin, a prefab has the middle of the stage at (0, 0).
    const [x, y] = here.centred ? [spot[0] - 0.5, spot[1] - 0.5] : spot;
    return { kind: 'point', x: x * width, y: y * height, z: 0 };
  }
  const known = called(name.text, context) !== null;
  const part = known ? undefined : partNamed(name, context);
  if (part === null) return null;
  if (!known && !part && relation === null) {
    const all = context.reportedMany() ? [] : [...context.names.values()];
    const things = all.filter(({ role }) => role !== null && PLACEABLE.includes(role));
    const places = [...things.map(({ id }) => id), ...Object.keys(SPOTS)];
    reportUnknown('dsl/unknown-name', name.text, name.span, places, context);
    return null;
  }
  const thing = findThing(part?.of ?? name, PLACEABLE, here, context);
  if (thing === null) return null;
  const kind = (relation?.text ?? 'at') as Relation;
  const gap = by ? lengthOf(by, height, context) : 0;
  if (gap === null) return null;
  const { x, y, z } = AWAY[kind];
  const within = part ? { part: part.spot } : {};
  return { kind: 'relative', of: thing.id, ...within, relation: kind, offset: { x: x * gap, y: y * gap, z: z * gap } };
}
