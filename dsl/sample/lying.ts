import type { Vec3 } from '../check/model.ts';
import type { Extent, Landmark } from '../plan/places.ts';
import { type Reference, STAGE } from '../plan/reference.ts';
import type { Animated } from '../plan/timeline.ts';
import { numberTrack, pathTrack } from './track.ts';

/** How a thing lies on the stage at one time. */
export interface Lying {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly scale: number;
  readonly rotation: number;
  readonly opacity: number;
}

/** Where a thing lies, made ready to be asked; `group` is how its group lies then. */
export interface LyingTrack {
  /** From here on it stays. */
  readonly rest_ms: number;
  at(ms: number, group: Reference): Lying;
  /** Its middle and the size of its box; without a group: in the coordinates of its own. */
  landmarkAt(ms: number, extent: Extent, group?: Reference): Landmark;
}

interface Placed {
  readonly position: Animated<Vec3>;
  readonly scale: Animated<number>;
  readonly rotation: Animated<number>;
  readonly opacity: Animated<number>;
}

export const unit = (value: number): number => Math.min(1, Math.max(0, value));

export function lyingTrack(state: Placed): LyingTrack {
  const position = pathTrack(state.position);
  const scale = numberTrack(state.scale);
  const rotation = numberTrack(state.rotation);
  const opacity = numberTrack(state.opacity);
  return {
    rest_ms: Math.max(position.end_ms, scale.end_ms, rotation.end_ms, opacity.end_ms),
    at(ms, group) {
      const { x, y, z } = position.at(ms);
      const size = Math.max(0, scale.at(ms));
      return {
        x: group.a * x - group.b * y + group.dx,
        y: group.b * x + group.a * y + group.dy,
        z: group.scale * z + group.dz,
        scale: size * group.scale,
        rotation: rotation.at(ms) + group.rotation,
        opacity: unit(opacity.at(ms)) * group.opacity,
      };
    },
    landmarkAt(ms, { width, height }, group = STAGE) {
      const { x, y, z } = position.at(ms);
      const size = Math.max(0, scale.at(ms)) * group.scale;
      const at = { x: group.a * x - group.b * y + group.dx, y: group.b * x + group.a * y + group.dy };
      return {
        position: { ...at, z: group.scale * z + group.dz },
        width: width * size,
        height: height * size,
        rotation: rotation.at(ms) + group.rotation,
        facing: 1,
      };
    },
  };
}
