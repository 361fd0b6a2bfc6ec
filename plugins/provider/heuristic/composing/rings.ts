import { ACTOR_KINDS } from '../../../../dsl/index.ts';
import type { DeedIdea, Idea } from '../reading/idea.ts';
import { type Placed, STAGE } from './placed.ts';

/** A circle that leans away from who looks at it: on the stage an ellipse. Lengths in pixels. */
export interface Ring {
  readonly x: number;
  readonly y: number;
  /** Half its width. */
  readonly radius: number;
  /** Its height in widths. */
  readonly flatness: number;
  /** Whether it lies around the feet of its object, not around its middle. */
  readonly low: boolean;
}

const EDGE = 8;
/** Between the object and who goes around it, and between two rings. */
const ROOM = 36;
const ROOM_IN_SPACE = 110;
const FLATNESS = 0.4;
const FLATNESS_OF_FLIGHT = 0.7;
const FLATNESS_LOW = 0.28;
/** Farthest above or below the height of the object that one begins, radians. */
const SPREAD = (40 * Math.PI) / 180;
/** Who circles takes so much of the height of what it circles, at most. */
const SMALLER = 0.62;

type Box = Pick<Placed, 'x' | 'y' | 'width' | 'height'>;

/** The way of the `nth` of those that go around `object`: in space each has a ring of its own, elsewhere they share one. */
export function ringAround(object: Box, actor: Placed, act: DeedIdea['act'], nth: number): Ring {
  const { habitat } = ACTOR_KINDS[actor.kind] ?? {};
  const low = act !== 'orbit' && (habitat === 'ground' || habitat === 'water');
  const y = low ? object.y + (object.height - actor.height) / 2 : object.y;
  const room = act === 'orbit' ? ROOM_IN_SPACE + nth * (actor.width + ROOM / 2) : low ? ROOM : 2 * ROOM;
  const wanted = (object.width + actor.width) / 2 + room;
  const most = Math.min(object.x, STAGE.width - object.x) - actor.width / 2 - EDGE;
  const radius = Math.max(actor.width / 2, Math.min(wanted, most));
  const flatness = low ? FLATNESS_LOW : act === 'orbit' ? FLATNESS : FLATNESS_OF_FLIGHT;
  const reach = Math.max(1, Math.min(y, STAGE.height - y) - actor.height / 2 - EDGE);
  return { x: object.x, y, radius, flatness: Math.min(flatness, reach / radius), low };
}

/**
 * Where the `nth` of `count` begins: to the left and to the right in turn, one side's spread between high and low, so that
 * nobody stands straight before or behind the object.
 */
export function spotOn({ x, y, radius, flatness }: Ring, nth: number, count: number): { x: number; y: number } {
  const left = nth % 2 === 0;
  const beside = left ? Math.ceil(count / 2) : Math.floor(count / 2);
  const share = beside === 1 ? 0 : (2 * Math.floor(nth / 2)) / (beside - 1) - 1;
  const angle = (left ? Math.PI : 0) + share * SPREAD;
  return { x: x + radius * Math.cos(angle), y: y + radius * flatness * Math.sin(angle) };
}

/** Those that go around another begin on their way, spread over it, as long as nobody else stands there. */
export function ontoRings(placed: readonly Placed[], { deeds }: Idea): Placed[] {
  const circling = deeds.filter((deed) => deed.relation === 'around' && deed.object !== null);
  return circling.reduce(
    (all, deed) => {
      const first = deeds.find((one) => one.subjects.some((subject) => deed.subjects.includes(subject)));
      const object = all.find((actor) => actor.member === deed.object);
      const round = all.filter((actor) => deed.subjects.includes(actor.member) && actor !== object && !actor.pool);
      if (!object || first !== deed || round.length === 0) return all;
      const rest = all.filter((actor) => actor !== object && !round.includes(actor));
      const middle = rest.length === 0 ? centred(object, deed.act) : object;
      const moved = round.map((actor, nth) => {
        const smaller = fitted(actor, deed.act === 'orbit' ? (middle.height * SMALLER) / actor.height : 1);
        return { ...smaller, ...spotOn(ringAround(middle, smaller, deed.act, nth), nth, round.length) };
      });
      const free = [...rest, middle, ...moved].every((a, at, boxes) => boxes.slice(at + 1).every((b) => apart(a, b)));
      if (!free) return all;
      return all.map((actor) => (actor === object ? middle : (moved[round.indexOf(actor)] ?? actor)));
    },
    [...placed],
  );
}

function centred(object: Placed, act: DeedIdea['act']): Placed {
  const middle = { ...object, x: STAGE.width / 2 };
  return act === 'orbit' ? { ...middle, y: STAGE.height / 2 } : middle;
}

function fitted(actor: Placed, share: number): Placed {
  const by = Math.min(1, share);
  return { ...actor, scale: actor.scale * by, width: actor.width * by, height: actor.height * by };
}

const apart = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
