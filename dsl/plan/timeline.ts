/**
 * The timeline: time-stamped patches to one scene state. This is the wire format: snake_case, whole milliseconds,
 * plain JSON. `SceneState` is what the patches build; a moving property holds a `Motion` instead of a value.
 */

import type {
  ChartKind,
  ChartPart,
  ChartSeries,
  Ease,
  Mode,
  Quality,
  Relation,
  Shape,
  TransitionStyle,
  Trigger,
  Vec3,
} from '../check/model.ts';
import type { BoxPoint } from '../check/vocabulary/actor-kinds/actor-kind.ts';
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
  readonly curve: CurveKind;
  readonly from: Animated<T>;
  readonly through: readonly T[];
}

/**
 * `loop` closes a spline through `from` and `through` and ends where it began. `bend` is an arc over the straight way,
 * stage pixels to its left. An orbit goes around the one point of `through`: from the angle at which `from` lies,
 * by `by` degrees, at `radius` (null: the distance of `from`), vertical distances squeezed by `flatness`.
 */
export type CurveKind =
  | 'line'
  | 'spline'
  | 'loop'
  | { readonly bend: number }
  | { readonly orbit: { readonly radius: number | null; readonly flatness: number; readonly by: number } };

export type Animated<T> = T | Motion<T>;

/** A point that may hang on another thing: its position at each time, moved by `offset`. */
export type Location =
  | Vec3
  /** At a thing, or at a part of it: shares of the thing's box while it looks to the right. */
  | { readonly of: string; readonly part?: BoxPoint; readonly relation: Relation; readonly offset: Vec3 };

/** How a thing lies on the stage, or in the group it belongs to. */
interface PlacedState {
  readonly position: Animated<Vec3>;
  readonly scale: Animated<number>;
  readonly rotation: Animated<number>;
  readonly opacity: Animated<number>;
  readonly group: string | null;
}

/** A member at `p` is seen at `position + R(rotation) · scale · (p − origin)`, within the group's own group. */
export interface GroupState extends PlacedState {
  readonly origin: Vec3;
}

export interface ChartState extends PlacedState {
  readonly chart: ChartKind;
  readonly width: number;
  readonly height: number;
  readonly title: string | null;
  readonly x_axis: string | null;
  readonly y_axis: string | null;
  readonly unit: string;
  readonly color: string;
  readonly series: readonly ChartSeries[];
  readonly parts: readonly ChartPart[];
  /** 0–1: how much of it has grown. */
  readonly progress: Animated<number>;
}

export interface DrawingState extends PlacedState {
  readonly shape: Shape;
  readonly fill: Animated<string> | null;
  readonly stroke: Animated<string> | null;
  readonly stroke_width: Animated<number>;
  readonly progress: Animated<number>;
}

export interface PictureState extends PlacedState {
  readonly media: 'image' | 'model';
  readonly source: string;
  readonly width: number;
  readonly height: number;
  readonly label: string | null;
}

/** A sound that begins at a time; it has no place and no end of its own in the state. */
export interface SoundState {
  readonly sound: string;
  readonly start_ms: number;
  /** 0–1. */
  readonly volume: number;
}

/** A change of scene: the picture is covered until the middle of it, then uncovered. */
export interface TransitionState {
  readonly style: TransitionStyle;
  readonly color: string;
  readonly start_ms: number;
  readonly duration_ms: number;
}

export interface ActorState extends PlacedState {
  readonly kind: string;
  readonly label: string | null;
  readonly colors: Readonly<Record<string, Animated<string>>>;
  readonly facing: -1 | 1;
  readonly animation: { readonly name: string; readonly start_ms: number };
  readonly material: string | null;
}

export interface TextState extends PlacedState {
  /** `{}` in it stands for `value`. */
  readonly text: string;
  readonly value: Animated<number> | null;
  readonly decimals: number;
  readonly wrap: number | null;
  readonly background: string | null;
  /** 0–1: how much of it is written. */
  readonly progress: Animated<number>;
  readonly size: Animated<number>;
  readonly color: Animated<string>;
  readonly weight: 400 | 700 | 900;
  readonly align: 'left' | 'center' | 'right';
}

export interface LightState {
  readonly from: Location;
  readonly color: Animated<string>;
  readonly intensity: Animated<number>;
}

