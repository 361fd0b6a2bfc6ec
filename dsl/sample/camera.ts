import type { Mode, Vec3 } from '../check/model.ts';
import type { StageSize } from '../plan/empty-state.ts';
import type { CameraState, LensState, Location } from '../plan/timeline.ts';
import { unrest } from './chance.ts';
import { easingOf } from './easing.ts';
import type { FrameCamera, FrameFocus, FrameLens } from './frame.ts';
import { FOV, restingDistance } from './projection.ts';
import { numberTrack, pathTrack } from './track.ts';

/** Where an actor is at a time, or null when it is not on the stage. */
export type Whereabouts = (id: string, ms: number) => Vec3 | null;
/** The same for places that hang on things. */
export type Finder = (location: Location, ms: number) => Vec3 | null;

/** How long the camera takes to fall in with what it follows and to let go of it, at most, milliseconds. */
const FOLLOW_EASE_MS = 700;
/** How much less than its gaze the eye goes along: the difference turns the camera a little, which shows depth. */
const EYE_SHARE = 0.62;
/** How far the eye rises while it goes closer or along, as a share of that, so that the ground is seen as a plane. */
const LIFT = 0.12;
const SHAKES_PER_SECOND = 14;

export function cameraTrack(
  state: CameraState,
  mode: Mode,
  stage: StageSize,
  seed: number,
): (ms: number, where: Whereabouts, find: Finder) => FrameCamera {
  const focus = pathTrack(state.focus);
  const zoom = numberTrack(state.zoom);
  const roll = numberTrack(state.roll);
  const angle = numberTrack(state.angle);
  const shake = numberTrack(state.shake);
  const company = followShare(state.follow);
  const lens = mode === '3d' ? lensTrack(state.lens) : () => null;
  const rest = restingDistance(stage);
  const middle = { x: stage.width / 2, y: stage.height / 2 };

  return (ms, where, find) => {
    const rolled = roll.at(ms);
    const turned = Math.abs((rolled * Math.PI) / 180);
    const across = Math.abs(Math.cos(turned));
    const along = Math.abs(Math.sin(turned));
    const wanted = Math.max(0.01, zoom.at(ms));
    // A picture that lies aslant must be nearer, so that its corners stay inside the stage.
    const reachX = across + (along * stage.height) / stage.width;
    const reachY = across + (along * stage.width) / stage.height;
    const magnified = mode === '2d' && wanted >= 1 ? Math.max(wanted, reachX, reachY) : wanted;
    const looked = focus.at(ms);
    const followed = state.follow ? where(state.follow.of, ms) : null;
    const share = followed ? company(ms) : 0;
    const tremble = Math.max(0, shake.at(ms));
    const time = (ms / 1000) * SHAKES_PER_SECOND;
    const shakeX = tremble > 0 ? tremble * unrest(seed, 101, time) : 0;
    const shakeY = tremble > 0 ? tremble * unrest(seed, 102, time) : 0;
    const goneX = followed ? (followed.x - looked.x) * share : 0;
    const goneY = followed ? (followed.y - looked.y) * share : 0;
    const gazeX = looked.x + goneX;
    const gazeY = looked.y + goneY;

    const x = keepInside(gazeX, magnified / reachX, stage.width) + shakeX;
    const y = keepInside(gazeY, magnified / reachY, stage.height) + shakeY;
    const target = mode === '3d' ? { x: gazeX + shakeX, y: gazeY + shakeY, z: looked.z } : { x, y, z: 0 };
    const distance = rest / magnified;
    const closer = 1 - 1 / Math.max(1, magnified);
    const lift = LIFT * (closer * stage.height + Math.abs(goneX) * 0.5);
    const position = {
      x: mode === '3d' ? looked.x + goneX * EYE_SHARE + (looked.x - middle.x) * closer * -0.2 + shakeX : x,
      y: mode === '3d' ? looked.y + goneY * EYE_SHARE - lift + shakeY : y,
      z: (mode === '3d' ? looked.z : 0) + distance,
    };
    const eye = mode === '3d' ? around(position, target, angle.at(ms)) : position;
    const seen = { x, y, zoom: magnified, roll: rolled, position: eye, target, fov: FOV };
    return { ...seen, lens: lens(ms, target, find) };
  };
}

/** The eye, gone around the upright through what it looks at: to the right, seen from the front. */
function around(eye: Vec3, target: Vec3, degrees: number): Vec3 {
  if (degrees === 0) return eye;
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const x = eye.x - target.x;
  const z = eye.z - target.z;
  return { x: target.x + x * cos + z * sin, y: eye.y, z: target.z - x * sin + z * cos };
}

/** The picture never shows what lies beside the stage, as long as it is not wider than the stage itself. */
function keepInside(value: number, zoom: number, size: number): number {
  const half = size / 2 / zoom;
  return half >= size / 2 ? size / 2 : Math.min(size - half, Math.max(half, value));
}

/** Falls in, goes along, lets go; a `duration_ms` of 0 never lets go. */
function followShare(follow: CameraState['follow']): (ms: number) => number {
  if (!follow) return () => 0;
  const ease = easingOf(follow.ease);
  const edge = follow.duration_ms > 0 ? Math.min(FOLLOW_EASE_MS, follow.duration_ms / 2) : FOLLOW_EASE_MS;
  const end = follow.duration_ms > 0 ? follow.start_ms + follow.duration_ms : Number.POSITIVE_INFINITY;
  return (ms) => {
    const near = Math.min(ms - follow.start_ms, end - ms);
    return near <= 0 ? 0 : follow.weight * ease(Math.min(1, near / edge));
  };
}

/** Pulls the focus from one place to another; a place that is not there any more is what the picture looks at. */
function lensTrack(state: LensState | undefined): (ms: number, target: Vec3, find: Finder) => FrameLens | null {
  if (!state) return () => null;
  const { from, to, blur_from, blur, start_ms, duration_ms } = state;
  const ease = easingOf(state.ease);
  return (ms, target, find) => {
    const share = ms >= start_ms + duration_ms ? 1 : ms <= start_ms ? 0 : ease((ms - start_ms) / duration_ms);
    const blurred = Math.min(1, Math.max(0, blur_from + (blur - blur_from) * share));
    if (blurred === 0) return null;
    const focusOn = (place: Location | null): FrameFocus => {
      const point = place && find(place, ms);
      return { of: point && place && 'of' in place ? place.of : null, point: point ?? target };
    };
    return { from: focusOn(from), to: focusOn(to), share, blur: blurred };
  };
}
