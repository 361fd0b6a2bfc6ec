import type { Frame, Mode } from '../../dsl/index.ts';
import type { Warning } from './plugin.ts';

export interface RendererOptions {
  /** Size of the drawing buffer in device pixels; the stage is fitted into it, letter-boxed. */
  readonly width: number;
  readonly height: number;
  /** 1 draws as well as it can; 0 as fast as it can. */
  readonly quality: number;
  /** What is going to be drawn, as a timeline's `needs` says it: a renderer may fetch only that at first. All, if missing. */
  readonly needs?: readonly string[];
  /**
   * The bytes of an image or a model, by the path that the script names. Rejects with an error whose message says why;
   * without it nothing but the scene itself can be drawn.
   */
  readonly fetchFile?: (path: string) => Promise<Blob>;
}

export interface RendererStats {
  readonly draw_calls: number;
  readonly triangles: number;
  readonly textures: number;
  /** Bytes of texture memory, as far as the renderer knows. */
  readonly texture_bytes: number;
  /** What could not be honoured, by reason; empty when all was. */
  readonly warnings: readonly Warning[];
}

/**
 * Draws frames into one canvas. `draw` is pure: what is on the canvas afterwards depends on the frame and the size
 * alone; drawing 10, 3, 10 leaves the picture of 10, and drawing a frame twice changes no pixel.
 */
export interface Renderer {
  draw(frame: Frame): void;
  resize(width: number, height: number): void;
  /**
   * Resolves when everything that the last frame shows has come, or failed and is warned about, and is on the canvas.
   * A renderer that fetches nothing while it draws may leave it out.
   */
  settle?(): Promise<void>;
  stats(): RendererStats;
  dispose(): void;
}

export interface RendererPlugin {
  readonly contract: 'renderer/1';
  readonly mode: Mode | 'any';
  /** Resolves when fonts and shaders are there, so that the first `draw` is complete. */
  create(canvas: HTMLCanvasElement, options: RendererOptions): Promise<Renderer>;
}
