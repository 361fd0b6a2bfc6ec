import type { PerspectiveCamera, Vector3 } from 'three';
import type { Frame } from '../../../dsl/index.ts';

/** Stage pixels in one world unit. */
export const PIXELS_PER_UNIT = 100;

type Point = { readonly x: number; readonly y: number; readonly z: number };

/** Where a point of the stage stands in the world. */
export function toWorld(stage: Frame['stage'], point: Point, out: Vector3): Vector3 {
  return out.set(
    (point.x - stage.width / 2) / PIXELS_PER_UNIT,
    (stage.height / 2 - point.y) / PIXELS_PER_UNIT,
    point.z / PIXELS_PER_UNIT,
  );
}

/** Distance, in units, from which a camera of this vertical field of view sees the plane z = 0 fill the picture. */
export function restDistance(stage: Frame['stage'], fov: number): number {
  return stage.height / 2 / PIXELS_PER_UNIT / Math.tan((fov * Math.PI) / 360);
}

/** Stage y on which things stand at z = 0: about half-way between the horizon and the lower edge. */
export function groundLine(stage: Frame['stage'], horizon: number): number {
  return horizon + (stage.height - horizon) * 0.49;
}

/** The land under a frame: a plane through the ground line whose vanishing line is the horizon. */
export interface Lie {
  /** Height at z = 0, units. */
  readonly level: number;
  /** Rise per unit of z. A horizon below the middle of the picture is a slope that falls away from the viewer. */
  readonly slope: number;
}

export function lieOfTheLand(frame: Frame): Lie {
  const { stage, environment, camera } = frame;
  const distance = restDistance(stage, camera.fov);
  // What stands on a desk fills the lower picture with it: the floor lies out of sight below.
  const below = frame.entities.some(({ kind, role }) => role === 'actor' && kind === 'desk') ? UNDER_DESK : 0;
  return {
    level: -below + (stage.height / 2 - groundLine(stage, environment.horizon)) / PIXELS_PER_UNIT,
    slope: (environment.horizon - stage.height / 2) / PIXELS_PER_UNIT / distance,
  };
}

const UNDER_DESK = 3;

/** Puts the camera where the frame has its eye. Roll is clockwise, in degrees: what is seen turns the other way. */
export function aim(camera: PerspectiveCamera, frame: Frame): void {
  const { stage } = frame;
  camera.fov = frame.camera.fov;
  camera.aspect = stage.width / stage.height;
  camera.up.set(0, 1, 0);
  const target = toWorld(stage, frame.camera.target, camera.position.clone());
  toWorld(stage, frame.camera.position, camera.position);
  camera.lookAt(target);
  // Turned about the line of sight as the viewer sees it: three counts anticlockwise.
  camera.rotateZ((-frame.camera.roll * Math.PI) / 180);
  camera.updateProjectionMatrix();
  camera.updateMatrixWorld();
}

/** The largest rectangle of the stage's shape in the middle of the drawing buffer: pixels, y up. */
export function letterbox(stage: Frame['stage'], width: number, height: number) {
  const scale = Math.min(width / stage.width, height / stage.height);
  const w = Math.round(stage.width * scale);
  const h = Math.round(stage.height * scale);
  return { x: Math.floor((width - w) / 2), y: Math.floor((height - h) / 2), width: w, height: h, scale };
}
