import type { FrameActor } from '../../../../dsl/index.ts';
import { GlassPass } from '../gpu/glass-pass.ts';
import type { Surface } from '../gpu/surface.ts';
import { throughX, throughY } from '../paint/affine.ts';
import { rgb } from '../paint/colour.ts';
import type { Picture } from '../picture.ts';
import { piecesOf, putPieces } from './figure-pieces.ts';
import { placeLight } from './lamps.ts';

/** What stands behind the glass bends this much when no material says otherwise. */
const BENDS = 0.12;

export class Vessels {
  readonly #surface: Surface;
  readonly #pass: GlassPass;

  constructor(surface: Surface) {
    this.#surface = surface;
    this.#pass = new GlassPass(surface.gl);
  }

  /** The glass over all that has been drawn of a vessel and of what is in it, then its reflections and its rim. */
  drawFront(picture: Picture, actor: FrameActor): void {
    const figure = piecesOf(picture, actor);
    const { vessel } = figure.form;
    if (!vessel || actor.opacity <= 0) return;
    const { m, unit } = figure;
    const uniforms = actor.material?.recipe === 'glass' ? actor.material.uniforms : {};
    const water = actor.material?.recipe === 'water' ? actor.material.uniforms : {};
    const [x, y] = vessel.middle;
    const middle = [throughX(m, x, y), throughY(m, x, y)] as const;
    const radii = [vessel.radii[0] * unit, vessel.radii[1] * unit] as const;
    const reach = m[1] === 0 ? radii : ([Math.max(...radii), Math.max(...radii)] as const);
    const box = [
      Math.max(0, Math.floor(middle[0] - reach[0])),
      Math.max(0, Math.floor(middle[1] - reach[1])),
      Math.min(picture.width, Math.ceil(middle[0] + reach[0])),
      Math.min(picture.height, Math.ceil(middle[1] + reach[1])),
    ] as const;
    if (box[2] > box[0] && box[3] > box[1]) {
      const ways = [m[3] / unit, -m[2] / unit] as const;
      const look = {
        bowl: [...middle, ...radii] as const,
        box,
        look: [
          (uniforms.distortion ?? BENDS) * (1 + ((uniforms.ior ?? 1.18) - 1.18)),
          (vessel.surface - y) / vessel.radii[1],
          picture.frame.environment.clock,
          actor.opacity,
        ] as const,
        neck: (vessel.neck - y) / vessel.radii[1],
        water: rgb(vessel.water(actor.colors)),
        density: (water.density ?? 0.36) / 0.36,
        ways,
      };
      picture.quads.pass(() => this.#pass.draw(this.#surface, look));
    }
    const light = placeLight(picture.frame);
    const lit = figure.front.map((piece) => ({ ...piece, placed: { ...piece.placed, colouring: { tint: light } } }));
    putPieces(picture.quads, { pieces: lit, texture: figure.texture }, 0, 0, actor.opacity);
  }

  dispose(): void {
    this.#pass.dispose();
  }
}
