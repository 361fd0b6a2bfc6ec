/**
 * The Model: a checked program. Every name is resolved, every value typed and in range, every length in stage pixels,
 * every colour `#rrggbb`; only time is still symbolic, because the words have not been spoken yet.
 * A Model is plain JSON. Statements that were in error are left out, so whatever could be understood still plays.
 */
import type { Span } from '../diagnostics.ts';

export type Mode = '2d' | '3d';

/** Stage pixels: x to the right, y down, z towards the viewer; z is 0 in the plane of the stage. */
export interface Vec3 {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** CSS easing names (`linear`, `ease-in`, …), the Penner names (`in-out-cubic`, …) or a cubic Bézier. */
export type Ease = string | { readonly bezier: readonly [number, number, number, number] };

/** A moment that is known only once an alignment is. */
export interface TimeRef {
  readonly anchor: Anchor;
  readonly offset_ms: number;
}

export type Anchor =
  | { readonly kind: 'scene'; readonly edge: 'start' | 'end' }
  /** `index` counts the words of the line from 0, as `splitWords` cuts them. */
  | { readonly kind: 'word'; readonly line: string; readonly index: number; readonly edge: 'start' | 'end' }
  | { readonly kind: 'line'; readonly line: string; readonly edge: 'start' | 'end' }
  | { readonly kind: 'action'; readonly action: string; readonly edge: 'start' | 'end' }
  | { readonly kind: 'beat'; readonly beat: string }
  /** The latest of several moments: the end of a parallel block. */
  | { readonly kind: 'latest'; readonly of: readonly TimeRef[] };

export type Place =
  | ({ readonly kind: 'point' } & Vec3)
  /** Where another thing is at that time, moved by `offset`. */
  | { readonly kind: 'relative'; readonly of: string; readonly relation: Relation; readonly offset: Vec3 };

export type Relation = 'at' | 'above' | 'below' | 'left-of' | 'right-of' | 'inside' | 'in-front-of' | 'behind';

interface Declared {
  /** Unique among everything that is declared. */
  readonly id: string;
  /** The reading this belongs to; null: both. */
  readonly only: Mode | null;
  readonly span: Span;
}

export interface ActorDecl extends Declared {
  /** A key of `ACTOR_KINDS`. */
  readonly kind: string;
  readonly label: string | null;
  readonly at: Place;
  readonly scale: number;
  /** Degrees, clockwise. */
  readonly rotation: number;
  readonly opacity: number;
  /** By the colour slots of the kind (`body`, `spots`, …). */
  readonly colors: Readonly<Record<string, string>>;
  /** −1 looks to the left, 1 to the right. */
  readonly facing: -1 | 1;
  /** The animation it plays from the start: `idle`, `sway`, `none`, … */
  readonly animation: string;
}

export interface TextDecl extends Declared {
  readonly text: string;
  readonly at: Place;
  /** Font size in stage pixels. */
  readonly size: number;
  readonly color: string;
  readonly weight: 400 | 700 | 900;
  readonly align: 'left' | 'center' | 'right';
  readonly opacity: number;
}

export interface LightDecl extends Declared {
  /** The thing it shines from, or a fixed place. */
  readonly from: Place;
  readonly color: string;
  readonly intensity: number;
}

export interface MaterialDecl extends Declared {
  /** A key of `MATERIAL_RECIPES`. */
  readonly recipe: string;
  readonly uniforms: Readonly<Record<string, number>>;
}

/** A spoken line. Its words are `splitWords(text)`. */
export interface LineDecl extends Declared {
  readonly text: string;
  /** A voice by name, or null for the host's choice. */
  readonly voice: string | null;
  readonly start: TimeRef;
}

export interface LyricsDecl extends Declared {
  readonly line: string;
  readonly ball: boolean;
  readonly highlight: string;
  readonly color: string;
  readonly size: number;
  /** Centre of the written line. */
  readonly at: Place;
}

export interface BeatDecl extends Declared {
  readonly at: TimeRef;
}

/** What can happen. `duration_ms` 0 is at once. */
export type Deed =
  | {
      readonly kind: 'move';
      readonly target: string;
      readonly through: readonly Place[];
      readonly curve: 'line' | 'spline';
      readonly duration_ms: number;
      readonly ease: Ease;
    }
  | {
      readonly kind: 'fade';
      readonly target: string;
      readonly to: number;
      readonly duration_ms: number;
      readonly ease: Ease;
    }
  | {
      readonly kind: 'scale';
      readonly target: string;
      readonly to: number;
      readonly duration_ms: number;
      readonly ease: Ease;
    }
  /** Degrees, clockwise, added to what it is. */
  | {
      readonly kind: 'turn';
      readonly target: string;
      readonly by: number;
      readonly duration_ms: number;
      readonly ease: Ease;
    }
  | { readonly kind: 'animate'; readonly target: string; readonly animation: string }
  | {
      readonly kind: 'emit';
      readonly fx: string;
      readonly from: Place;
      readonly duration_ms: number;
      readonly count: number;
      readonly color: string | null;
    }
  | {
      readonly kind: 'camera';
      readonly move: 'push-in' | 'pull-out' | 'pan' | 'follow' | 'shake' | 'reset';
      readonly target: Place | null;
      readonly amount: number;
      readonly duration_ms: number;
      readonly ease: Ease;
    }
  | { readonly kind: 'environment'; readonly preset: string; readonly duration_ms: number; readonly ease: Ease }
  | { readonly kind: 'apply'; readonly target: string; readonly material: string | null };

export interface Action {
  /** The author's name (`as jump`) or a generated one, unique. */
  readonly id: string;
  readonly only: Mode | null;
  readonly start: TimeRef;
  readonly deed: Deed;
  readonly span: Span;
}

export interface Model {
  readonly title: string;
  readonly stage: { readonly width: number; readonly height: number };
  readonly seed: number;
  /** A key of `ENVIRONMENTS`: what it is at the start. */
  readonly environment: string;
  /** A fixed length asked for by the author, or null: as long as what happens, and a breath. */
  readonly length_ms: number | null;
  readonly actors: readonly ActorDecl[];
  readonly texts: readonly TextDecl[];
  readonly lights: readonly LightDecl[];
  readonly materials: readonly MaterialDecl[];
  readonly lines: readonly LineDecl[];
  readonly lyrics: readonly LyricsDecl[];
  readonly beats: readonly BeatDecl[];
  readonly actions: readonly Action[];
}
