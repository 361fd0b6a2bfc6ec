import { type OGLRenderingContext, Renderer, RenderTarget } from 'ogl';

const half = (pixels: number): number => Math.max(1, Math.ceil(pixels / 2));

/** The canvas as OGL's renderer, the stage's rectangle in it, and a second picture of the same size to compose figures in. */
export class Surface {
  readonly gl: OGLRenderingContext;
  readonly renderer: Renderer;
  readonly #scratch: RenderTarget;
  readonly #backdrop: RenderTarget;
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
    // OGL writes the size into the style as well; how large the canvas is shown is its page's business.
    Object.assign(canvas.style, { width: styleWidth, height: styleHeight });
    this.#scratch = new RenderTarget(this.gl, { width, height, depth: false });
    this.#backdrop = new RenderTarget(this.gl, { width: half(width), height: half(height), depth: false });
  }

  get scratch(): RenderTarget['texture'] {
    return this.#scratch.texture;
  }

  resize(width: number, height: number): void {
    this.gl.canvas.width = width;
    this.gl.canvas.height = height;
    this.#scratch.setSize(width, height);
    this.#backdrop.setSize(half(width), half(height));
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

  /** Draws into the second picture from here on, in the box (device pixels, y down), emptied before; it may reach beyond the picture. */
  toScratch(left: number, top: number, right: number, bottom: number): void {
    this.renderer.bindFramebuffer({ buffer: this.#scratch.buffer });
    this.gl.viewport(0, 0, this.width, this.height);
    this.gl.scissor(left, this.height - bottom, Math.max(0, right - left), Math.max(0, bottom - top));
    this.gl.clearColor(0, 0, 0, 0);
    this.gl.clear(this.gl.COLOR_BUFFER_BIT);
  }

  /** Draws at half the size, for what is soft anyway; `spread` then stretches it over the picture. */
  toBackdrop(): void {
    this.renderer.bindFramebuffer({ buffer: this.#backdrop.buffer });
    this.gl.viewport(0, 0, half(this.width), half(this.height));
    this.gl.scissor(0, 0, half(this.width), half(this.height));
  }

  /** `share`: how much of the picture's height, from the top, is wanted. */
  spread(share: number): void {
    const { gl } = this;
    this.toScreen();
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, this.#backdrop.buffer);
    const fromBottom = Math.floor(half(this.height) * (1 - share));
    const bottom = this.#top + this.height * (fromBottom / half(this.height));
    gl.blitFramebuffer(
      0,
      fromBottom,
      half(this.width),
      half(this.height),
      this.#left,
      Math.round(bottom),
      this.#left + this.width,
      this.#top + this.height,
      gl.COLOR_BUFFER_BIT,
      gl.LINEAR,
    );
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
  }

  dispose(): void {
    this.gl.deleteFramebuffer(this.#backdrop.buffer);
    this.gl.deleteTexture(this.#backdrop.texture.texture);
    this.gl.deleteFramebuffer(this.#scratch.buffer);
    this.gl.deleteTexture(this.#scratch.texture.texture);
  }
}
