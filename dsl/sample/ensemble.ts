import type { Landmark } from '../plan/places.ts';
import { DEEPEST_GROUP, outward, type Reference, STAGE } from '../plan/reference.ts';
import type { GroupState } from '../plan/timeline.ts';
import type { EntityTrack } from './entity-track.ts';
import type { FrameMaterial } from './frame.ts';
import type { GroupTrack } from './group.ts';
import type { Landmarks } from './location.ts';
import type { PresentEntity, SceneView } from './scene-view.ts';

/** A thing on the stage with all it needs to be drawn. */
export interface Player {
  readonly id: string;
  readonly text: boolean;
  readonly track: EntityTrack;
  readonly group: GroupNode | null;
  readonly material: ((ms: number) => FrameMaterial) | null;
}

interface GroupNode {
  readonly id: string;
  readonly state: GroupState;
  readonly track: GroupTrack;
  readonly outer: GroupNode | null;
}

/** Everyone who is on the stage between two patches: found once, asked in every frame. */
export interface Ensemble {
  /** In the order in which they came, texts last. */
  readonly players: readonly Player[];
  readonly landmarks: Landmarks;
  /** The kind of an actor, or null where there is none of that name. */
  kindOf(id: string): string | null;
}

/** How states become tracks, and in which order things came. */
export interface Workshop {
  entity(present: PresentEntity): EntityTrack;
  group(state: GroupState): GroupTrack;
  material(scene: SceneView, id: string): ((ms: number) => FrameMaterial) | null;
  rank(present: PresentEntity): number;
}

/** How a group lies at a time. */
export const lies = (node: GroupNode | null, ms: number): Reference =>
  node === null ? STAGE : node.track.at(ms, lies(node.outer, ms));

export function assemble(scene: SceneView, workshop: Workshop): Ensemble {
  const nodes = new Map<string, GroupNode>();
  const states = new Map(scene.groups.map(({ id, state }) => [id, state]));
  const nodeOf = (id: string | null, depth: number): GroupNode | null => {
    const known = id === null ? null : nodes.get(id);
    const state = id === null ? undefined : states.get(id);
    if (known || id === null || !state || depth > DEEPEST_GROUP) return known ?? null;
    const node = { id, state, track: workshop.group(state), outer: nodeOf(state.group, depth + 1) };
    nodes.set(id, node);
    return node;
  };
  const ranked = scene.entities.map((present) => ({ present, rank: workshop.rank(present) }));
  if (ranked.some(({ rank }, at) => rank < (ranked[at - 1]?.rank ?? rank))) ranked.sort((a, b) => a.rank - b.rank);
  const players = ranked.map(({ present }): Player => {
    const material = present.collection === 'actors' ? present.state.material : null;
    return {
      id: present.id,
      text: present.collection === 'texts',
      track: workshop.entity(present),
      group: nodeOf(present.state.group, 0),
      material: material === null ? null : workshop.material(scene, material),
    };
  });
  for (const { id } of scene.groups) nodeOf(id, 0);
  return {
    players: [...players.filter(({ text }) => !text), ...players.filter(({ text }) => text)],
    landmarks: landmarksOf(players, nodes),
    kindOf(id) {
      const actor = scene.entities.find((each) => each.collection === 'actors' && each.id === id);
      return actor?.collection === 'actors' ? actor.state.kind : null;
    },
  };
}

function landmarksOf(players: readonly Player[], nodes: ReadonlyMap<string, GroupNode>): Landmarks {
  let byId: ReadonlyMap<string, Player> | null = null;

  /** How far the members of a group reach around its origin, in its own coordinates. */
  const reach = (node: GroupNode, ms: number, depth: number) => {
    const { origin } = node.state;
    let width = 0;
    let height = 0;
    const take = ({ position, ...size }: Landmark) => {
      width = Math.max(width, 2 * Math.abs(position.x - origin.x) + size.width);
      height = Math.max(height, 2 * Math.abs(position.y - origin.y) + size.height);
    };
    for (const player of players) if (player.group === node) take(player.track.landmarkAt(ms));
    for (const inner of depth > DEEPEST_GROUP ? [] : nodes.values()) {
      if (inner.outer === node) take(around(inner, ms, STAGE, depth + 1));
    }
    return { width, height };
  };
  const around = (node: GroupNode, ms: number, outer: Reference, depth: number): Landmark => {
    const own = node.track.afresh(ms, outer);
    const { width, height } = reach(node, ms, depth);
    const position = outward(own, node.state.origin);
    return { position, width: width * own.scale, height: height * own.scale, rotation: own.rotation, facing: 1 };
  };
  return (id, ms) => {
    byId ??= new Map(players.map((player) => [player.id, player]));
    const player = byId.get(id);
    if (player) return player.track.landmarkAt(ms, lies(player.group, ms));
    const node = nodes.get(id);
    return node ? around(node, ms, lies(node.outer, ms), 0) : null;
  };
}
