import { Geometry, type OGLRenderingContext, Program } from 'ogl';

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

/** A fragment shader over a box of the picture; `place` runs 0–1 over the whole picture, y down. */
export class FullPass {
  readonly uniforms: Uniforms;
  readonly #geometry: Geometry;
  readonly #program: Program;
  readonly #mode: number;

  constructor(gl: OGLRenderingContext, fragment: string, uniforms: Uniforms, blended: boolean) {
    this.uniforms = { ...uniforms, box: { value: [0, 0, 1, 1] } };
    this.#geometry = new Geometry(gl, { position: { data: new Float32Array([0, 0, 0, 1, 1, 0, 1, 1]), size: 2 } });
    this.#program = new Program(gl, {
      vertex: VERTEX,
      fragment,
      uniforms: this.uniforms,
      transparent: blended,
      depthTest: false,
      depthWrite: false,
      cullFace: false,
    });
    if (blended) this.#program.setBlendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    this.#mode = gl.TRIANGLE_STRIP;
  }

  /** `box`: left, top, right, bottom as shares of the picture. */
  draw(values: Record<string, unknown>, box: readonly number[] = [0, 0, 1, 1]): void {
    for (const [name, value] of Object.entries({ ...values, box })) this.uniforms[name] = { value };
    this.#program.use();
    this.#geometry.draw({ program: this.#program, mode: this.#mode });
  }

  dispose(): void {
    this.#geometry.remove();
    this.#program.remove();
  }
}
