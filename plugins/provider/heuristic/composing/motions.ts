import { ACTOR_KINDS } from '../../../../dsl/index.ts';
import type { DeedIdea } from '../reading/idea.ts';
import { type Placed, type Pool, STAGE } from './placed.ts';
import { ringAround } from './rings.ts';
import { point, scale, seconds } from './script-text.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What a deed makes of one actor: statements for the moment it begins, and where the actor is afterwards. */
export interface Motion {
  readonly statements: readonly string[];
  readonly end: Spot;
  /** For when it is over, such as standing still again. */
  readonly afterwards: readonly string[];
}

interface Scene {
  readonly actor: Placed;
  /** Where the actor is now. */
  readonly from: Spot;
  readonly object: (Placed & Spot) | null;
  readonly act: DeedIdea['act'];
  readonly relation: DeedIdea['relation'];
  /** The name of the action that others wait for. */
  readonly name: string;
  /** Of several that do the same, this one's number: they do not do it in lockstep. */
  readonly nth: number;
}

const inside = (actor: Placed, { x, y }: Spot): Spot => ({
  x: Math.min(STAGE.width - actor.width / 2 - 8, Math.max(actor.width / 2 + 8, x)),
  y: Math.min(STAGE.height - actor.height / 2 - 8, Math.max(actor.height / 2 + 8, y)),
});

const path = ({ actor, name }: Scene, spots: readonly Spot[], ms: number, ease: string): string =>
  `move ${actor.id} through ${spots.map((spot) => point(inside(actor, spot))).join(' ')} over ${seconds(ms)} ease ${ease} as ${name}`;

/** Right, unless there is no room for it. */
const ahead = ({ actor, from }: Scene): 1 | -1 => (from.x + actor.width < STAGE.width - 200 ? 1 : -1);

/** Beyond the object, at the actor's own height. */
function beyond(scene: Scene): Spot {
  const { actor, from, object } = scene;
  const direction = object ? (object.x >= from.x ? 1 : -1) : ahead(scene);
  const x = object ? object.x + direction * ((object.width + actor.width) / 2 + 40) : from.x + direction * 420;
  return inside(actor, { x, y: from.y });
}

function arc(scene: Scene, ms: number): Motion {
  const { actor, from, object } = scene;
  const end =
    object && scene.relation === 'on'
      ? { x: object.x, y: object.y - (object.height + actor.height) / 2 }
      : object
        ? beyond(scene)
        : { x: from.x + 140 * ahead(scene), y: from.y };
  const top = object ? object.y - (object.height + actor.height) / 2 - 24 : from.y - 190;
  const middle = object ? object.x : (from.x + end.x) / 2;
  const spots = [
    { x: from.x + (middle - from.x) * 0.45, y: from.y + (top - from.y) * 0.7 },
    { x: middle, y: top },
    { x: middle + (end.x - middle) * 0.6, y: top + (end.y - top) * 0.35 },
    end,
  ];
  return { statements: [path(scene, spots, ms, 'in-out-cubic')], end: inside(actor, end), afterwards: [] };
}

function fly(scene: Scene): Motion {
  if (scene.object && scene.relation === 'over') return arc(scene, 3000);
  if (scene.object && scene.relation === 'around') return orbit(scene);
  const { actor, from } = scene;
  const end = scene.object
    ? nextTo(scene)
    : { x: from.x + ahead(scene) * 520, y: Math.min(from.y, 230) + 30 * scene.nth };
  const bend = { x: (from.x + end.x) / 2, y: Math.min(from.y, end.y) - 90 };
  return {
    statements: [path(scene, [bend, end], 3200 + 250 * scene.nth, 'in-out-quad')],
    end: inside(actor, end),
    afterwards: [],
  };
}

/** Beside the object (or on it, or in it), as the relation says. */
function nextTo({ actor, from, object, relation }: Scene): Spot {
  if (!object) return from;
  const side = object.x >= from.x ? -1 : 1;
  if (relation === 'on') return { x: object.x, y: object.y - (object.height + actor.height) / 2 };
  if (relation === 'inside' || relation === 'behind')
    return { x: object.x, y: object.y + (object.height - actor.height) / 4 };
  const apart = (object.width + actor.width) / 2 + 16;
  return { x: object.x + side * apart, y: ACTOR_KINDS[actor.kind]?.habitat === 'ground' ? from.y : object.y };
}

function go(scene: Scene): Motion {
  const { actor, object, relation } = scene;
  if (object && relation === 'around') return orbit(scene);
  const end = inside(actor, object && relation !== 'over' && relation !== 'under' ? nextTo(scene) : beyond(scene));
  const move = `move ${actor.id} to ${point(end)} over ${seconds(2800 + 200 * scene.nth)} ease in-out-quad as ${scene.name}`;
  return walking(actor, { statements: [move], end, afterwards: [] });
}

/** On its feet, if it has any. */
function walking({ id, kind }: Placed, way: Motion): Motion {
  if (!ACTOR_KINDS[kind]?.animations.includes('walk')) return way;
  const statements = [`animate ${id} walk`, ...way.statements];
  return { ...way, statements, afterwards: [...way.afterwards, `animate ${id} idle`] };
}

