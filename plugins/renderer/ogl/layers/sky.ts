import type { OGLRenderingContext } from 'ogl';
import { FullPass } from '../gpu/full-pass.ts';
import { rgb } from '../paint/colour.ts';
import { type Picture, view } from '../picture.ts';

/** A gradient with a second, warmer breath of light above the horizon, dithered so that it shows no bands. */
const FRAGMENT = /* glsl */ `#version 300 es
precision highp float;
in vec2 place;
uniform vec3 top;
uniform vec3 bottom;
uniform vec3 fog;
uniform float horizon;
uniform float haze;
out vec4 colour;
void main() {
  float h = clamp(place.y / max(horizon, 0.05), 0.0, 1.25);
  vec3 sky = mix(top, bottom, smoothstep(0.0, 1.0, pow(h, 1.25)));
  float breath = exp(-abs(h - 1.0) * 4.5);
  sky = mix(sky, mix(fog, bottom, 0.4) * 1.18 + 0.02, breath * haze);
  float dither = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
  colour = vec4(sky + (dither - 0.5) / 160.0, 1.0);
}`;

export class Sky {
  readonly #pass: FullPass;

  constructor(gl: OGLRenderingContext) {
    const names = ['top', 'bottom', 'fog', 'horizon', 'haze'];
    this.#pass = new FullPass(gl, FRAGMENT, Object.fromEntries(names.map((name) => [name, { value: 0 }])), false);
  }

  draw(picture: Picture): void {
    const { environment, stage } = picture.frame;
    const far = view(picture, 0.1);
    const horizon = (far[1] * stage.width) / 2 + far[3] * environment.horizon + far[5];
    picture.quads.pass(() =>
      this.#pass.draw({
        top: rgb(environment.sky_top),
        bottom: rgb(environment.sky_bottom),
        fog: rgb(environment.fog_color),
        horizon: horizon / picture.height,
        haze: 0.25 + environment.fog,
      }),
    );
  }

  dispose(): void {
    this.#pass.dispose();
  }
}
