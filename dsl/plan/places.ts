import type { Relation, Vec3 } from '../check/model.ts';
import type { BoxPoint } from '../check/vocabulary/actor-kinds/actor-kind.ts';
import { cosine, sine } from './turning.ts';

/** Free space left between two things that stand above, below or beside each other, stage pixels. */
export const GAP_PX = 12;
/** How far apart `in-front-of` and `behind` set two things, stage pixels of depth. */
export const DEPTH_PX = 60;

export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** A thing as places see it: its middle, its size and how it is turned as it is then. */
export interface Landmark extends Extent {
  readonly position: Vec3;
  /** Degrees, clockwise. */
  readonly rotation: number;
  /** 1 to the right, -1 to the left, and between them while it turns round. */
  readonly facing: number;
}

/** A part of a thing as a landmark of its own, a point: it goes, grows and turns with the thing. Undefined is the whole. */
export function partOf(whole: Landmark, part: BoxPoint | undefined): Landmark {
  if (part === undefined) return whole;
  const { position, width, height, rotation, facing } = whole;
  const { x, y } = part;
  const across = (x - 0.5) * width * facing;
  const down = (y - 0.5) * height;
  const cos = rotation === 0 ? 1 : cosine(rotation);
  const sin = rotation === 0 ? 0 : sine(rotation);
  const at = { x: position.x + cos * across - sin * down, y: position.y + sin * across + cos * down, z: position.z };
  return { position: at, width: 0, height: 0, rotation, facing };
}

const SIDES: Readonly<Record<Relation, Vec3>> = {
  at: { x: 0, y: 0, z: 0 },
  inside: { x: 0, y: 0, z: 0 },
  above: { x: 0, y: -1, z: 0 },
  below: { x: 0, y: 1, z: 0 },
  'left-of': { x: -1, y: 0, z: 0 },
  'right-of': { x: 1, y: 0, z: 0 },
  'in-front-of': { x: 0, y: 0, z: 1 },
  behind: { x: 0, y: 0, z: -1 },
};

/** The middle of a thing of size `self` that stands in `relation` to `mark`, edges `GAP_PX` apart, moved by `offset`. */
export function beside(mark: Landmark, relation: Relation, self: Extent, offset: Vec3): Vec3 {
  const side = SIDES[relation];
  return {
    x: mark.position.x + side.x * ((mark.width + self.width) / 2 + GAP_PX) + offset.x,
    y: mark.position.y + side.y * ((mark.height + self.height) / 2 + GAP_PX) + offset.y,
    z: mark.position.z + side.z * DEPTH_PX + offset.z,
  };
}
