import { Geometry, type OGLRenderingContext, type Program, RenderTarget, Texture } from 'ogl';
import { firstUsable } from '../gpu/programs.ts';
import type { Lamp } from '../layers/lamps.ts';
import type { Rgb } from '../paint/colour.ts';
import { multiply, normalsOf, UNMOVED } from './model/matrix.ts';
import type { Model, ModelPart } from './model/model.ts';
import { poseAt } from './model/pose.ts';
import { skinned } from './model/skin.ts';

const VERTEX = /* glsl */ `#version 300 es
in vec3 position;
in vec3 normal;
in vec4 tint;
in vec2 uv;
uniform mat4 place;
uniform mat3 turn;
out vec3 vNormal;
out vec4 vTint;
out vec2 vUv;
void main() {
  vNormal = turn * normal;
  vTint = tint;
  vUv = uv;
  vec3 at = (place * vec4(position, 1.0)).xyz;
  gl_Position = vec4(at.xy / REACH, -at.z, 1.0);
}`;

/** Painted rather than lit: a bright, a middle and a shaded tone with soft borders, and a rim towards the lamp. */
const FRAGMENT = /* glsl */ `#version 300 es
precision highp float;
in vec3 vNormal;
in vec4 vTint;
in vec2 vUv;
uniform sampler2D map;
uniform vec3 light;
uniform vec3 lamp;
uniform vec4 rim;
uniform float shine;
out vec4 colour;
void main() {
  vec4 body = texture(map, vUv) * vec4(vTint.rgb, 1.0);
  float alpha = body.a * vTint.a;
  if (alpha < 0.02) discard;
  vec3 n = normalize(vNormal);
  if (n.z < 0.0) n = -n;
  float facing = dot(n, lamp);
  float tone = 0.60 + 0.20 * smoothstep(-0.25, 0.15, facing) + 0.20 * smoothstep(0.35, 0.75, facing);
  vec3 shade = mix(vec3(0.86, 0.9, 1.08), vec3(1.0), smoothstep(0.6, 1.0, tone)) * tone * (0.94 + 0.08 * n.y);
  float edge = pow(1.0 - n.z, 3.0) * smoothstep(-0.1, 0.7, dot(n.xy, lamp.xy));
  vec3 lit = body.rgb * mix(shade * light, vec3(1.0), shine) + rim.rgb * edge * rim.a * 0.55 * body.a;
  colour = vec4(min(lit, 1.0) * vTint.a, alpha);
}`;

/** Side of the sheet that models are drawn on, pixels. */
export const SHEET_SIDE = 2048;
/** How far beyond its box, as a multiple, an animation may carry a model. */
export const REACH = 1.6;

export interface ModelLight {
  readonly light: Rgb;
  readonly lamp: Lamp;
}

interface PartOnGpu {
  readonly part: ModelPart;
  readonly geometry: Geometry;
  readonly texture: Texture;
}

/** Draws models, one after the other, on a sheet of their own with depth. */
export class ModelPass {
  readonly #gl: OGLRenderingContext;
  readonly #program: Program | null;
  readonly #uniforms: Record<string, { value: unknown }>;
  readonly #sheet: RenderTarget;
  readonly #white: Texture;
  readonly #held = new Map<Model, readonly PartOnGpu[]>();

