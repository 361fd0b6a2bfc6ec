/**
 * The things a script can name with `is`. The language needs only their size, colour slots and habits;
 * how they look is the renderers' business.
 */
export interface ActorKind {
  /** Size at scale 1 in stage pixels. */
  readonly width: number;
  readonly height: number;
  /** Colour slots with their defaults; the first is what `color` alone sets. */
  readonly colors: Readonly<Record<string, string>>;
  /** Animations it knows; the first is what it does by itself. */
  readonly animations: readonly string[];
  /**
   * Parts that a script can point at, as shares of the box from its upper left corner, while it looks to the right
   * and stands as it does by itself.
   */
  readonly parts: Readonly<Record<string, BoxPoint>>;
  /** Where it belongs: decides where a composer puts it, and what it does while it moves. */
  readonly habitat: 'ground' | 'sky' | 'water' | 'any';
  /** Other words people use for it; a script names the kind itself. */
  readonly synonyms: readonly string[];
  /** Where a vessel holds water. */
  readonly water?: Water;
}

/** Shares of a vessel's box, counted from its upper left corner: an ellipse that is full up to `surface`. */
export interface Water {
  readonly center_x: number;
  readonly center_y: number;
  readonly radius_x: number;
  readonly radius_y: number;
  readonly surface: number;
}

/** A point in a box: shares of its width and height from the upper left corner. */
export interface BoxPoint {
  readonly x: number;
  readonly y: number;
}
