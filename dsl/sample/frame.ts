/**
 * The frame: the scene at one time, ready to draw. Everything a picture depends on is in it, so a renderer needs no
 * clock, no chance and no memory: `draw(frame)` twice is the same picture. All lengths are stage pixels (x right,
 * y down, z towards the viewer, 0 in the plane of the stage), angles degrees clockwise, colours `#rrggbb`,
 * shares 0–1.
 *
 * 3D renderers map stage pixels to world units as `x = (px − width / 2) / 100`, `y = (height / 2 − py) / 100`,
 * `z = pz / 100`. With the camera at rest the plane z = 0 then fills the picture exactly, so both readings agree.
 */
import type { Mode, Vec3 } from '../check/model.ts';
import type { AlignmentQuality } from '../plan/timeline.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface FramePlaced {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly scale: number;
  readonly rotation: number;
  readonly opacity: number;
  /** As seen in the picture, through the camera. */
  readonly bounds: Bounds;
  /** Offset into the script of the statement that made it. */
  readonly origin: number;
}

export interface FrameActor extends FramePlaced {
  readonly role: 'actor';
  readonly kind: string;
  readonly label: string | null;
  /** Size at scale 1; (x, y) is the middle of this box. */
  readonly width: number;
  readonly height: number;
  readonly facing: -1 | 1;
  /** Every colour slot of the kind, filled. */
  readonly colors: Readonly<Record<string, string>>;
  readonly material: FrameMaterial | null;
  readonly pose: Pose;
}

/** How a thing holds itself; what a kind has no use for it ignores. */
export interface Pose {
  readonly animation: string;
  /** Seconds since that animation began: drives tails, blinking, swaying. */
  readonly clock: number;
  /** Velocity in stage pixels a second. */
  readonly vx: number;
  readonly vy: number;
  /** Pixels travelled so far: drives the gait, so that feet do not slide. */
  readonly travelled: number;
  /** 0 standing, 1 in full flight: legs tuck, ears fly. */
  readonly airborne: number;
  /** −1 looks to the left, 1 to the right, in between while it turns around: changes smoothly. */
  readonly heading: number;
}

export interface FrameMaterial {
  readonly id: string;
  readonly recipe: string;
  readonly uniforms: Readonly<Record<string, number>>;
}

export interface FrameText extends FramePlaced {
  readonly role: 'text';
  readonly kind: 'text';
  /** Everything there is to write. `lines` is what is seen of it now. */
  readonly text: string;
  /** Broken into lines, each with its middle-line offset from `y` in pixels at scale 1. */
  readonly lines: readonly { readonly text: string; readonly y: number; readonly width: number }[];
  /** A rounded plate behind it, at scale 1 around the middle of the text, or null. */
  readonly background: { readonly color: string; readonly width: number; readonly height: number } | null;
  readonly size: number;
  readonly color: string;
  readonly weight: 400 | 700 | 900;
  readonly align: 'left' | 'center' | 'right';
}

/**
 * Something drawn, flat, in pixels at scale 1 around (x, y) of the entity, y down. In 3D a mark lies in the plane of its
 * entity, `depth` pixels thick (0: a sheet), `z` in front of it.
 */
export type Mark =
  | {
      readonly kind: 'shape';
      /** x, y, x, y, …: already as long as it is drawn now. */
      readonly points: readonly number[];
      readonly closed: boolean;
      readonly fill: string | null;
      readonly stroke: string | null;
      readonly stroke_width: number;
      readonly opacity: number;
      readonly depth: number;
      readonly z: number;
    }
  | {
      readonly kind: 'label';
      readonly text: string;
      /** The middle of its left end, its middle or the middle of its right end, by `align`. */
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly size: number;
      readonly weight: 400 | 700 | 900;
      readonly align: 'left' | 'center' | 'right';
      readonly color: string;
      readonly opacity: number;
      readonly rotation: number;
      readonly z: number;
    };

/** A free drawing or a chart: marks from back to front. */
export interface FrameDrawing extends FramePlaced {
  readonly role: 'drawing' | 'chart';
  /** `ellipse`, `rect`, `line`, `path`, or the kind of the chart. */
  readonly kind: string;
  readonly width: number;
  readonly height: number;
  readonly progress: number;
  readonly marks: readonly Mark[];
}

/** An image or a glTF model, to be fitted into its box. */
export interface FramePicture extends FramePlaced {
  readonly role: 'picture';
  readonly kind: 'image' | 'model';
  readonly source: string;
  readonly width: number;
  readonly height: number;
  readonly label: string | null;
}

export type FrameEntity = FrameActor | FrameText | FrameDrawing | FramePicture;

export interface FrameWord {
  readonly line: string;
  readonly index: number;
  readonly text: string;
  readonly start_ms: number;
  readonly end_ms: number;
  /** Being spoken now. */
  readonly active: boolean;
}