  constructor(gl: OGLRenderingContext) {
    this.#gl = gl;
    const names = ['place', 'turn', 'map', 'light', 'lamp', 'rim', 'shine'];
    this.#uniforms = Object.fromEntries(names.map((name) => [name, { value: 0 }]));
    this.#program = firstUsable(gl, {
      vertex: VERTEX.replace('REACH', REACH.toFixed(2)),
      fragment: FRAGMENT,
      uniforms: this.#uniforms,
      transparent: true,
      depthTest: true,
      depthWrite: true,
      cullFace: false,
    });
    this.#program?.setBlendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    this.#sheet = new RenderTarget(gl, { width: SHEET_SIDE, height: SHEET_SIDE, depth: true });
    const dot = document.createElement('canvas');
    dot.width = 1;
    dot.height = 1;
    const ctx = dot.getContext('2d');
    if (ctx) ctx.fillStyle = '#ffffff';
    ctx?.fillRect(0, 0, 1, 1);
    this.#white = this.#texture(dot);
  }

  get sheet(): Texture {
    return this.#sheet.texture;
  }

  /** Bytes of texture memory. */
  get bytes(): number {
    const textures = [...this.#held.values()].flat().map(({ part }) => part.texture);
    const sizes = [...new Set(textures)].map((image) => (image ? image.width * image.height * 4 : 0));
    return SHEET_SIDE ** 2 * 6 + sizes.reduce((sum, size) => sum + size, 0);
  }

  /** Fills the lower left `width` × `height` pixels of the sheet, with room around the model by `REACH`. */
  draw(model: Model, seconds: number, width: number, height: number, { light, lamp }: ModelLight): void {
    const gl = this.#gl;
    const program = this.#program;
    gl.renderer.bindFramebuffer(this.#sheet);
    gl.viewport(0, 0, width, height);
    gl.scissor(0, 0, Math.min(SHEET_SIDE, width + 2), Math.min(SHEET_SIDE, height + 2));
    gl.clearColor(0, 0, 0, 0);
    gl.depthMask(true);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    const world = poseAt(model, seconds);
    const [x, y] = lamp.toLight;
    const length = Math.hypot(x, y, 0.8);
    this.#set('light', light);
    this.#set('lamp', [x / length, y / length, 0.8 / length]);
    this.#set('rim', [...lamp.colour, lamp.strength]);
    if (!program) return;
    for (const { part, geometry, texture } of this.#held.get(model) ?? this.#hold(model)) {
      if (part.skin) update(geometry, skinned(part, part.skin, world));
      const m = multiply(model.turned, part.skin ? UNMOVED : (world[part.node] ?? UNMOVED));
      this.#set('place', multiply(model.fitted, m));
      this.#set('turn', normalsOf(m));
      this.#set('map', texture);
      this.#set('shine', part.shine);
      program.use();
      geometry.draw({ program });
    }
  }

  #set(name: string, value: unknown): void {
    this.#uniforms[name] = { value };
  }

  #hold(model: Model): readonly PartOnGpu[] {
    const made = new Map<ImageBitmap, Texture>();
    const held = model.parts.map((part): PartOnGpu => {
      const { positions, normals, colours, uvs, index } = part;
      const geometry = new Geometry(this.#gl, {
        position: { data: positions.slice(), size: 3 },
        normal: { data: normals.slice(), size: 3 },
        tint: { data: colours, size: 4 },
        uv: { data: uvs, size: 2 },
        index: { data: index, size: 1 },
      });
      const texture = part.texture ? (made.get(part.texture) ?? this.#texture(part.texture)) : this.#white;
      if (part.texture) made.set(part.texture, texture);
      return { part, geometry, texture };
    });
    this.#held.set(model, held);
    return held;
  }

  #texture(image: HTMLCanvasElement | ImageBitmap): Texture {
    const gl = this.#gl;
    const texture = new Texture(gl, {
      image,
      generateMipmaps: true,
      minFilter: gl.LINEAR_MIPMAP_LINEAR,
      magFilter: gl.LINEAR,
      wrapS: gl.REPEAT,
      wrapT: gl.REPEAT,
      premultiplyAlpha: true,
      flipY: false,
    });
    texture.update();
    return texture;
  }

  dispose(): void {
    const held = [...this.#held.values()].flat();
    for (const { geometry } of held) geometry.remove();
    for (const texture of new Set([this.#white, this.#sheet.texture, ...held.map((each) => each.texture)])) {
      this.#gl.deleteTexture(texture.texture);
    }
    this.#gl.deleteFramebuffer(this.#sheet.buffer);
    this.#program?.remove();
    this.#held.clear();
  }
}

function update(
  geometry: Geometry,
  values: { readonly positions: Float32Array; readonly normals: Float32Array },
): void {
  const { position, normal } = geometry.attributes;
  if (!position || !normal) return;
  position.data = values.positions;
  normal.data = values.normals;
  position.needsUpdate = true;
  normal.needsUpdate = true;
}
