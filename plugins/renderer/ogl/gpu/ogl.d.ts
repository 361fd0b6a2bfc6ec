/**
 * The part of OGL 1 that is used here. Its own declarations import each other without file endings, which
 * TypeScript does not follow under `NodeNext`.
 */
declare module 'ogl' {
  export type OGLRenderingContext = WebGL2RenderingContext & {
    readonly renderer: Renderer;
    readonly canvas: HTMLCanvasElement;
  };

  export class Renderer {
    constructor(options: {
      canvas: HTMLCanvasElement;
      width: number;
      height: number;
      dpr: number;
      alpha: boolean;
      depth: boolean;
      antialias: boolean;
      premultipliedAlpha: boolean;
      preserveDrawingBuffer: boolean;
      autoClear: boolean;
    });
    readonly gl: OGLRenderingContext;
    readonly isWebgl2: boolean;
    readonly state: { boundBuffer: WebGLBuffer | null };
    bindFramebuffer(target?: { buffer: WebGLFramebuffer | null }): void;
  }

  export interface Attribute {
    data: Float32Array | Uint16Array | Uint32Array;
    needsUpdate?: boolean;
    size: number;
    buffer?: WebGLBuffer;
    stride?: number;
    offset?: number;
    count?: number;
  }

  export class Geometry {
    constructor(gl: OGLRenderingContext, attributes: Record<string, Attribute>);
    readonly attributes: Record<string, Attribute>;
    draw(options: { program: Program; mode?: number }): void;
    setDrawRange(start: number, count: number): void;
    remove(): void;
  }

  export class Program {
    readonly program: WebGLProgram;
    constructor(
      gl: OGLRenderingContext,
      options: {
        vertex: string;
        fragment: string;
        uniforms: Record<string, { value: unknown }>;
        transparent: boolean;
        depthTest: boolean;
        depthWrite: boolean;
        cullFace: false;
      },
    );
    use(): void;
    setBlendFunc(src: number, dst: number): void;
    remove(): void;
  }

  export class Texture {
    constructor(
      gl: OGLRenderingContext,
      options: {
        image: HTMLCanvasElement | ImageBitmap;
        generateMipmaps: boolean;
        minFilter: number;
        magFilter: number;
        wrapS: number;
        wrapT: number;
        premultiplyAlpha: boolean;
        flipY: boolean;
      },
    );
    readonly texture: WebGLTexture;
    update(textureUnit?: number): void;
  }

  export class RenderTarget {
    constructor(gl: OGLRenderingContext, options: { width: number; height: number; depth: boolean });
    readonly texture: Texture;
    readonly buffer: WebGLFramebuffer;
    readonly width: number;
    readonly height: number;
    setSize(width: number, height: number): void;
  }
}
