import { Geometry, type OGLRenderingContext, type Program, type Texture } from 'ogl';
import type { Affine } from '../paint/affine.ts';
import { BLACK, type Rgb, WHITE } from '../paint/colour.ts';
import { firstUsable } from './programs.ts';

const VERTEX = /* glsl */ `#version 300 es
in vec2 position;
in vec2 uv;
in vec4 tint;
in vec4 ink;
uniform vec2 size;
out vec2 vUv;
flat out vec4 vTint;
flat out vec4 vInk;
void main() {
  vUv = uv;
  vTint = tint;
  vInk = ink;
  vec2 clip = position / size * 2.0 - 1.0;
  gl_Position = vec4(clip.x, -clip.y, 0.0, 1.0);
}`;

/** Premultiplied: texture · tint + coverage · ink, so that one grey mask can be any two-coloured gradient. */
const FRAGMENT = /* glsl */ `#version 300 es
precision highp float;
in vec2 vUv;
flat in vec4 vTint;
flat in vec4 vInk;
uniform sampler2D map;
out vec4 colour;
void main() {
  vec4 texel = texture(map, vUv);
  vec3 mixed = texel.rgb * vTint.rgb + texel.a * vInk.rgb;
  colour = vec4(max(mixed, 0.0), texel.a * (1.0 - vInk.a)) * vTint.a;
}`;

/** A piece of a texture in texture coordinates, 0–1 with v down. */
export interface Region {
  readonly u0: number;
  readonly v0: number;
  readonly u1: number;
  readonly v1: number;
}

export const WHOLE: Region = { u0: 0, v0: 0, u1: 1, v1: 1 };

/** How a quad is coloured: `texel · tint + coverage · ink`, faded by `opacity`; `glow` 1 adds light, 0 covers. */
export interface Colouring {
  readonly tint?: Rgb;
  readonly ink?: Rgb;
  readonly opacity?: number;
  readonly glow?: number;
}

type Command =
  | { readonly kind: 'quads'; readonly texture: Texture; readonly start: number; count: number }
  | { readonly kind: 'pass'; readonly run: () => void };

const CAPACITY = 8192;
const FLOATS = 12;

/**
 * Collects a picture as a list: textured quads, and passes of other programs between them. `play` uploads all
 * vertices at once and runs the list in order. Positions are device pixels from the upper left of the picture.
 */
export class Quads {
  readonly #gl: OGLRenderingContext;
  readonly #data = new Float32Array(CAPACITY * 4 * FLOATS);
  readonly #geometry: Geometry;
  readonly #program: Program | null;
  readonly #map: { value: Texture | null } = { value: null };
  readonly #size = { value: [1, 1] };
  #commands: Command[] = [];
  #count = 0;
  drawCalls = 0;
  triangles = 0;

  constructor(gl: OGLRenderingContext) {
    this.#gl = gl;
    const index = new Uint16Array(CAPACITY * 6);
    for (let quad = 0; quad < CAPACITY; quad++) {
      index.set(
        [0, 1, 2, 2, 1, 3].map((corner) => quad * 4 + corner),
        quad * 6,
      );
    }
    const buffer = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, this.#data.byteLength, gl.DYNAMIC_DRAW);
    gl.renderer.state.boundBuffer = buffer;
    const attribute = (size: number, offset: number) => ({
      data: this.#data,
      buffer,
      size,
      stride: FLOATS * 4,
      offset: offset * 4,
      count: CAPACITY * 4,
    });
    this.#geometry = new Geometry(gl, {
      position: attribute(2, 0),
      uv: attribute(2, 2),
      tint: attribute(4, 4),
      ink: attribute(4, 8),
      index: { data: index, size: 1 },
    });
    this.#program = firstUsable(gl, {
      vertex: VERTEX,
      fragment: FRAGMENT,
      uniforms: { map: this.#map, size: this.#size },
      transparent: true,
      depthTest: false,
      depthWrite: false,
      cullFace: false,
    });
    this.#program?.setBlendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  /** The drawing buffer, which textures that are drawn into share their size with. */
  get canvas(): { readonly width: number; readonly height: number } {
    return this.#gl.canvas;
  }

  begin(width: number, height: number): void {
    this.#size.value = [width, height];
    this.#commands = [];
    this.#count = 0;
    this.drawCalls = 0;
    this.triangles = 0;
  }

  /** The corners of `region` at the box (x, y, width, height) seen through `m`. */
  box(
    texture: Texture,
    region: Region,
    m: Affine,
    box: readonly [x: number, y: number, width: number, height: number],
    colouring: Colouring = {},
  ): void {
    const [x, y, width, height] = box;
    const left = m[0] * x + m[4];
    const right = m[0] * (x + width) + m[4];
    const leftDown = m[1] * x + m[5];
    const rightDown = m[1] * (x + width) + m[5];
    const top = m[2] * y;
    const bottom = m[2] * (y + height);
    const topDown = m[3] * y;
    const bottomDown = m[3] * (y + height);
    this.corners(
      texture,
      region,
      [left + top, leftDown + topDown, right + top, rightDown + topDown],
      [left + bottom, leftDown + bottomDown, right + bottom, rightDown + bottomDown],
      colouring,
    );
  }

  /** A quad by its upper and its lower edge, each as x, y of the left end and x, y of the right end. */
  corners(
    texture: Texture,
    region: Region,
    upper: readonly [number, number, number, number],
    lower: readonly [number, number, number, number],
    colouring: Colouring = {},
  ): void {
    if (this.#count === CAPACITY) this.play();
    const { tint = WHITE, ink = BLACK, opacity = 1, glow = 0 } = colouring;
    const shade = [tint[0], tint[1], tint[2], opacity, ink[0], ink[1], ink[2], glow];
    const start = this.#count * 4 * FLOATS;
    const put = (corner: number, x: number, y: number, u: number, v: number): void => {
      const at = start + corner * FLOATS;
      this.#data[at] = x;
      this.#data[at + 1] = y;
      this.#data[at + 2] = u;
      this.#data[at + 3] = v;
      this.#data.set(shade, at + 4);
    };
    put(0, upper[0], upper[1], region.u0, region.v0);
    put(1, upper[2], upper[3], region.u1, region.v0);
    put(2, lower[0], lower[1], region.u0, region.v1);
    put(3, lower[2], lower[3], region.u1, region.v1);
    const last = this.#commands.at(-1);
    if (last?.kind === 'quads' && last.texture === texture) last.count++;
    else this.#commands.push({ kind: 'quads', texture, start: this.#count, count: 1 });
    this.#count++;
  }

  /** Runs between the quads before and after it. */
  pass(run: () => void): void {
    this.#commands.push({ kind: 'pass', run });
  }

  play(): void {
    const gl = this.#gl;
    const position = this.#geometry.attributes.position;
    if (position?.buffer && this.#count > 0) {
      gl.bindBuffer(gl.ARRAY_BUFFER, position.buffer);
      gl.renderer.state.boundBuffer = position.buffer;
      gl.bufferSubData(gl.ARRAY_BUFFER, 0, this.#data, 0, this.#count * 4 * FLOATS);
    }
    for (const command of this.#commands) {
      if (command.kind === 'pass') {
        command.run();
      } else if (this.#program) {
        this.#map.value = command.texture;
        this.#geometry.setDrawRange(command.start * 6, command.count * 6);
        this.#program.use();
        this.#geometry.draw({ program: this.#program });
        this.triangles += command.count * 2;
      }
      this.drawCalls++;
    }
    this.#commands = [];
    this.#count = 0;
  }

  dispose(): void {
    this.#geometry.remove();
    this.#program?.remove();
  }
}
