import { Vector3 } from 'three';
import type { Frame, FrameActor } from '../../../dsl/index.ts';
import { groundLine, restDistance, toWorld } from './space.ts';

/** How far behind the stage's plane, in units, the bodies of the sky hang: what flies over them passes before them. */
const REMOVED: Readonly<Record<string, number>> = { moon: 4, sun: 6, planet: 5, globe: 4.5, star: 4, cloud: 3 };

export interface Placement {
  readonly position: Vector3;
  /** By how much the actor's size changes with the move, so that the picture shows the same. */
  readonly factor: number;
}

/**
 * Where an actor stands in the world. Things without a depth of their own are moved along a line of sight and scaled
 * alike, which leaves their place and size in the picture as the frame has them:
 * bodies of the sky away from the eye, and what stands below the ground line towards the resting eye, onto the ground.
 */
export function placeActor(frame: Frame, actor: FrameActor): Placement {
  const { stage, environment, camera } = frame;
  const position = toWorld(stage, actor, new Vector3());
  if (actor.z !== 0) return { position, factor: 1 };

  const removed = Object.hasOwn(REMOVED, actor.kind) ? (REMOVED[actor.kind] ?? 0) : 0;
  if (removed > 0) {
    const eye = toWorld(stage, camera.position, new Vector3());
    const factor = 1 + removed / Math.max(1, eye.distanceTo(position));
    return { position: position.sub(eye).multiplyScalar(factor).add(eye), factor };
  }

  const middle = stage.height / 2;
  const feet = actor.y + (actor.height / 2) * actor.scale - middle;
  const horizon = environment.horizon - middle;
  const line = groundLine(stage, environment.horizon) - middle;
  if (feet <= line || line <= horizon) return { position, factor: 1 };
  const factor = (line - horizon) / (feet - horizon);
  position.multiplyScalar(factor).setZ(restDistance(stage, camera.fov) * (1 - factor));
  return { position, factor };
}

/** Where a light hangs: in the thing it shines from, or at its own place. */
export function placeLight(frame: Frame, light: Frame['lights'][number]): Vector3 {
  const source = frame.entities.find((entity) => entity.id === light.source);
  if (source?.role === 'actor') return placeActor(frame, source).position;
  return toWorld(frame.stage, light, new Vector3());
}
