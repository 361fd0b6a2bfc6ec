import type { OGLRenderingContext } from 'ogl';
import type { Rgb } from '../paint/colour.ts';
import { CAUSTICS, FOLDS } from './folds.ts';
import { FullPass } from './full-pass.ts';
import type { Layer, Surface } from './surface.ts';

/**
 * Lays a finished figure over the picture and lights it as one silhouette: shaded by the light of the place, a rim on
 * the side of the lamp, darker on the other, a glow outside its outline where its material asks for one.
 */
const FRAGMENT = /* glsl */ `#version 300 es
precision highp float;
in vec2 place;
uniform sampler2D figure;
uniform vec2 share;
uniform vec2 shift;
uniform vec2 texel;
uniform vec2 toLight;
uniform vec3 light;
uniform vec4 rim;
uniform vec4 glow;
uniform vec4 look;
uniform vec4 span;
uniform float opacity;
uniform sampler2D behind;
uniform vec4 glass;
uniform vec4 water;
uniform vec3 caustic;
uniform vec4 pool;
uniform vec2 pixels;
out vec4 colour;
${FOLDS}
${CAUSTICS}
float cover(vec2 at) { return texture(figure, at).a; }
void main() {
  vec2 at = vec2(place.x, 1.0 - place.y) * share + shift;
  vec4 c = texture(figure, at);
  float alpha = c.a;
  vec3 body = c.rgb * light;
  if (look.x > 0.0 && alpha > 0.0) {
    // The few samples start at another distance in each pixel, scattered as chalk on paper, and move with the figure.
    float jitter = scatter(floor(place * pixels - span.xy * pixels)).x;
    vec2 step = toLight * texel * look.x;
    float open = 0.0;
    float shut = 0.0;
    for (int i = 0; i < 3; i++) {
      float far = (float(i) + 0.2 + 0.6 * jitter) / 3.0;
      open += (1.0 - cover(at + step * (0.15 + far * 1.5))) / 3.0;
      shut += (1.0 - cover(at - step * (0.3 + far * 4.0))) / 3.0;
    }
    body *= 1.0 - 0.42 * shut * rim.a;
    body += rim.rgb * open * rim.a * alpha;
  }
  if (look.y > 0.0) {
    vec2 within = (place - span.xy) / span.zw;
    float grey = dot(body, vec3(0.3, 0.59, 0.11));
    float turn = within.y * 7.5 + within.x * 2.2;
    float mirror = 0.5 + 0.5 * sin(turn) * (0.6 + 0.4 * sin(turn * 2.3 + 1.0));
    float edge = smoothstep(0.55, 0.95, mirror);
    vec3 steel = mix(body, vec3(grey) * vec3(0.94, 0.98, 1.06), 0.55) * (0.62 + 0.55 * mirror);
    body = mix(body, steel + edge * look.z * alpha * vec3(0.9, 0.95, 1.0), look.y);
  }
  if (glass.w > 0.0 && alpha > 0.0) {
    // Bends what lies behind where the outline turns away, as a thick clear body does.
    vec2 lean = vec2(0.0);
    for (int ray = 0; ray < 8; ray++) {
      vec2 way = vec2(cos(float(ray) * 0.785398), sin(float(ray) * 0.785398));
      lean += way * ((1.0 - cover(at + way * texel * glass.w)) + (1.0 - cover(at + way * texel * glass.w * 0.45))) / 8.0;
    }
    float edge = clamp(length(lean) * 1.25, 0.0, 1.0);
    vec2 middle = span.xy + span.zw * 0.5;
    vec2 seen = place + (middle - place) * glass.x * 0.5 - vec2(lean.x, -lean.y) * span.zw * glass.y * 1.2;
    vec3 through = texture(behind, vec2(seen.x, 1.0 - seen.y) * share).rgb;
    float spark = pow(max(0.0, dot(lean, toLight)), 3.0) * 1.6 + 0.25 * pow(max(0.0, dot(lean, -toLight)), 3.0);
    body = mix(through, body / alpha, 0.16 + 0.16 * edge) * (1.0 - 0.22 * edge * edge) * alpha;
    body += vec3(0.92, 0.97, 1.0) * (edge * edge * 0.4 + spark) * glass.z * alpha;
  }
  if (water.w > 0.0) {
    vec2 within = (place - span.xy) / span.zw;
    vec3 deep = body * mix(vec3(1.0), vec3(0.5, 0.84, 1.22), water.y);
    vec3 tint = mix(deep, vec3(0.16, 0.46, 0.72) * alpha * dot(light, vec3(0.33)), 0.25 + 0.5 * within.y * within.y);
    body = mix(body, tint, clamp(water.x * 1.5, 0.0, 0.92));
    float band = sin(within.y * 26.0 + sin(within.x * 9.0 + water.z) * 1.6 - water.z * 1.4);
    body += vec3(0.75, 0.92, 1.0) * smoothstep(0.86, 1.0, band) * 0.2 * (1.0 - within.y) * alpha;
  }
  if (caustic.x > 0.0) {
    // On a long flat thing, such as a table seen from the side, the light lies down.
    float lying = smoothstep(2.5, 5.0, span.z * pixels.x / (span.w * pixels.y));
    vec2 net = place * pixels / caustic.z * vec2(1.0, 1.0 + 2.4 * lying);
    float near = 1.0 - smoothstep(0.25, 1.0, length((place * pixels - pool.xy) / pool.zw));
    vec3 warm = mix(vec3(1.0, 0.97, 0.86), rim.rgb, 0.3);
    if (near > 0.0) body += warm * body * (near * caustic.x * (0.2 + 1.6 * caustics(net, caustic.y)));
  }
  vec4 result = vec4(body, alpha);
  if (glow.a > 0.0) {
    float around = 0.0;
    float grainy = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
    for (int ring = 1; ring <= 3; ring++) {
      for (int ray = 0; ray < 8; ray++) {
        float turn = (float(ray) + 0.5 * float(ring) + grainy) * 0.785398;
        around += cover(at + vec2(cos(turn), sin(turn)) * texel * look.w * (float(ring) - grainy * 0.6) / 3.0) / 24.0;
      }
    }
    float halo = around * (1.0 - alpha) * glow.a;
    float inner = (1.0 - smoothstep(0.55, 1.0, around)) * alpha * glow.a;
    result += vec4(glow.rgb * (halo * 1.6 + inner * 0.8), halo * 0.35);
  }
  colour = result * opacity;
}`;

