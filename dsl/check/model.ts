/**
 * The Model: a checked program. Every name is resolved, every value typed and in range, every length in stage pixels,
 * every colour `#rrggbb`; only time is still symbolic, because the words have not been spoken yet.
 * A Model is plain JSON. Statements that were in error are left out, so whatever could be understood still plays.
 */
import type { Span } from '../diagnostics.ts';
import type { BoxPoint } from './vocabulary/actor-kinds/actor-kind.ts';

export type Mode = '2d' | '3d';

/** How well a scene is drawn, worst first. */
export type Quality = 'low' | 'medium' | 'high';

/** Stage pixels: x to the right, y down, z towards the viewer; z is 0 in the plane of the stage. */
export interface Vec3 {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/**
 * CSS easing names (`linear`, `ease-in`, …), the Penner names (`in-out-cubic`, …), a cubic Bézier, a spring that
 * overshoots by `spring` (0 not at all, 1 wildly) and has settled at the end, or a number of equal steps.
 */
export type Ease =
  | string
  | { readonly bezier: readonly [number, number, number, number] }
  | { readonly spring: number }
  | { readonly steps: number };

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
  /** Where another thing, or a part of it, is at that time, moved by `offset`. */
  | {
      readonly kind: 'relative';
      readonly of: string;
      readonly part?: BoxPoint;
      readonly relation: Relation;
      readonly offset: Vec3;
    };

export type Relation = 'at' | 'above' | 'below' | 'left-of' | 'right-of' | 'inside' | 'in-front-of' | 'behind';

interface Declared {
  /** Unique among everything that is declared. */
  readonly id: string;
  /** The reading this belongs to; null: both. */
  readonly only: Mode | null;
  readonly span: Span;
}

interface Grouped extends Declared {
  /** The group it belongs to: its place is then said in the coordinates of that group at rest. */
  readonly group: string | null;
}

/**
 * Things that move, turn, grow and fade together. A member at `p` is seen at `position + R(rotation) · scale · (p − origin)`,
 * within the group's own group.
 */
export interface GroupDecl extends Grouped {
  readonly origin: Vec3;
  readonly at: Place;
  readonly scale: number;
  readonly rotation: number;
  readonly opacity: number;
}

export interface ActorDecl extends Grouped {
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

export interface TextDecl extends Grouped {
  /** `{}` in it stands for `value`, written with thousands separators. */
  readonly text: string;
  readonly value: number | null;
  /** Digits behind the point of `value`. */
  readonly decimals: number;
  /** Longest line in stage pixels, or null: only `\n` breaks lines. */
  readonly wrap: number | null;
  /** Colour of the plate behind it, or null. */
  readonly background: string | null;
  readonly at: Place;
  /** Font size in stage pixels. */
  readonly size: number;
  readonly color: string;
  readonly weight: 400 | 700 | 900;
  readonly align: 'left' | 'center' | 'right';
  readonly opacity: number;
}

export type ChartKind = 'curve' | 'area' | 'columns' | 'bars' | 'pie' | 'donut';

/** `points` ascend strictly in x. */
export interface ChartSeries {
  readonly name: string;
  readonly color: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}
/** One bar, column or slice. The slices of a pie add up to 100, bars lie within 0–100 where `unit` is `%`. */
export interface ChartPart {
  readonly name: string;
  readonly color: string;
  readonly value: number;
}

/** `series` for `curve` and `area`, `parts` for the others. */
export interface ChartDecl extends Grouped {
  readonly chart: ChartKind;
  /** Middle of its box. */
  readonly at: Place;
  readonly width: number;
  readonly height: number;
  readonly title: string | null;
  readonly x_axis: string | null;
  readonly y_axis: string | null;
  /** Behind every value: `%`, ` M€`, … */
  readonly unit: string;
  /** Colour of axes and writing. */
  readonly color: string;
  readonly opacity: number;
  /** How much of it has grown at the start, 0–1. */
  readonly progress: number;
  readonly series: readonly ChartSeries[];
  readonly parts: readonly ChartPart[];
}

/** Free drawing. Lengths in stage pixels; points are relative to `at`, which is the middle of the shape. */
export type Shape =
  | { readonly kind: 'ellipse'; readonly radius_x: number; readonly radius_y: number }
  | { readonly kind: 'rect'; readonly width: number; readonly height: number; readonly corner: number }
  | { readonly kind: 'line'; readonly points: readonly Vec3[]; readonly closed: boolean; readonly smooth: boolean }
  /** SVG path data (SVG 2, 9.3). */
  | { readonly kind: 'path'; readonly data: string };

export interface DrawingDecl extends Grouped {
  readonly shape: Shape;
  readonly at: Place;
  /** At least one of the two. */
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly stroke_width: number;
  readonly scale: number;
  readonly rotation: number;
  readonly opacity: number;
  /** How much of its outline is drawn at the start, 0–1. */
  readonly progress: number;
}

/** A picture or a glTF model from a file beside the script. */
export interface PictureDecl extends Grouped {
  readonly media: 'image' | 'model';
  /** Relative path as written, without `..`. */
  readonly source: string;
  readonly at: Place;
  /** Box it is fitted into. */
  readonly width: number;
  readonly height: number;
  readonly label: string | null;
  readonly scale: number;
  readonly rotation: number;
  readonly opacity: number;
}

/** What a viewer does to a playing scene. */
export type Trigger =
  | { readonly kind: 'click'; readonly target: string }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'signal'; readonly name: string };

/** A state machine. It begins in its first state, whose actions run at the start of the scene. */
export interface MachineDecl extends Declared {
  readonly states: readonly {
    readonly name: string;
    /** `start`s count from the entry into the state: `scene start` is that entry, and only actions of this state are waited for. */
    readonly actions: readonly Action[];
  }[];
  /** `from` null: from any state. */
  readonly transitions: readonly { readonly trigger: Trigger; readonly from: string | null; readonly to: string }[];
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

/** A place is for `position` (and the `focus` of the camera); colours are `#rrggbb`. */
export type PropertyValue = number | string | Place;

export type TransitionStyle = 'fade' | 'wipe' | 'iris';

/** What can happen. `duration_ms` 0 is at once. */
export type Deed =
  | {
      readonly kind: 'move';
      readonly target: string;
      readonly through: readonly Place[];
      /** `loop` is a closed spline back to where it began; `arc` bulges by `bend` pixels to the left of its way. */
      readonly curve: 'line' | 'spline' | 'loop' | 'arc';
      readonly bend: number;
      readonly duration_ms: number;
      readonly ease: Ease;
    }
  | {
      readonly kind: 'orbit';
      readonly target: string;
      readonly around: Place;
      /** Null: as far away as it is then. */
      readonly radius: number | null;
      /** Vertical radius as a share of the horizontal one. */
      readonly flatness: number;
      /** Degrees, clockwise; more than 360 is several times around. */
      readonly by: number;
      readonly duration_ms: number;
      readonly ease: Ease;
    }
  /** One property to one value. `property` is a member of `PROPERTIES`, `colors.SLOT` or `uniforms.NAME`. */
  | {
      readonly kind: 'change';
      readonly target: string;
      readonly property: string;
      readonly to: PropertyValue;
      readonly duration_ms: number;
      readonly ease: Ease;
    }
  | {
      readonly kind: 'keyframes';
      readonly target: string;
      readonly duration_ms: number;
      /** By property; stops ascend in `share` (0–1), each eased from the one before. */
      readonly tracks: readonly {
        readonly property: string;
        readonly stops: readonly { readonly share: number; readonly value: PropertyValue; readonly ease: Ease }[];
      }[];
    }
  | { readonly kind: 'sound'; readonly sound: string; readonly volume: number }
  /** The picture is covered in the first half of its duration and uncovered in the second. */
  | {
      readonly kind: 'transition';
      readonly style: TransitionStyle;
      readonly color: string;
      readonly duration_ms: number;
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
      /** The vessel that holds it: bubbles pop at the surface of its water. */
      readonly within: string | null;
      readonly duration_ms: number;
      readonly count: number;
      readonly color: string | null;
    }
  | {
      readonly kind: 'camera';
      readonly move: 'push-in' | 'pull-out' | 'pan' | 'follow' | 'orbit' | 'roll' | 'shake' | 'rack-focus' | 'reset';
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
  /** What the script pins it to, or null. */
  readonly quality: Quality | null;
  readonly actors: readonly ActorDecl[];
  readonly texts: readonly TextDecl[];
  readonly groups: readonly GroupDecl[];
  readonly charts: readonly ChartDecl[];
  readonly drawings: readonly DrawingDecl[];
  readonly pictures: readonly PictureDecl[];
  readonly machines: readonly MachineDecl[];
  readonly lights: readonly LightDecl[];
  readonly materials: readonly MaterialDecl[];
  readonly lines: readonly LineDecl[];
  readonly lyrics: readonly LyricsDecl[];
  readonly beats: readonly BeatDecl[];
  readonly actions: readonly Action[];
}
