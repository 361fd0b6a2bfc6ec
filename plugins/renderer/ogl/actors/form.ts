import type { FrameActor, FrameEnvironment } from '../../../../dsl/index.ts';
import type { Colouring } from '../gpu/quads.ts';
import type { Affine } from '../paint/affine.ts';
import { smooth } from '../paint/noise.ts';
import type { Parts } from '../paint/sheet.ts';

export type Colours = Readonly<Record<string, string>>;

export interface Placed {
  readonly part: string;
  /** From the part's own units to the figure's. */
  readonly at: Affine;
  /** Multiplies its colours: below 1 for what lies on the far side. */
  readonly shade?: number;
  readonly opacity?: number;
  /** Colours a grey mask instead: its tint and ink. */
  readonly colouring?: Colouring;
}

/** A thing that others can be in: they are seen through its glass, and its front is drawn after them. */
export interface Vessel {
  /** Radii of the glass around its middle, and the height of the water's surface, in its units. */
  readonly middle: readonly [x: number, y: number];
  readonly radii: readonly [x: number, y: number];
  readonly surface: number;
  /** Where the glass ends above. */
  readonly neck: number;
  readonly water: (colours: Colours) => string;
  readonly front: (actor: FrameActor) => readonly Placed[];
}

/**
 * How a kind of actor looks and moves. Units are stage pixels at scale 1, the origin is the middle of its box, it looks
 * to the right. Everything it does follows from the actor as it stands in the frame.
 */
export interface Form {
  /** Shines by itself: neither shaded by the night nor lit at the rim. */
  readonly shines?: boolean;
  /** A soft light around it. */
  readonly halo?: (actor: FrameActor) => {
    readonly colour: string;
    readonly radius: number;
    readonly strength: number;
  };
  /** Half the width of the shadow at its feet; none where it is missing. */
  readonly shadow?: number;
  /** Clear glass or a thin sheet: has no rim of light, and casts no shadow of its outline. */
  readonly clear?: boolean;
  readonly vessel?: Vessel;
  readonly parts: (colours: Colours, actor: FrameActor) => Parts;
  /** What else the parts depend on, beyond kind and colours. */
  readonly variant?: (actor: FrameActor) => string;
  /** What of it gives light: laid over it as it is painted, whatever the hour. */
  readonly lights?: (actor: FrameActor, around: FrameEnvironment) => readonly Placed[];
  /** Back to front. */
  readonly pose: (actor: FrameActor, around: FrameEnvironment) => readonly Placed[];
}

/** How far it is dark enough for lamps and windows to be lit, 0–1, by the ambient light of the place. */
export const afterDark = (ambient: number): number => smooth((0.64 - ambient) / 0.2);

/** The colour of a slot, or grey where a frame lacks it. */
export const slot = (colours: Colours, name: string): string => colours[name] ?? '#9a9aa8';

const TURN = Math.PI * 2;

/** Swings between −1 and 1, `period` seconds a turn. */
export const swing = (clock: number, period: number, phase = 0): number => Math.sin((clock / period + phase) * TURN);

/** 1 open, near 0 while the lids are down: a short blink every few seconds. */
export function openEyes(clock: number): number {
  const since = clock % 3.6;
  return since > 0.18 ? 1 : Math.max(0.08, Math.abs(since - 0.09) / 0.09);
}