/** The figure as it was painted, in the light of the place and nothing more. */
const PLAIN = /* glsl */ `#version 300 es
precision highp float;
in vec2 place;
uniform sampler2D figure;
uniform vec2 share;
uniform vec2 shift;
uniform vec3 light;
uniform float opacity;
out vec4 colour;
void main() { colour = texture(figure, vec2(place.x, 1.0 - place.y) * share + shift) * vec4(light, 1.0) * opacity; }`;

export interface FigureLook {
  /** Device pixels, y down. */
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
  /** Where it was composed, and how far from its place in the picture, device pixels. */
  readonly layer: Layer;
  readonly shift: readonly [number, number];
  readonly opacity: number;
  /** Multiplies its colours. */
  readonly light: Rgb;
  /** Unit vector towards the lamp, y up, and the rim's colour, strength and width in device pixels. */
  readonly toLight: readonly [number, number];
  readonly rim: Rgb;
  readonly rimStrength: number;
  readonly rimWidth: number;
  readonly glow: Rgb;
  readonly glowStrength: number;
  readonly glowWidth: number;
  readonly metal: number;
  readonly sheen: number;
  /** How much it magnifies, bends, and shines at its edge, and how deep that edge goes in device pixels; 0 no glass. */
  readonly glass: readonly [magnifies: number, bends: number, shines: number, depth: number];
  /** Density, shift to blue, running phase, 1 for water. */
  readonly water: readonly [density: number, blue: number, phase: number, on: number];
  /** Strength, running phase, device pixels a cell. */
  readonly caustic: readonly [strength: number, phase: number, cell: number];
  /** The ellipse that the caustic lies in, device pixels; null for all of the figure. */
  readonly pool: readonly [x: number, y: number, radiusX: number, radiusY: number] | null;
}

export class FigurePass {
  readonly #pass: FullPass;

  constructor(gl: OGLRenderingContext) {
    const names = [
      ...['figure', 'share', 'shift', 'texel', 'toLight', 'light', 'rim', 'glow', 'look', 'span', 'opacity'],
      ...['behind', 'glass', 'water', 'caustic', 'pool', 'pixels'],
    ];
    this.#pass = new FullPass(gl, FRAGMENT, Object.fromEntries(names.map((name) => [name, { value: 0 }])), true, PLAIN);
  }

  draw(surface: Surface, figure: FigureLook): void {
    const { width, height, gl } = surface;
    const [left, top, right, bottom] = figure.box;
    const box = [left / width, top / height, right / width, bottom / height];
    this.#pass.draw(
      {
        figure: surface.textureOf(figure.layer),
        shift: [figure.shift[0] / gl.canvas.width, -figure.shift[1] / gl.canvas.height],
        share: [width / gl.canvas.width, height / gl.canvas.height],
        texel: [1 / gl.canvas.width, 1 / gl.canvas.height],
        toLight: figure.toLight,
        light: figure.light,
        rim: [...figure.rim, figure.rimStrength],
        glow: [...figure.glow, figure.glowStrength],
        look: [figure.rimWidth, figure.metal, figure.sheen, figure.glowWidth],
        span: [box[0], box[1], (right - left) / width, (bottom - top) / height],
        opacity: figure.opacity,
        behind: surface.textureOf('behind'),
        glass: figure.glass,
        water: figure.water,
        caustic: figure.caustic,
        pool: figure.pool ?? [0, 0, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
        pixels: [width, height],
      },
      box,
    );
  }

  dispose(): void {
    this.#pass.dispose();
  }
}
