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

export function framingOf(camera: FrameCamera, mode: Mode, stage: StageSize): Framing {
  const { zoom } = camera;
  // The camera rolls clockwise, so what it sees turns the other way.
  const cos = Math.cos((camera.roll * Math.PI) / 180) * zoom;
  const sin = Math.sin((camera.roll * Math.PI) / 180) * zoom;
  const left2d = stage.width / 2 - cos * camera.x - sin * camera.y;
  const top2d = stage.height / 2 + sin * camera.x - cos * camera.y;
  const project = perspective(camera, stage);
  const flat = mode === '2d' ? camera.roll : 0;
  return (x, y, z, width, height, turned) => {
    const rotation = turned - flat;
    let halfX = width / 2;
    let halfY = height / 2;
    if (rotation !== 0) {
      const angle = (rotation * Math.PI) / 180;
      const cos = Math.abs(Math.cos(angle));
      const sin = Math.abs(Math.sin(angle));
      halfX = (width * cos + height * sin) / 2;
      halfY = (width * sin + height * cos) / 2;
    }
    if (mode === '2d') {
      return {
        x: cos * x + sin * y + left2d - halfX * zoom,
        y: cos * y - sin * x + top2d - halfY * zoom,
        width: 2 * halfX * zoom,
        height: 2 * halfY * zoom,
      };
    }
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
