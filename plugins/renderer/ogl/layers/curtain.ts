import type { OGLRenderingContext } from 'ogl';
import { FullPass } from '../gpu/full-pass.ts';
import { alphaOf, rgb } from '../paint/colour.ts';
import type { Picture } from '../picture.ts';

/**
 * Covers the picture: evenly, from the left with a soft edge (and off to the right again), or as an iris that closes
 * on the middle. `cover` is style, share, whether it opens, opacity; `place` runs over the picture, y down.
 */
const FRAGMENT = /* glsl */ `#version 300 es
precision highp float;
in vec2 place;
uniform vec3 cloth;
uniform vec4 cover;
uniform float aspect;
out vec4 colour;
void main() {
  float alpha = cover.y;
  if (cover.x > 1.5) {
    vec2 away = (place - 0.5) * vec2(aspect, 1.0);
    float reach = length(vec2(aspect, 1.0)) * 0.5;
    float soft = 0.035;
    float open = (1.0 - cover.y) * (reach + soft);
    alpha = smoothstep(open - soft, open, length(away));
    alpha = cover.y >= 1.0 ? 1.0 : alpha;
  } else if (cover.x > 0.5) {
    float soft = 0.14;
    float slant = (place.x + (place.y - 0.5) * 0.12 + 0.06) / 1.12;
    float edge = cover.y * (1.0 + soft);
    float across = cover.z > 0.5 ? 1.0 - slant : slant;
    alpha = 1.0 - smoothstep(edge - soft, edge, across);
  }
  colour = vec4(cloth, 1.0) * alpha * cover.w;
}`;

const STYLES = { fade: 0, wipe: 1, iris: 2 } as const;

export class CurtainPass {
  readonly #pass: FullPass;

  constructor(gl: OGLRenderingContext) {
    const names = ['cloth', 'cover', 'aspect'];
    this.#pass = new FullPass(gl, FRAGMENT, Object.fromEntries(names.map((name) => [name, { value: 0 }])), true);
  }

  draw(picture: Picture): void {
    const { curtain } = picture.frame;
    if (!curtain || curtain.share <= 0) return;
    const values = {
      cloth: rgb(curtain.color),
      cover: [STYLES[curtain.style], Math.min(1, curtain.share), curtain.opening ? 1 : 0, alphaOf(curtain.color)],
      aspect: picture.width / picture.height,
    };
    picture.quads.pass(() => this.#pass.draw(values));
  }

  dispose(): void {
    this.#pass.dispose();
  }
}
