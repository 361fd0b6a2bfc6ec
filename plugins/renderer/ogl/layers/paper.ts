import type { OGLRenderingContext } from 'ogl';
import { FullPass } from '../gpu/full-pass.ts';
import type { Drawing } from '../gpu/texture-cache.ts';
import { mixRgb, rgb } from '../paint/colour.ts';
import { cloudiness, hash } from '../paint/noise.ts';
import { paintPixels } from '../paint/pixels.ts';
import type { Picture } from '../picture.ts';

const SIDE = 256;
/** How much of the grain is mottling and how much is fine tooth. */
const [MOTTLE, TOOTH] = [11, 10];

/** Watercolour paper as a tile: mottled softly and toothed finely, light and dark. */
function paperTile(): Drawing<null> {
  // The mottling is so broad that every fourth pixel of it is enough.
  const half = SIDE / 2;
  const clouds = Float32Array.from(
    { length: half * half },
    (_, at) => cloudiness((at % half) / half, Math.floor(at / half) / half, 9, 3, 23) - 0.5,
  );
  const canvas = paintPixels(SIDE, SIDE, (x, y) => {
    const mottled = clouds[(y >> 1) * half + (x >> 1)] ?? 0;
    const fine = (hash(x, y, 61) + hash(x, y, 62) + hash(x >> 1, y >> 1, 63)) / 1.5 - 1;
    const value = mottled * MOTTLE + fine * TOOTH;
    const shade = value > 0 ? 255 : 0;
    return [shade, shade, shade, Math.min(255, Math.abs(value))];
  });
  return { canvas, plan: null, repeat: 'both' };
}

/** The corners a little deeper, and the grain over that. */
const FRAGMENT = /* glsl */ `#version 300 es
precision highp float;
in vec2 place;
uniform sampler2D grain;
uniform vec2 tiles;
uniform vec4 deep;
uniform float strength;
out vec4 colour;
void main() {
  float away = max(0.0, length((place - vec2(0.5, 0.46)) * vec2(1.5, 1.35)) - 0.4);
  float shade = away * away * deep.a;
  vec4 tooth = texture(grain, place * tiles) * strength;
  colour = tooth + vec4(deep.rgb, 1.0) * shade * (1.0 - tooth.a);
}`;

/**
 * The paper that the scene is painted on: its grain, the same wherever the camera looks, and the corners a little
 * deeper. Laid over sky and scenery alone, so that actors have their own grain and letters stay clear.
 */
export class Paper {
  readonly #pass: FullPass;

  constructor(gl: OGLRenderingContext) {
    const names = ['grain', 'tiles', 'deep', 'strength'];
    this.#pass = new FullPass(gl, FRAGMENT, Object.fromEntries(names.map((name) => [name, { value: 0 }])), true);
  }

  draw(picture: Picture): void {
    if (picture.quality < 0.5) return;
    const { environment } = picture.frame;
    const side = SIDE * Math.max(1, picture.scale);
    const values = {
      grain: picture.textures.get('paper', paperTile).texture,
      tiles: [picture.width / side, picture.height / side],
      deep: [...mixRgb(rgb(environment.sky_top), [0.03, 0.02, 0.1], 0.62), 0.62],
      // On an empty wall the mottling would look like dirt.
      strength: environment.scenery === 'studio' ? 0.5 : 1,
    };
    picture.quads.pass(() => this.#pass.draw(values));
  }

  dispose(): void {
    this.#pass.dispose();
  }
}
