import { type OGLRenderingContext, Texture } from 'ogl';

export interface Raster<T> {
  readonly texture: Texture;
  /** What its maker knows about it: where the pieces lie. */
  readonly plan: T;
  readonly bytes: number;
}

export interface Drawing<T> {
  readonly canvas: HTMLCanvasElement;
  readonly plan: T;
  readonly repeat?: 'x' | 'both';
  readonly mipmaps?: boolean;
}

/** What was drawn with Canvas2D and sent to the GPU, by name; the least used go first when the budget is spent. */
export class TextureCache {
  readonly #gl: OGLRenderingContext;
  readonly #budget: number;
  readonly #rasters = new Map<string, Raster<unknown>>();
  readonly #pinned = new Set<string>();
  #bytes = 0;

  constructor(gl: OGLRenderingContext, budget: number) {
    this.#gl = gl;
    this.#budget = budget;
  }

  get count(): number {
    return this.#rasters.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** `key` names everything that `make` depends on; so whoever asks for a key gets the type that its maker gave. */
  get<T>(key: string, make: () => Drawing<T>): Raster<T> {
    this.#pinned.add(key);
    const known = this.#rasters.get(key) as Raster<T> | undefined;
    if (known) {
      this.#rasters.delete(key);
      this.#rasters.set(key, known);
      return known;
    }
    const drawing = make();
    const gl = this.#gl;
    const mipmaps = drawing.mipmaps ?? false;
    const texture = new Texture(gl, {
      image: drawing.canvas,
      generateMipmaps: mipmaps,
      minFilter: mipmaps ? gl.LINEAR_MIPMAP_LINEAR : gl.LINEAR,
      magFilter: gl.LINEAR,
      wrapS: drawing.repeat ? gl.REPEAT : gl.CLAMP_TO_EDGE,
      wrapT: drawing.repeat === 'both' ? gl.REPEAT : gl.CLAMP_TO_EDGE,
      premultiplyAlpha: true,
      flipY: false,
    });
    texture.update();
    const raster = { texture, plan: drawing.plan, bytes: drawing.canvas.width * drawing.canvas.height * 4 };
    this.#rasters.set(key, raster);
    this.#bytes += raster.bytes;
    return raster;
  }

  /** Between pictures: frees the least used beyond the budget, but nothing that the last picture needed. */
  trim(): void {
    for (const [key, raster] of this.#rasters) {
      if (this.#bytes <= this.#budget) break;
      if (this.#pinned.has(key)) continue;
      this.#gl.deleteTexture(raster.texture.texture);
      this.#rasters.delete(key);
      this.#bytes -= raster.bytes;
    }
    this.#pinned.clear();
  }

  dispose(): void {
    for (const raster of this.#rasters.values()) this.#gl.deleteTexture(raster.texture.texture);
    this.#rasters.clear();
    this.#pinned.clear();
    this.#bytes = 0;
  }
}
