import type { OGLRenderingContext } from 'ogl';
import type { Rgb } from '../paint/colour.ts';
import { FullPass } from './full-pass.ts';
import type { Surface } from './surface.ts';

/**
 * What is seen through a round bowl: a little larger in the middle, bent hard towards the rim, and trembling gently
 * where the water is. `bowl` is the middle and the radii in device pixels; `ways` turns with the bowl.
 */
const FRAGMENT = /* glsl */ `#version 300 es
precision highp float;
in vec2 place;
uniform sampler2D behind;
uniform vec2 share;
uniform vec2 pixels;
uniform vec4 bowl;
uniform vec4 look;
uniform vec4 tint;
uniform vec2 ways;
uniform float neck;
out vec4 colour;
void main() {
  vec2 away = place * pixels - bowl.xy;
  vec2 q = vec2(dot(away, ways), dot(away, vec2(-ways.y, ways.x))) / bowl.zw;
  float far = length(q);
  if (far > 1.0 || q.y < neck) discard;
  float wet = smoothstep(look.y - 0.015, look.y + 0.015, q.y);
  float rim = pow(far, 7.0);
  vec2 seen = q * (1.0 - look.x * (0.3 * wet * (1.0 - far * far) + 1.2 * rim));
  float calm = (1.0 - far * far) * wet;
  seen.x += calm * look.x * 0.055 * sin(q.y * 11.0 + look.z * 1.3);
  seen.y += calm * look.x * 0.04 * sin(q.x * 9.0 - look.z * 1.1);
  vec2 back = seen * bowl.zw;
  vec2 at = bowl.xy + vec2(back.x * ways.x - back.y * ways.y, back.x * ways.y + back.y * ways.x);
  vec3 through = texture(behind, vec2(at.x, pixels.y - at.y) / pixels * share).rgb;
  float depth = smoothstep(look.y, 1.0, q.y);
  vec3 seenThrough = mix(through, tint.rgb, wet * (0.05 + 0.11 * depth + 0.12 * rim) * tint.a);
  seenThrough *= 1.0 - 0.16 * rim;
  float edge = 1.0 - smoothstep(0.992, 1.0, far);
  colour = vec4(seenThrough, 1.0) * edge * look.w;
}`;

export interface GlassLook {
  /** Device pixels: middle, radii, and the bounding box, y down. */
  readonly bowl: readonly [x: number, y: number, radiusX: number, radiusY: number];
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
  /** How strongly it bends, −1–1 of the height of the surface within it, running phase, opacity. */
  readonly look: readonly [bends: number, surface: number, phase: number, opacity: number];
  /** −1–1: the height within it where the glass ends above. */
  readonly neck: number;
  readonly water: Rgb;
  readonly density: number;
  /** The bowl's own x direction, 1 long. */
  readonly ways: readonly [x: number, y: number];
}

export class GlassPass {
  readonly #pass: FullPass;

  constructor(gl: OGLRenderingContext) {
    const names = ['behind', 'share', 'pixels', 'bowl', 'look', 'tint', 'ways', 'neck'];
    this.#pass = new FullPass(gl, FRAGMENT, Object.fromEntries(names.map((name) => [name, { value: 0 }])), true);
  }

  /** To be called while the picture is drawn: bends what is in it by then. */
  draw(surface: Surface, glass: GlassLook): void {
    const { width, height, gl } = surface;
    const [left, top, right, bottom] = glass.box;
    surface.copyBehind(glass.box);
    const values = {
      behind: surface.textureOf('behind'),
      share: [width / gl.canvas.width, height / gl.canvas.height],
      pixels: [width, height],
      bowl: glass.bowl,
      look: glass.look,
      tint: [...glass.water, glass.density],
      ways: glass.ways,
      neck: glass.neck,
    };
    this.#pass.draw(values, [left / width, top / height, right / width, bottom / height]);
  }

  dispose(): void {
    this.#pass.dispose();
  }
}
