import type { OGLRenderingContext } from 'ogl';
import type { FrameFx } from '../../../../dsl/index.ts';
import { CAUSTICS, FOLDS } from '../gpu/folds.ts';
import { FullPass } from '../gpu/full-pass.ts';
import { throughX, throughY } from '../paint/affine.ts';
import { rgb } from '../paint/colour.ts';
import { type Picture, view } from '../picture.ts';
import { thrownLight } from './thrown-light.ts';

/**
 * Light that plays over a surface, added to what is there. `caustics`: the soft threads of light under wavy water,
 * around the foot of the vessel that throws them where one stands there; `shimmer`: short glints along the crests of small waves. Both fade
 * towards the border of their area and move evenly with `phase`.
 */
const FRAGMENT = /* glsl */ `#version 300 es
precision highp float;
in vec2 place;
uniform vec3 light;
uniform vec4 area;
uniform vec4 play;
uniform vec4 turn;
uniform vec2 pixels;
out vec4 colour;
${FOLDS}
${CAUSTICS}
void main() {
  vec2 from = place * pixels - area.xy;
  vec2 local = vec2(dot(from, turn.xy), dot(from, turn.zw));
  vec2 share = local / area.zw;
  float border = 1.0 - smoothstep(0.2, 1.0, length(share));
  if (border <= 0.0) discard;
  vec2 cells = local / play.w;
  float shine;
  if (play.x < 0.5) {
    shine = 0.05 + caustics(cells, play.z) * 0.5;
  } else {
    vec2 at = vec2(cells.x * 0.8, cells.y * 3.4);
    float wave = folds(at + vec2(play.z * 0.25, sin(play.z * 0.7 + cells.x * 0.6) * 0.4), play.z * 2.2);
    float flash = folds(at * vec2(1.9, 1.5) - vec2(play.z * 0.3, 1.0), play.z * 2.8 + 2.0);
    shine = pow(max(0.0, 1.0 - wave * 1.7), 4.0) * (0.35 + 1.3 * pow(max(0.0, 1.0 - flash * 1.4), 3.0));
  }
  colour = vec4(light * shine * border * play.y, 0.0);
}`;

export type LightField = FrameFx & { readonly field: NonNullable<FrameFx['field']> };

/** Stage pixels from one cell of the net to the next at scale 1. */
const CELL = 96;

/** As much of a field as water really throws light on. */
function gathered(picture: Picture, field: LightField['field']): LightField['field'] {
  const pool = thrownLight(picture, field);
  return pool ? { ...field, x: pool.x, y: pool.y, width: pool.radiusX * 2, height: pool.radiusY * 2 } : field;
}

/** Water only passes on the light there is: less of it in the evening. */
const daylight = ({ environment }: Picture['frame']): number => Math.min(1, 0.25 + environment.key * 0.55);

export class LightFields {
  readonly #pass: FullPass;

  constructor(gl: OGLRenderingContext) {
    const names = ['light', 'area', 'play', 'turn', 'pixels'];
    this.#pass = new FullPass(gl, FRAGMENT, Object.fromEntries(names.map((name) => [name, { value: 0 }])), true);
  }

  draw(picture: Picture, { kind, field: whole }: LightField): void {
    if (whole.strength <= 0 || whole.width <= 0 || whole.height <= 0) return;
    const field = kind === 'caustics' ? gathered(picture, whole) : whole;
    const m = view(picture);
    const zoom = Math.hypot(m[0], m[1]);
    // An area much wider than it is high is a surface seen from the side: there the net lies flat.
    const flat = Math.min(1, Math.max(0.28, (field.height / field.width) * 1.6));
    const x = throughX(m, field.x, field.y);
    const y = throughY(m, field.x, field.y);
    const [halfX, halfY] = [(field.width / 2) * zoom, (field.height / 2) * zoom];
    const reach = Math.max(halfX, halfY);
    const level = m[1] === 0;
    const [outX, outY] = level ? [halfX, halfY] : [reach, reach];
    const share = (at: number, whole: number): number => Math.max(0, Math.min(1, at / whole));
    const box = [
      share(x - outX, picture.width),
      share(y - outY, picture.height),
      share(x + outX, picture.width),
      share(y + outY, picture.height),
    ];
    const cell = (CELL / Math.max(0.1, field.scale)) * zoom;
    const values = {
      light: rgb(field.color),
      area: [x, y, halfX, halfY / flat],
      play: [kind === 'shimmer' ? 1 : 0, field.strength * daylight(picture.frame), field.phase, cell],
      turn: [m[0] / zoom, m[1] / zoom, -m[1] / zoom / flat, m[0] / zoom / flat],
      pixels: [picture.width, picture.height],
    };
    picture.quads.pass(() => this.#pass.draw(values, box));
  }

  dispose(): void {
    this.#pass.dispose();
  }
}
