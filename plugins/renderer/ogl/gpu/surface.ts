import { type OGLRenderingContext, Renderer, RenderTarget } from 'ogl';
import { watchRefusals } from './programs.ts';

/** What is drawn apart before it comes into the picture. */
export type Layer = 'figures' | 'single' | 'behind' | 'backdrop';

/** The backdrop's size as a share of the picture's. */
const BACKDROP = 0.4;

const part = (pixels: number, share: number): number => Math.max(1, Math.ceil(pixels * share));

/** The canvas as OGL's renderer, the stage's rectangle in it, and the layers that are drawn apart. */
export class Surface {
  readonly gl: OGLRenderingContext;
  readonly renderer: Renderer;
  /** Why the driver refused shaders of ours; what they were for is drawn plain, or left out. */
  readonly refusals: ReadonlySet<string>;
  readonly #layers: Readonly<Record<Layer, RenderTarget>>;
  #left = 0;
  #top = 0;
  width = 1;
  height = 1;

  constructor(canvas: HTMLCanvasElement, width: number, height: number) {
    const { width: styleWidth, height: styleHeight } = canvas.style;
    this.renderer = new Renderer({
      canvas,
      width,
      height,
      dpr: 1,
      alpha: false,
      depth: false,
      antialias: false,
      premultipliedAlpha: true,
      preserveDrawingBuffer: true,
      autoClear: false,
    });
    this.gl = this.renderer.gl;
    this.refusals = watchRefusals(this.gl);
    // OGL writes the size into the style as well; how large the canvas is shown is its page's business.
    Object.assign(canvas.style, { width: styleWidth, height: styleHeight });
    const target = (share: number): RenderTarget =>
      new RenderTarget(this.gl, { width: part(width, share), height: part(height, share), depth: false });
    this.#layers = { figures: target(1), single: target(1), behind: target(1), backdrop: target(BACKDROP) };
  }

  textureOf(layer: Layer): RenderTarget['texture'] {
    return this.#layers[layer].texture;
  }

  resize(width: number, height: number): void {
    this.gl.canvas.width = width;
    this.gl.canvas.height = height;
    this.#layers.figures.setSize(width, height);
    this.#layers.single.setSize(width, height);
    this.#layers.behind.setSize(width, height);
    this.#layers.backdrop.setSize(part(width, BACKDROP), part(height, BACKDROP));
  }

  /** Fits the stage into the canvas, clears the rest, and returns device pixels per stage pixel. */
  fit(stage: { readonly width: number; readonly height: number }): number {
    const { canvas } = this.gl;
    const scale = Math.min(canvas.width / stage.width, canvas.height / stage.height);
    this.width = Math.max(1, Math.round(stage.width * scale));
    this.height = Math.max(1, Math.round(stage.height * scale));
    this.#left = Math.floor((canvas.width - this.width) / 2);
    this.#top = Math.floor((canvas.height - this.height) / 2);
    this.toScreen();
    this.gl.disable(this.gl.SCISSOR_TEST);
    this.gl.clearColor(0, 0, 0, 1);
    this.gl.clear(this.gl.COLOR_BUFFER_BIT);
    this.gl.enable(this.gl.SCISSOR_TEST);
    this.toScreen();
    return scale;
  }

  toScreen(): void {
    this.renderer.bindFramebuffer();
    this.gl.viewport(this.#left, this.#top, this.width, this.height);
    this.gl.scissor(this.#left, this.#top, this.width, this.height);
  }

  /** Draws into another picture of the same size from here on, in the box (device pixels, y down), emptied before. */
  toLayer(layer: 'figures' | 'single', box: readonly [left: number, top: number, right: number, bottom: number]): void {
    this.renderer.bindFramebuffer({ buffer: this.#layers[layer].buffer });
    this.gl.viewport(0, 0, this.width, this.height);
    this.clip(box);
    this.gl.clearColor(0, 0, 0, 0);
    this.gl.clear(this.gl.COLOR_BUFFER_BIT);
  }

  /** Confines drawing to the box of a layer; it may reach beyond the picture. */
  clip([left, top, right, bottom]: readonly [number, number, number, number]): void {
    this.gl.scissor(left, this.height - bottom, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  /** Copies what is in the picture so far, in the box (device pixels, y down), for what is seen through glass. */
  copyBehind([left, top, right, bottom]: readonly [number, number, number, number]): void {
    const { gl } = this;
    this.toScreen();
    const [low, high] = [this.height - bottom, this.height - top];
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, this.#layers.behind.buffer);
    gl.scissor(left, low, Math.max(0, right - left), Math.max(0, high - low));
    gl.blitFramebuffer(
      left + this.#left,
      low + this.#top,
      right + this.#left,
      high + this.#top,
      left,
      low,
      right,
      high,
      gl.COLOR_BUFFER_BIT,
      gl.NEAREST,
    );
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    this.toScreen();
  }

  /** Draws into the backdrop, which is smaller, for what is soft anyway. Returns its share of the texture, x and y. */
  toBackdrop(): readonly [number, number] {
    const { buffer, width, height } = this.#layers.backdrop;
    this.renderer.bindFramebuffer({ buffer });
    const [across, down] = [part(this.width, BACKDROP), part(this.height, BACKDROP)];
    this.gl.viewport(0, 0, across, down);
    this.gl.scissor(0, 0, across, down);
    return [across / width, down / height];
  }

  dispose(): void {
    for (const { buffer, texture } of Object.values(this.#layers)) {
      this.gl.deleteFramebuffer(buffer);
      this.gl.deleteTexture(texture.texture);
    }
  }
}
