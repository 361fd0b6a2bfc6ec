/** Something that draws scenario D on a canvas of its own, in the page of the frame benches. */
export interface DrawingSide {
  /** Draws the moment, in seconds, and comes back when the picture is finished. */
  draw(seconds: number): void;
  dispose(): void;
}

export type MakeSide = (canvas: HTMLCanvasElement, timeline: unknown) => Promise<DrawingSide>;

/** A draw call returns before its picture is there; reading a pixel waits for it. */
export function finish(gl: WebGL2RenderingContext | WebGLRenderingContext): void {
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}

/** A context is made once: `attributes` hold where nobody asked before. */
export function contextOf(canvas: HTMLCanvasElement, attributes?: WebGLContextAttributes): WebGL2RenderingContext {
  const gl = canvas.getContext('webgl2', attributes);
  if (!gl) throw new Error('This browser has no WebGL 2; the frame benches need it.');
  return gl;
}
