import type { Mode, Vec3 } from '../check/model.ts';
import type { StageSize } from '../plan/empty-state.ts';
import type { Bounds, FrameCamera } from './frame.ts';

/** Vertical field of view of the 3D camera, degrees. */
export const FOV = 35;

/** Nothing nearer to the eye than this is projected as if it were nearer, stage pixels. */
const NEAR_PX = 1;

/** How far the eye stands from the plane z = 0 at zoom 1, so that this plane fills the picture exactly. */
export const restingDistance = (stage: StageSize): number => stage.height / 2 / Math.tan((FOV * Math.PI) / 360);

/** Maps a point of the stage to the picture of the 3D camera. */
type Projection = (x: number, y: number, z: number) => { readonly x: number; readonly y: number };

function perspective(camera: FrameCamera, stage: StageSize): Projection {
  const middleX = stage.width / 2;
  const middleY = stage.height / 2;
  const { position: eye, target } = camera;
  const toward = unit({ x: target.x - eye.x, y: target.y - eye.y, z: target.z - eye.z });
  // Stage axes have y down: "right" is the horizontal across the view, "down" completes it.
  const right = unit({ x: -toward.z, y: 0, z: toward.x });
  const down = {
    x: right.y * toward.z - right.z * toward.y,
    y: right.z * toward.x - right.x * toward.z,
    z: right.x * toward.y - right.y * toward.x,
  };
  const focal = restingDistance(stage);
  const cos = Math.cos((camera.roll * Math.PI) / 180);
  const sin = Math.sin((camera.roll * Math.PI) / 180);
  return (x, y, z) => {
    const dx = x - eye.x;
    const dy = y - eye.y;
    const dz = z - eye.z;
    const depth = Math.max(NEAR_PX, dx * toward.x + dy * toward.y + dz * toward.z);
    const across = (focal * (dx * right.x + dy * right.y + dz * right.z)) / depth;
    const below = (focal * (dx * down.x + dy * down.y + dz * down.z)) / depth;
    return { x: middleX + across * cos + below * sin, y: middleY - across * sin + below * cos };
  };
}

function unit(vector: Vec3): Vec3 {
  const length = Math.hypot(vector.x, vector.y, vector.z) || 1;
  return { x: vector.x / length, y: vector.y / length, z: vector.z / length };
}

/** The picture's upright box around a box of `width` × `height` whose middle is at (x, y, z), turned by `rotation` degrees. */
export type Framing = (x: number, y: number, z: number, width: number, height: number, rotation: number) => Bounds;

export const framingOf = (camera: FrameCamera, mode: Mode, stage: StageSize): Framing =>
  mode === '2d' ? flatFraming(camera, stage) : deepFraming(camera, stage);

/** Kept small, for it is asked for every thing in every frame. */
function flatFraming({ x: eyeX, y: eyeY, zoom, roll }: FrameCamera, stage: StageSize): Framing {
  // The camera rolls clockwise, so what it sees turns the other way.
  const cos = Math.cos((roll * Math.PI) / 180) * zoom;
  const sin = Math.sin((roll * Math.PI) / 180) * zoom;
  const left = stage.width / 2 - cos * eyeX - sin * eyeY;
  const top = stage.height / 2 + sin * eyeX - cos * eyeY;
  return (x, y, _, width, height, rotation) => {
    const upright = rotation === roll;
    const across = zoom * (upright ? width : turnedAcross(width, height, rotation - roll));
    const down = zoom * (upright ? height : turnedAcross(height, width, rotation - roll));
    return {
      x: cos * x + sin * y + left - across / 2,
      y: cos * y - sin * x + top - down / 2,
      width: across,
      height: down,
    };
  };
}

/** How wide a box is that has been turned. */
function turnedAcross(width: number, height: number, rotation: number): number {
  const angle = (rotation * Math.PI) / 180;
  return width * Math.abs(Math.cos(angle)) + height * Math.abs(Math.sin(angle));
}

function deepFraming(camera: FrameCamera, stage: StageSize): Framing {
  const project = perspective(camera, stage);
  return (x, y, z, width, height, rotation) => {
    const halfX = (rotation === 0 ? width : turnedAcross(width, height, rotation)) / 2;
    const halfY = (rotation === 0 ? height : turnedAcross(height, width, rotation)) / 2;
    const a = project(x - halfX, y - halfY, z);
    const d = project(x + halfX, y + halfY, z);
    const b = project(x + halfX, y - halfY, z);
    const c = project(x - halfX, y + halfY, z);
    const left = Math.min(a.x, b.x, c.x, d.x);
    const top = Math.min(a.y, b.y, c.y, d.y);
    const right = Math.max(a.x, b.x, c.x, d.x);
    return { x: left, y: top, width: right - left, height: Math.max(a.y, b.y, c.y, d.y) - top };
  };
}
