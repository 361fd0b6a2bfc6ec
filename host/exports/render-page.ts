/** What the studio's page render.html offers to whoever drives it, as far as the host asks for it. */
export interface RenderPage {
  prepare(timeline: unknown, options: unknown): Promise<void>;
  stats(): { readonly warnings: readonly { readonly code: string; readonly message: string }[] };
  /** Puts the picture of that time (ms) on the shelf under that name. */
  still(ms: number, type: string, name: string): Promise<void>;
  /** Draws and encodes a stretch of a film and puts it under that name. */
  segment(format: string, wish: FramesWish, name: string): Promise<void>;
  /** Joins stretches and sound to a film and puts it under that name. */
  film(wish: JoinWish, name: string): Promise<void>;
  gif(wish: FramesWish, name: string): Promise<void>;
}

/** A stretch of a scene as frames: `count` of them from the film's frame `first` on. */
export interface FramesWish {
  readonly fps: number;
  readonly from_ms: number;
  readonly first: number;
  readonly count: number;
}

export interface JoinWish {
  readonly format: string;
  readonly fps: number;
  /** Names of the stretches, in order. */
  readonly segments: readonly string[];
  /** Null for a silent film. Recordings by name. */
  readonly sound: {
    readonly spoken: readonly { readonly name: string; readonly start_ms: number }[];
    readonly effects: readonly { readonly sound: string; readonly volume: number; readonly start_ms: number }[];
    readonly from_ms: number;
    readonly to_ms: number;
  } | null;
}