/** A written line. Words and ball are laid out on the picture, over the scene: the camera does not move them. */
export interface FrameLyrics {
  readonly id: string;
  readonly line: string;
  readonly opacity: number;
  readonly size: number;
  readonly color: string;
  readonly highlight: string;
  /** `x`, `y` are the left end of the baseline. */
  readonly words: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly opacity: number;
    /** 0 not yet sung, 1 sung. */
    readonly sung: number;
    readonly active: boolean;
  }[];
  /** Centre of the ball; it touches word `touching` in this frame, or none (−1). `squash` 0 round, 1 flat. */
  readonly ball: {
    readonly x: number;
    readonly y: number;
    readonly radius: number;
    readonly squash: number;
    readonly touching: number;
    readonly opacity: number;
  } | null;
}

export interface FrameCaption {
  readonly line: string;
  readonly text: string;
  readonly quality: AlignmentQuality;
}

export interface FrameEnvironment {
  /** The preset blended to. */
  readonly preset: string;
  /** What stands around: `meadow`, `space`, `sea`, `city`, `studio`, … While one blends into another, `scenery_from` fades out. */
  readonly scenery: string;
  readonly scenery_from: string;
  /** 0–1: how far the blend has come. */
  readonly blend: number;
  readonly sky_top: string;
  readonly sky_bottom: string;
  /** Relative luminance of the sky's mean colour (WCAG 2). */
  readonly sky_luminance: number;
  readonly ground_near: string;
  readonly ground_far: string;
  /** y of the horizon in stage pixels when the camera rests. */
  readonly horizon: number;
  readonly stars: number;
  readonly fog: number;
  readonly fog_color: string;
  readonly ambient_color: string;
  readonly ambient: number;
  /** The key light: where it comes from (unit vector, stage axes) and how strong. */
  readonly key_color: string;
  readonly key: number;
  readonly key_direction: Vec3;
  /** Cast shadows: pixels to the right for each pixel of height (grows as the light sinks), and how dark, 0–1. */
  readonly shadow_slope: number;
  readonly shadow: number;
  /** Seconds since the start: drives grass, clouds, twinkling. */
  readonly clock: number;
}

export interface FrameCamera {
  /** 2D: this point is in the middle of the picture, magnified by `zoom`. */
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly roll: number;
  /** 3D: where the eye is and what it looks at, stage pixels; vertical field of view in degrees. */
  readonly position: Vec3;
  readonly target: Vec3;
  readonly fov: number;
  /** What is in focus, in 3D: null is sharp everywhere. */
  readonly lens: FrameLens | null;
}

/** Depth of field, while the focus goes from one thing to another. */
export interface FrameLens {
  readonly from: FrameFocus;
  readonly to: FrameFocus;
  /** 0 what `from` names is sharp, 1 what `to` names. */
  readonly share: number;
  /** 0 nothing blurs, 1 what is twice as far as the focus blurs by a fiftieth of the picture's height. */
  readonly blur: number;
}

/** Where it is sharp, stage pixels; `of` is the thing there, for renderers that set things further back. */
export interface FrameFocus {
  readonly of: string | null;
  readonly point: Vec3;
}

export interface FrameLight {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly color: string;
  readonly intensity: number;
  /** The actor it shines from, which must not shadow it. */
  readonly source: string | null;
}

export interface FrameParticle {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Diameter. */
  readonly size: number;
  readonly rotation: number;
  readonly opacity: number;
  readonly color: string;
}

export interface FrameFx {
  readonly id: string;
  /** A key of `EFFECTS`. */
  readonly kind: string;
  readonly particles: readonly FrameParticle[];
  /** Light that plays over a surface (`caustics`, `shimmer`) instead of particles, or null. */
  readonly field: {
    /** Middle and size of the area. */
    readonly x: number;
    readonly y: number;
    readonly z: number;
    readonly width: number;
    readonly height: number;
    readonly strength: number;
    readonly scale: number;
    /** Runs on evenly with time. */
    readonly phase: number;
    readonly color: string;
  } | null;
}

/** The cover of a change of scene. `share` 0 open, 1 the whole picture covered; `opening` in its second half. */
export interface FrameCurtain {
  readonly style: 'fade' | 'wipe' | 'iris';
  readonly color: string;
  readonly share: number;
  readonly opening: boolean;
}

export interface Frame {
  readonly version: 'frame/1';
  readonly at_ms: number;
  readonly duration_ms: number;
  readonly mode: Mode;
  readonly seed: number;
  readonly stage: { readonly width: number; readonly height: number };
  readonly environment: FrameEnvironment;
  readonly camera: FrameCamera;
  readonly lights: readonly FrameLight[];
  /** Back to front. */
  readonly entities: readonly FrameEntity[];
  readonly fx: readonly FrameFx[];
  readonly lyrics: readonly FrameLyrics[];
  readonly words: readonly FrameWord[];
  readonly caption: FrameCaption | null;
  readonly curtain: FrameCurtain | null;
}
