import { ACTOR_KINDS, ENVIRONMENTS } from '../../../../dsl/index.ts';
import type { Idea, Member } from '../reading/idea.ts';
import { type Placed, STAGE } from './placed.ts';
import { ontoRings } from './rings.ts';
import { nameFor } from './script-text.ts';

const MARGIN = 40;
const GAP = 28;
/** Where feet stand, and where big things behind them do. */
const FEET = 600;
const FEET_BEHIND = 556;
/** Where what hovers has its middle, if others stand below. */
const HOVERING = 180;
const MOST_ON_STAGE = 24;
/** So many in the air or the water are no row any more. */
const SWARM = 5;
/** Share of its width that each needs in a row of two tiers. */
const TIERED = 0.62;
/** Unevenness of a swarm, pixels. */
const JITTER = 9;

type Row = 'ground' | 'sky' | 'water' | 'middle';
interface Standing {
  readonly id: string;
  readonly index: number;
  readonly member: Member;
  readonly color: string | null;
  readonly row: Row;
}

/** Gives every actor a place of its own: a row per habitat, evenly filled, who acts first on the left, shrunk until it fits. */
export function layOut(idea: Idea, environment: string, taken: ReadonlySet<string> = new Set()): Placed[] {
  const { scenery = 'meadow' } = ENVIRONMENTS[environment] ?? {};
  const names = new Set(taken);
  const actors = idea.cast.flatMap((member, index) =>
    Array.from({ length: member.count }, (_, nth): Standing => {
      const id = nameFor(member.noun, names);
      names.add(id);
      const color = member.colors[nth % Math.max(1, member.colors.length)] ?? null;
      return { id, index, member, color, row: rowOf(member, index, idea, scenery) };
    }),
  );
  const acting = new Set(idea.deeds.flatMap((deed) => deed.subjects));
  const ordered = actors
    .slice(0, MOST_ON_STAGE)
    .sort((a, b) => Number(acting.has(b.index)) - Number(acting.has(a.index)));
  const moving = idea.deeds.some((deed) => deed.act === 'go' || deed.act === 'jump' || deed.act === 'fly');
  const vessel = ordered.some(({ member }) => ACTOR_KINDS[member.kind]?.water);
  const rows = Map.groupBy(ordered, ({ row }) => bandOf(row, ordered, vessel));
  const placed = [...rows.values()].flatMap((members) =>
    fillRow(centred(members, idea), rows.size, moving && members.some(({ index }) => acting.has(index)), idea),
  );
  return ontoRings(intoVessel(placed), idea);
}

/** Rows whose heights overlap are filled as one: swimmers beside what stands, who hovers beside what hangs in the sky. */
function bandOf(row: Row, all: readonly Standing[], vessel: boolean): 'low' | 'high' | Row {
  if (row === 'ground') return 'low';
  if (row === 'water') return vessel ? row : 'low';
  if (row === 'sky') return 'high';
  return all.every((other) => other.row === 'middle') ? row : 'high';
}

/** Who is gone around has others on both sides. */
function centred(members: readonly Standing[], { deeds }: Idea): Standing[] {
  const circled = members.filter(({ index }) =>
    deeds.some((deed) => deed.object === index && deed.relation === 'around'),
  );
  const others = members.filter((member) => !circled.includes(member));
  const half = Math.ceil(others.length / 2);
  return [...others.slice(0, half), ...circled, ...others.slice(half)];
}

/** Share of a vessel's width that a swimmer takes at most. */
const SWIMMER = 0.22;

/** Where there is a bowl, fish belong into its water. */
function intoVessel(placed: Placed[]): Placed[] {
  const vessel = placed.find(({ kind }) => ACTOR_KINDS[kind]?.water);
  const water = vessel && ACTOR_KINDS[vessel.kind]?.water;
  if (!vessel || !water) return placed;
  const x = vessel.x + (water.center_x - 0.5) * vessel.width;
  const y = vessel.y + (water.center_y + 0.08 - 0.5) * vessel.height;
  return placed.map((actor) => {
    if (actor === vessel || ACTOR_KINDS[actor.kind]?.habitat !== 'water' || actor.kind === 'boat') return actor;
    const shrink = Math.min(1, (vessel.width * SWIMMER) / actor.width);
    const [width, height] = [actor.width * shrink, actor.height * shrink];
    const pool = { x, y, reach_x: (water.radius_x * vessel.width - width / 2) * 0.6, reach_y: vessel.height * 0.12 };
    return { ...actor, x, y, width, height, scale: Math.max(0.05, actor.scale * shrink), pool };
  });
}

function rowOf(member: Member, index: number, idea: Idea, scenery: string): Row {
  const habitat = ACTOR_KINDS[member.kind]?.habitat ?? 'any';
  if (scenery === 'space') return 'middle';
  if (habitat === 'sky') return 'sky';
  if (habitat === 'water') return 'water';
  const flying = idea.deeds.some((deed) => deed.subjects.includes(index) && deed.act === 'fly');
  return habitat === 'ground' || !flying ? 'ground' : 'middle';
}

function fillRow(members: readonly Standing[], rows: number, roomToMove: boolean, idea: Idea): Placed[] {
  const sized = members.map((standing) => {
    const { width, height } = ACTOR_KINDS[standing.member.kind] ?? { width: 180, height: 180 };
    const scale = Math.min(standing.member.scale, tallest(standing.row, rows) / height);
    return { ...standing, width: width * scale, height: height * scale, scale };
  });
  const room = STAGE.width - 2 * MARGIN;
  const free = roomToMove ? Math.min(320, 900 / (members.length + 1)) : 0;
  const swarm = members.length >= SWARM && members.every(({ row }) => row !== 'ground');
  // In two tiers, one above the gaps of the other, more of its size is left to each.
  const needed = sized.reduce((sum, one) => sum + one.width, 0) * (swarm ? TIERED : 1);
  const shrink = Math.min(1, (room - free - GAP * (members.length + 1)) / needed);
  const gap = (room - free - needed * shrink) / (members.length + 1);
  let left = MARGIN;
  return sized.map(({ id, index, member, color, row, ...size }, nth) => {
    const width = size.width * shrink;
    const height = size.height * shrink;
    const slot = width * (swarm ? TIERED : 1);
    const x = left + gap + slot / 2;
    left += gap + slot;
    const behind = ['house', 'tree', 'mountain'].includes(member.kind);
    const middle = rowMiddle(row, index, idea, rows);
    const tier = swarm ? (nth % 2 === 0 ? -1 : 1) * (height / 2 + 6 + JITTER * ((nth * 3) % 4)) : 0;
    const y = middle === null ? (behind ? FEET_BEHIND : FEET) - height / 2 : Math.max(height / 2 + 12, middle + tier);
    const scale = Math.max(0.05, size.scale * shrink);
    return { id, member: index, kind: member.kind, label: member.label, color, scale, x, y, width, height };
  });
}

function tallest(row: Row, rows: number): number {
  if (row === 'sky') return 190;
  if (row === 'ground') return rows > 1 ? 300 : 380;
  return 260;
}

/** Null where things stand on their feet. A thing in the sky that is to be leapt over hangs lower. */
function rowMiddle(row: Row, index: number, idea: Idea, rows: number): number | null {
  const leaptOver = idea.deeds.some((deed) => deed.object === index && deed.act === 'jump' && deed.relation === 'over');
  if (row === 'sky') return leaptOver ? 320 : 150;
  if (row === 'water') return 520;
  return row === 'middle' ? (rows > 1 ? HOVERING : 350) : null;
}
