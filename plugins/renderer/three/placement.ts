import { Vector3 } from 'three';
import { ACTOR_KINDS, type Frame, type FrameActor } from '../../../dsl/index.ts';
import { greenery, hillAt, presence } from './land.ts';
import { lieOfTheLand, PIXELS_PER_UNIT, restDistance, toWorld } from './space.ts';

/** How far behind the stage's plane, in units, the bodies of the sky hang: what flies over them passes before them. */
const REMOVED: ReadonlyMap<string, number> = new Map(
  Object.entries({ moon: 4, sun: 6, planet: 5, globe: 4.5, star: 4, cloud: 3 }),
);

/** Kinds that always stand on the ground, however high in the picture: the higher, the farther away. */
const ROOTED: ReadonlySet<string> = new Set(['tree', 'house', 'flower', 'mountain', 'volcano', 'castle', 'boat']);
/** How deep, in units at scale 1, a kind lies in the water or the ground. */
const DRAUGHT: ReadonlyMap<string, number> = new Map(Object.entries({ boat: 0.3, mountain: 0.1, volcano: 0.1 }));
/** Height of a desk's top over the middle of its box, units: its edge at the back shows at the box's upper edge. */
export const DESK_TOP = 0.15;
/** As far back as a thing may stand on a desk, times its distance from the resting eye. */
const DESK_DEPTH = 1.26;
/** As far away as a rooted thing may go, times its own distance from the resting eye. */
const FARTHEST = 4;
const STEPS = 80;

/** What is asked of a thing to give it a depth. */
export type Placeable = Pick<FrameActor, 'kind' | 'x' | 'y' | 'z' | 'height' | 'scale'>;

export interface Placement {
  readonly position: Vector3;
  /** By how much the actor's size changes with the move, so that the picture shows the same. */
  readonly factor: number;
}

/**
 * Where an actor stands in the world. The picture at rest has no depth of its own, so things are moved along a line of
 * sight and scaled alike, which leaves their place and size in it: bodies of the sky away from the eye; what stands
 * below the ground line towards the resting eye, onto the ground; what is rooted back to where the land meets its foot.
 */
export function placeActor(frame: Frame, actor: Placeable): Placement {
  const { stage, camera } = frame;
  const position = toWorld(stage, actor, new Vector3());
  const removed = REMOVED.get(actor.kind) ?? 0;
  if (removed > 0) {
    const eye = toWorld(stage, camera.position, new Vector3());
    const factor = 1 + removed / Math.max(1, eye.distanceTo(position));
    return { position: position.sub(eye).multiplyScalar(factor).add(eye), factor };
  }

  const eye = new Vector3(0, 0, restDistance(stage, camera.fov));
  const draught = DRAUGHT.get(actor.kind) ?? 0;
  const foot = position.clone().setY(position.y - (actor.height / 2 / PIXELS_PER_UNIT - draught) * actor.scale);
  const top = deskTop(frame);
  if (top !== null && actor.kind !== 'desk' && ACTOR_KINDS[actor.kind]?.habitat === 'ground') {
    const back = foot.y < 0 && top < 0 ? top / foot.y : 1;
    const factor = Math.min(DESK_DEPTH, Math.max(0.9, back));
    return { position: position.sub(eye).multiplyScalar(factor).add(eye), factor };
  }
  const { level, slope } = lieOfTheLand(frame);
  // Height of the foot over the plane of the land, when the actor is moved to `factor` times its distance.
  const rest = level + slope * eye.z;
  const fall = foot.y + slope * (eye.z - foot.z);
  const onPlane = fall < 0 && rest < 0 ? rest / fall : Number.POSITIVE_INFINITY;
  if (onPlane < 1) return { position: position.sub(eye).multiplyScalar(onPlane).add(eye), factor: onPlane };
  if (!ROOTED.has(actor.kind)) return { position, factor: 1 };

  const hills = greenery(frame.environment);
  if (hills === 0) {
    const factor = Math.min(FARTHEST, onPlane);
    return { position: position.sub(eye).multiplyScalar(factor).add(eye), factor };
  }
  const gap = (factor: number): number => {
    const z = eye.z + (foot.z - eye.z) * factor;
    return foot.y * factor - (level + slope * z + hills * hillAt(foot.x * factor, z));
  };
  let factor = 1;
  for (let step = 1; step <= STEPS && gap(factor) > 0; step++) {
    const next = 1 + ((FARTHEST - 1) * step) / STEPS;
    if (gap(next) < gap(factor)) factor = next;
  }
  const settled = gap(factor);
  position.sub(eye).multiplyScalar(factor).add(eye);
  position.y -= settled;
  return { position, factor };
}

/** Height of the first desk's top, or null. */
export function deskTop(frame: Frame): number | null {
  const desk = frame.entities.find((entity) => entity.role === 'actor' && entity.kind === 'desk');
  return desk ? toWorld(frame.stage, desk, new Vector3()).y + DESK_TOP * desk.scale : null;
}

/**
 * How near the drawings and charts of a frame come, all by the same factor, so that they keep lying over one another:
 * near enough for the lowest to clear the land. The floor of a studio covers nothing; there they stay.
 */
export function drawingFactor(frame: Frame): number {
  if (presence(frame.environment, 'studio') === 1) return 1;
  let nearest = 1;
  for (const entity of frame.entities)
    if (entity.role === 'drawing' || entity.role === 'chart')
      nearest = Math.min(nearest, placeActor(frame, entity).factor);
  return nearest;
}

/** Where a light hangs: in the thing it shines from, or at its own place. */
export function placeLight(frame: Frame, light: Frame['lights'][number]): Vector3 {
  const source = frame.entities.find((entity) => entity.id === light.source);
  if (source?.role === 'actor') return placeActor(frame, source).position;
  return toWorld(frame.stage, light, new Vector3());
}
