import { Geometry, type OGLRenderingContext, type Program } from 'ogl';
import { firstUsable } from './programs.ts';

const VERTEX = /* glsl */ `#version 300 es
in vec2 position;
uniform vec4 box;
out vec2 place;
void main() {
  vec2 corner = mix(box.xy, box.zw, position);
  place = vec2(corner.x, corner.y);
  gl_Position = vec4(corner.x * 2.0 - 1.0, 1.0 - corner.y * 2.0, 0.0, 1.0);
}`;

export type Uniforms = Record<string, { value: unknown }>;

/**
 * A fragment shader over a box of the picture; `place` runs 0–1 over the whole picture, y down. Where the
 * driver refuses it, the `plain` one takes its place, and without one it draws nothing.
 */
export class FullPass {
  readonly uniforms: Uniforms;
  readonly #geometry: Geometry;
  readonly #program: Program | null;
  readonly #mode: number;

  constructor(gl: OGLRenderingContext, fragment: string, uniforms: Uniforms, blended: boolean, plain?: string) {
    this.uniforms = { ...uniforms, box: { value: [0, 0, 1, 1] } };
    this.#geometry = new Geometry(gl, { position: { data: new Float32Array([0, 0, 0, 1, 1, 0, 1, 1]), size: 2 } });
    const shaders = [fragment, ...(plain === undefined ? [] : [plain])].map((each) => ({
      vertex: VERTEX,
      fragment: each,
      uniforms: this.uniforms,
      transparent: blended,
      depthTest: false,
      depthWrite: false,
      cullFace: false as const,
    }));
    this.#program = firstUsable(gl, ...shaders);
    if (blended) this.#program?.setBlendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    this.#mode = gl.TRIANGLE_STRIP;
  }

  /** `box`: left, top, right, bottom as shares of the picture. */
  draw(values: Record<string, unknown>, box: readonly number[] = [0, 0, 1, 1]): void {
    if (!this.#program) return;
    for (const [name, value] of Object.entries({ ...values, box })) this.uniforms[name] = { value };
    this.#program.use();
    this.#geometry.draw({ program: this.#program, mode: this.#mode });
  }

  dispose(): void {
    this.#geometry.remove();
    this.#program?.remove();
  }
}
