import { actorKind } from '../check/vocabulary/actor-kinds.ts';
import type { Landmark } from '../plan/places.ts';

/** The water of a vessel as it stands at a time: an ellipse full up to `surface`, stage pixels. */
export interface Pool {
  readonly x: number;
  readonly y: number;
  readonly radius_x: number;
  readonly radius_y: number;
  /** y of the surface. */
  readonly surface: number;
}

/** The water that a thing of that kind holds, or null where it is no vessel. */
export function poolOf(
  kind: string,
  { position, width, height }: Pick<Landmark, 'position' | 'width' | 'height'>,
): Pool | null {
  const water = actorKind(kind)?.water;
  if (!water) return null;
  const left = position.x - width / 2;
  const top = position.y - height / 2;
  return {
    x: left + water.center_x * width,
    y: top + water.center_y * height,
    radius_x: water.radius_x * width,
    radius_y: water.radius_y * height,
    surface: top + water.surface * height,
  };
}

/** Half the width of the water at a height; 0 above and below it, and in a vessel that is shrunk to nothing. */
export function halfWidthAt(pool: Pool, y: number): number {
  if (pool.radius_y <= 0) return 0;
  const share = (y - pool.y) / pool.radius_y;
  return Math.abs(share) >= 1 ? 0 : pool.radius_x * Math.sqrt(1 - share * share);
}