/** Once around, those farther out more slowly. */
function orbit({ actor, from, object, act, name, nth }: Scene): Motion {
  const around = object ?? { id: null, x: STAGE.width / 2, y: STAGE.height / 2, width: 200, height: 160 };
  const ring = ringAround(around, actor, act, nth);
  const centre = around.id === null || ring.low ? point(ring) : around.id;
  const ms = act === 'orbit' ? 4000 + 1200 * nth : 4500;
  const how = `radius ${Math.round(ring.radius)} flatness ${scale(ring.flatness)} over ${seconds(ms)} ease linear`;
  const round = `orbit ${actor.id} around ${centre} by 360deg ${how} as ${name}`;
  return walking(actor, { statements: [round], end: from, afterwards: [] });
}

function upOrDown(scene: Scene, y: number, ease: string): Motion {
  const { actor, from } = scene;
  const end = inside(actor, { x: from.x, y });
  const move = `move ${actor.id} to ${point(end)} over ${seconds(2600 + 200 * scene.nth)} ease ${ease} as ${scene.name}`;
  const smoke = actor.kind === 'rocket' && y < from.y ? [`emit smoke from ${actor.id} for 1.2s count 30`] : [];
  return { statements: [...smoke, move], end, afterwards: [] };
}

/** What a kind can do by itself, of those that a verb of this act means. */
const own = (kind: string, ...animations: readonly string[]): string | undefined =>
  animations.find((animation) => ACTOR_KINDS[kind]?.animations.includes(animation));

/** A balloon is gone when it bursts; a volcano stays. */
function burst({ actor, from, name }: Scene): Motion {
  const erupt = own(actor.kind, 'erupt');
  if (erupt) return { statements: [`animate ${actor.id} ${erupt} as ${name}`], end: from, afterwards: [] };
  const confetti = `emit confetti from ${actor.id} for 1.4s count 60`;
  const swell = `grow ${actor.id} to ${scale(actor.scale * 1.3)} over 0.3s ease in-quad as ${name}`;
  const gone = actor.kind === 'balloon' ? [`fade ${actor.id} out over 0.15s`] : [];
  return { statements: [swell, confetti], end: from, afterwards: gone };
}

function dance({ actor, from, name }: Scene): Motion {
  const beat = own(actor.kind, 'beat', 'tick', 'ring');
  if (beat) return { statements: [`animate ${actor.id} ${beat} as ${name}`], end: from, afterwards: [] };
  const wave = ACTOR_KINDS[actor.kind]?.animations.includes('wave') ? [`animate ${actor.id} wave`] : [];
  const swing = ['sequence {', ...[-10, 20, -20, 10].map((by) => `  turn ${actor.id} by ${by}deg over 0.35s`), '}'];
  const hop = `move ${actor.id} through ${point(inside(actor, { x: from.x, y: from.y - 60 }))} ${point(from)} over 1.4s as ${name}`;
  return { statements: [...wave, ...swing, hop], end: from, afterwards: [] };
}

/** What takes an actor to another place. */
const WAYS: ReadonlySet<DeedIdea['act']> = new Set(['jump', 'fly', 'go', 'follow', 'orbit', 'rise', 'fall']);

/** Rounds in the water of a bowl, back to where they began. */
function swim(actor: Placed, { x, y, reach_x, reach_y }: Pool, name: string, from: Spot): Motion {
  const spots = [
    { x: x + reach_x, y },
    { x: x + reach_x * 0.4, y: y + reach_y },
    { x: x - reach_x * 0.8, y: y + reach_y * 0.5 },
    { x: x - reach_x * 0.7, y: y - reach_y * 0.6 },
  ];
  const way = spots.map(point).join(' ');
  return {
    statements: [`move ${actor.id} through ${way} along loop over 6s ease linear as ${name}`],
    end: from,
    afterwards: [],
  };
}

/** Each act as it looks on stage. */
export function motionOf(scene: Scene): Motion {
  const { act, actor, from, name } = scene;
  const still = (...statements: string[]): Motion => ({ statements, end: from, afterwards: [] });
  if (actor.pool && WAYS.has(act)) return swim(actor, actor.pool, name, from);
  switch (act) {
    case 'jump':
      return arc(scene, 2400 + 150 * scene.nth);
    case 'fly':
      return fly(scene);
    case 'go':
    case 'follow':
      return go(scene);
    case 'orbit':
      return orbit(scene);
    case 'rise':
      return upOrDown(scene, 130 + 20 * (scene.nth % 4), 'in-out-cubic');
    case 'fall':
      return upOrDown(scene, 600 - actor.height / 2, 'in-quad');
    case 'dance':
      return dance(scene);
    case 'spin':
      return still(`turn ${actor.id} by 360deg over 2s ease in-out-quad as ${name}`);
    case 'grow':
      return still(`grow ${actor.id} to ${scale(actor.scale * 1.4)} over 1.6s ease in-out-quad as ${name}`);
    case 'shrink':
      return still(`grow ${actor.id} to ${scale(actor.scale * 0.5)} over 1.6s ease in-out-quad as ${name}`);
    case 'appear':
      return still(`fade ${actor.id} in over 1.2s as ${name}`);
    case 'vanish':
      return still(`fade ${actor.id} out over 1.2s as ${name}`);
    case 'shine': {
      const glow = own(actor.kind, 'glow');
      const lit = glow ? [`animate ${actor.id} ${glow}`] : [];
      return still(...lit, `emit sparkles from ${actor.id} for 1.6s count 30 as ${name}`);
    }
    case 'burst':
      return burst(scene);
  }
}
