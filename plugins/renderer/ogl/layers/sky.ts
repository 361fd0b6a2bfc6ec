import type { FrameEnvironment } from '../../../../dsl/index.ts';
import { FullPass } from '../gpu/full-pass.ts';
import type { Surface } from '../gpu/surface.ts';
import { throughX, throughY } from '../paint/affine.ts';
import { rgb } from '../paint/colour.ts';
import { type Picture, view } from '../picture.ts';
import { groundLine } from '../scenery/ground-line.ts';
import { halosOf, MAX_HALOS } from './halos.ts';
import { noiseTexture } from './noise-texture.ts';

/**
 * A gradient with a breath of light above the horizon, a milky haze among the stars, thin clouds that drift and catch
 * the light, and the halos of what shines; dithered so that it shows no bands.
 */
const FRAGMENT = /* glsl */ `#version 300 es
precision highp float;
in vec2 place;
uniform vec3 top;
uniform vec3 bottom;
uniform vec3 breath;
uniform vec3 cloud;
uniform vec4 air;
uniform vec2 drift;
uniform sampler2D noise;
uniform vec4 halos[${MAX_HALOS}];
uniform vec3 haloColours[${MAX_HALOS}];
uniform int haloCount;
uniform float aspect;
out vec4 colour;
void main() {
  float h = clamp(place.y / air.x, 0.0, 1.2);
  vec3 sky = mix(top, bottom, h * h * (1.4 - 0.4 * h));
  float near = 1.0 - abs(h - 1.0);
  near = max(near, 0.0);
  near *= near;
  sky = mix(sky, breath, near * near * air.y);
  vec4 fine = texture(noise, place * vec2(1.4, 1.1) + 0.13);
  vec4 veil = texture(noise, vec2(place.x * 0.8 + drift.x, place.y * 2.3 + drift.y));
  float across = (place.x * 0.62 + place.y - 0.74) * 3.4;
  float milk = max(0.0, 1.0 - across * across) * (0.15 + fine.r * fine.g * 1.7);
  sky += vec3(0.33, 0.37, 0.62) * milk * air.z * (1.0 - h * 0.8) * 0.42;
  float wisp = smoothstep(0.5, 0.86, veil.r * 0.72 + fine.g * 0.34) * near * 0.9 + smoothstep(0.62, 0.9, veil.g) * 0.35;
  vec3 lit = vec3(0.0);
  for (int i = 0; i < ${MAX_HALOS}; i++) {
    if (i >= haloCount) break;
    vec2 away = (place - halos[i].xy) * vec2(aspect, 1.0);
    float q = length(away) / halos[i].z;
    float soft = max(0.0, 1.0 - q * 0.3);
    float core = 1.0 / (1.0 + q * q * 9.0);
    float ring = max(0.0, 1.0 - abs(q - 1.05) * 9.0);
    lit += haloColours[i] * halos[i].w * (core * soft * 0.8 + soft * soft * soft * 0.16 + ring * ring * 0.018);
  }
  sky = mix(sky, cloud + lit * 0.5, wisp * air.w);
  sky += lit;
  float dither = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
  colour = vec4(sky + (dither - 0.5) / 90.0, 1.0);
}`;

/** Stretches the finished sky over the picture: it is soft, so that it may be drawn smaller. */
const SPREAD = /* glsl */ `#version 300 es
precision highp float;
in vec2 place;
uniform sampler2D backdrop;
uniform vec2 taken;
out vec4 colour;
void main() {
  colour = texture(backdrop, vec2(place.x, 1.0 - place.y) * taken);
}`;

const NAMES = [
  'top',
  'bottom',
  'breath',
  'cloud',
  'air',
  'drift',
  'noise',
  'halos',
  'haloColours',
  'haloCount',
  'aspect',
];

/** Sceneries under a roof: no clouds drift there. */
const INDOORS: ReadonlySet<string> = new Set(['studio', 'room']);

/** 1 under the open sky, 0 indoors, in between while one blends into the other. */
function openAir({ scenery, scenery_from: from, blend }: FrameEnvironment): number {
  const of = (name: string): number => (INDOORS.has(name) ? 0 : 1);
  return of(from) + (of(scenery) - of(from)) * blend;
}

export class Sky {
  readonly #surface: Surface;
  readonly #pass: FullPass;
  readonly #spread: FullPass;

  constructor(surface: Surface) {
    this.#surface = surface;
    this.#spread = new FullPass(surface.gl, SPREAD, { backdrop: { value: 0 }, taken: { value: [1, 1] } }, false);
    this.#pass = new FullPass(
      surface.gl,
      FRAGMENT,
      Object.fromEntries(NAMES.map((name) => [name, { value: 0 }])),
      false,
    );
  }

  draw(picture: Picture): void {
    const { environment, stage } = picture.frame;
    const far = view(picture, 0.1);
    const horizon = throughY(far, stage.width / 2, environment.horizon) / picture.height;
    const fog = rgb(environment.fog_color);
    const bottom = rgb(environment.sky_bottom);
    const key = rgb(environment.key_color);
    const wind = environment.clock * 0.0045;
    const moved = throughX(far, 0, 0) / picture.width;
    const { places, colours, count } = halosOf(picture);
    const values = {
      top: rgb(environment.sky_top),
      bottom,
      breath: fog.map((channel, index) => (channel * 0.6 + (bottom[index] ?? 0) * 0.4) * 1.2 + 0.02),
      cloud: fog.map((channel, index) => channel * 0.72 + (key[index] ?? 0) * (0.12 + 0.3 * environment.ambient)),
      air: [
        Math.max(0.05, horizon),
        0.3 + environment.fog,
        environment.stars,
        environment.fog > 0 ? 0.62 * openAir(environment) : 0,
      ],
      drift: [wind - moved * 0.8, 0],
      halos: places,
      haloColours: colours,
      haloCount: count,
      aspect: picture.width / picture.height,
    };
    const share = groundLine(picture) / picture.height;
    picture.quads.pass(() => {
      const taken = this.#surface.toBackdrop();
      this.#pass.draw({ ...values, noise: noiseTexture(picture.textures) }, [0, 0, 1, Math.min(1, share + 0.02)]);
      this.#surface.toScreen();
      this.#spread.draw({ backdrop: this.#surface.textureOf('backdrop'), taken }, [0, 0, 1, share]);
    });
  }

  dispose(): void {
    this.#pass.dispose();
    this.#spread.dispose();
  }
}
