/**
 * The timeline: time-stamped patches to one scene state. This is the wire format: snake_case, whole milliseconds,
 * plain JSON. `SceneState` is what the patches build; a moving property holds a `Motion` instead of a value.
 */

import type { Ease, Mode, Relation, Vec3 } from '../check/model.ts';
import type { Span } from '../diagnostics.ts';

export const TIMELINE_VERSION = 'timeline/1';

/** How the times of the words were found. */
export type AlignmentQuality = 'measured' | 'aligned' | 'estimated';

/** Times of the words of one spoken line, counted from the start of that line's audio. */
export interface LineAlignment {
  readonly quality: AlignmentQuality;
  readonly duration_ms: number;
  /** One entry per word of `splitWords(text)`, in order. */
  readonly words: readonly { readonly start_ms: number; readonly end_ms: number }[];
}

/** What a voice said, by line id; the `--timings` file of the command line is this as JSON. */
export interface Alignment {
  readonly lines: Readonly<Record<string, LineAlignment>>;
}

/**
 * A property that changes with time. Its value at `t` is `from` before `start_ms`, the last of `through` after the
 * end, and in between the curve through `from` and `through` at `ease((t − start_ms) / duration_ms)`.
 * `from` is itself a motion where the property was still moving when this motion took over.
 */
export interface Motion<T> {
  readonly start_ms: number;
  readonly duration_ms: number;
  readonly ease: Ease;
  readonly curve: 'line' | 'spline';
  readonly from: Animated<T>;
  readonly through: readonly T[];
}

export type Animated<T> = T | Motion<T>;

/** A point that may hang on another thing: its position at each time, moved by `offset`. */
export type Location = Vec3 | { readonly of: string; readonly relation: Relation; readonly offset: Vec3 };

export interface ActorState {
  readonly kind: string;
  readonly label: string | null;
  readonly position: Animated<Vec3>;
  readonly scale: Animated<number>;
  readonly rotation: Animated<number>;
  readonly opacity: Animated<number>;
  readonly colors: Readonly<Record<string, string>>;
  readonly facing: -1 | 1;
  readonly animation: { readonly name: string; readonly start_ms: number };
  readonly material: string | null;
}

export interface TextState {
  readonly text: string;
  readonly position: Animated<Vec3>;
  readonly scale: Animated<number>;
  readonly rotation: Animated<number>;
  readonly opacity: Animated<number>;
  readonly size: number;
  readonly color: string;
  readonly weight: 400 | 700 | 900;
  readonly align: 'left' | 'center' | 'right';
}

export interface LightState {
  readonly from: Location;
  readonly color: string;
  readonly intensity: Animated<number>;
}

export interface MaterialState {
  readonly recipe: string;
  readonly uniforms: Readonly<Record<string, number>>;
}

export interface LyricsState {
  readonly line: string;
  /** When the line begins to show, and when it has gone again: it fades at both ends. */
  readonly shown_ms: number;
  readonly hidden_ms: number;
  readonly position: Vec3;
  readonly size: number;
  readonly color: string;
  readonly highlight: string;
  readonly ball: boolean;
  readonly items: readonly { readonly text: string; readonly at_ms: number; readonly end_ms: number }[];
}

/** One burst of particles: which, how many, from where and when is all there is to it; the seed does the rest. */
export interface FxState {
  readonly kind: string;
  readonly from: Location;
  readonly start_ms: number;
  readonly duration_ms: number;
  readonly count: number;
  readonly color: string | null;
  readonly seed: number;
}

export interface EnvironmentState {
  /** Names of `ENVIRONMENTS`; `from` blends into `to`. Both are equal while nothing changes. */
  readonly mood: {
    readonly from: string;
    readonly to: string;
    readonly start_ms: number;
    readonly duration_ms: number;
    readonly ease: Ease;
  };
}

export interface CameraState {
  /** What the middle of the picture looks at. */
  readonly focus: Animated<Vec3>;
  readonly zoom: Animated<number>;
  /** Pixels of hand-held unrest, 0 for none. */
  readonly shake: Animated<number>;
  /** The actor the focus follows, or null; the share of its way that the camera goes along is `weight`. */
  readonly follow: {
    readonly of: string;
    readonly start_ms: number;
    readonly duration_ms: number;
    readonly weight: number;
    readonly ease: Ease;
  } | null;
}

export interface SceneState {
  readonly render: { readonly mode: Mode };
  readonly environment: EnvironmentState;
  readonly camera: CameraState;
  readonly actors: Readonly<Record<string, ActorState>>;
  readonly texts: Readonly<Record<string, TextState>>;
  readonly lights: Readonly<Record<string, LightState>>;
  readonly materials: Readonly<Record<string, MaterialState>>;
  readonly lyrics: Readonly<Record<string, LyricsState>>;
  readonly fx: Readonly<Record<string, FxState>>;
}

/** RFC 6902 `add`, `replace` or `remove` with a JSON Pointer into `SceneState`, and when. */
export interface Patch {
  readonly at_ms: number;
  readonly op: 'add' | 'replace' | 'remove';
  readonly path: string;
  readonly value?: unknown;
  /** The statement it came from. */
  readonly origin: Span;
}

export interface TimelineWord {
  readonly line: string;
  readonly index: number;
  readonly text: string;
  readonly start_ms: number;
  readonly end_ms: number;
}

export interface TimelineLine {
  readonly id: string;
  readonly text: string;
  readonly voice: string | null;
  readonly start_ms: number;
  readonly end_ms: number;
  readonly quality: AlignmentQuality;
}

export interface Timeline {
  readonly version: typeof TIMELINE_VERSION;
  readonly title: string;
  readonly mode: Mode;
  readonly seed: number;
  readonly stage: { readonly width: number; readonly height: number };
  readonly duration_ms: number;
  /** The weakest quality among the lines; `measured` when nothing is spoken. */
  readonly alignment: AlignmentQuality;
  readonly lines: readonly TimelineLine[];
  readonly words: readonly TimelineWord[];
  /** What a renderer must be able to do, sorted: `actor:cow`, `environment:meadow`, `fx:sparkles`, `lyrics`, `material:rim-glow`, `text`. */
  readonly needs: readonly string[];
  /** Ordered by `at_ms`, then by the order of the script. */
  readonly patches: readonly Patch[];
  /** SHA-256, hex, of the canonical JSON of everything else. */
  readonly hash: string;
}
