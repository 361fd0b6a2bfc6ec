export const STAGE = { width: 1280, height: 720 } as const;

/** One actor in its place; x, y are the middle of its box, width and height those of the box. */
export interface Placed {
  readonly id: string;
  readonly member: number;
  readonly kind: string;
  readonly label: string | null;
  readonly color: string | null;
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The water it swims in, where it was put into a vessel. */
  readonly pool?: Pool;
}

/** An ellipse, and how far from its middle something may swim. */
export interface Pool {
  readonly x: number;
  readonly y: number;
  readonly reach_x: number;
  readonly reach_y: number;
}