export interface MaterialState {
  readonly recipe: string;
  readonly uniforms: Readonly<Record<string, Animated<number>>>;
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
  /** The vessel whose water ends it, or null. */
  readonly within: string | null;
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

/** What the camera is sharp on, and how much all else blurs: pulled from one thing to another. */
export interface LensState {
  /** Null: what the middle of the picture looks at. */
  readonly from: Location | null;
  readonly to: Location | null;
  /** 0 sharp everywhere, 1 as blurred as it gets; see `FrameCamera.lens`. */
  readonly blur_from: number;
  readonly blur: number;
  readonly start_ms: number;
  readonly duration_ms: number;
  readonly ease: Ease;
}

export interface CameraState {
  /** What the middle of the picture looks at. */
  readonly focus: Animated<Vec3>;
  readonly zoom: Animated<number>;
  /** Degrees, clockwise, around the line of sight. */
  readonly roll: Animated<number>;
  /** Degrees around the upright through the focus, 0 from the front (3D). */
  readonly angle: Animated<number>;
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
  /** Depth of field; left out where no script has asked for it. */
  readonly lens?: LensState;
}

export interface SceneState {
  readonly render: { readonly mode: Mode };
  readonly environment: EnvironmentState;
  readonly camera: CameraState;
  readonly actors: Readonly<Record<string, ActorState>>;
  readonly texts: Readonly<Record<string, TextState>>;
  readonly groups: Readonly<Record<string, GroupState>>;
  readonly charts: Readonly<Record<string, ChartState>>;
  readonly drawings: Readonly<Record<string, DrawingState>>;
  readonly pictures: Readonly<Record<string, PictureState>>;
  readonly sounds: Readonly<Record<string, SoundState>>;
  readonly transition: TransitionState | null;
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

/** One change of one property, told so that it can begin at a time that is not known yet: when a viewer does something. */
export interface Change {
  /** Counted from the entry into the state. */
  readonly at_ms: number;
  readonly op: 'change' | 'add' | 'replace' | 'remove';
  readonly path: string;
  /** Of `change`: how the property gets from whatever it is then to the last of `through`. */
  readonly motion?: {
    readonly duration_ms: number;
    readonly ease: Ease;
    readonly curve: CurveKind;
    readonly through: readonly unknown[];
    /** The last of `through` is added to what the property is then (`turn … by`). */
    readonly relative: boolean;
  };
  /** Of `add` and `replace`. Members called `start_ms` in it count from the entry too. */
  readonly value?: unknown;
  readonly origin: Span;
}

/** A state machine as it plays. It is in `states[0]` at the start; what that state does stands in the patches. */
export interface Machine {
  readonly id: string;
  readonly states: readonly {
    readonly name: string;
    readonly duration_ms: number;
    readonly changes: readonly Change[];
  }[];
  readonly transitions: readonly { readonly trigger: Trigger; readonly from: string | null; readonly to: string }[];
}

/** What a viewer did, and when in the scene. */
export interface Happening {
  readonly at_ms: number;
  readonly trigger: Trigger;
}

export interface Timeline {
  readonly version: typeof TIMELINE_VERSION;
  readonly title: string;
  readonly mode: Mode;
  readonly seed: number;
  readonly stage: { readonly width: number; readonly height: number };
  /** How well it is to be drawn, where the script says so; otherwise as well as the machine can. */
  readonly quality: Quality | null;
  readonly duration_ms: number;
  /** The weakest quality among the lines; `measured` when nothing is spoken. */
  readonly alignment: AlignmentQuality;
  readonly lines: readonly TimelineLine[];
  readonly words: readonly TimelineWord[];
  /** What a renderer must be able to do, sorted: `actor:cow`, `environment:meadow`, `fx:sparkles`, `lyrics`, `material:rim-glow`, `text`. */
  readonly needs: readonly string[];
  /** What a viewer can set off; `perform(timeline, happenings)` writes it into the patches. */
  readonly machines: readonly Machine[];
  /** Ordered by `at_ms`, then by the order of the script. */
  readonly patches: readonly Patch[];
  /** SHA-256, hex, of the canonical JSON of everything else. */
  readonly hash: string;
}
