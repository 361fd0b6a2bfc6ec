import type { FrameActor } from '../../../../dsl/index.ts';
import type { Form } from '../actors/form.ts';
import { CARD, formFor } from '../actors/forms.ts';
import { FigurePass } from '../gpu/figure-pass.ts';
import type { Surface } from '../gpu/surface.ts';
import { type Affine, compose, joint, magnification, throughX, throughY } from '../paint/affine.ts';
import { mixRgb, type Rgb, rgb, WHITE } from '../paint/colour.ts';
import { smooth } from '../paint/noise.ts';
import { drawSheet, type SheetPiece } from '../paint/sheet.ts';
import { bucket, type Picture, view } from '../picture.ts';
import { lampFor, placeLight } from './lamps.ts';
import { figureMaterial } from './materials.ts';
import { putSprite } from './put-sprite.ts';

/** How many widths of the rim the light looks around a pixel. */
const RIM_LOOKS = 4.5;

/** Draws actors: each composed of its parts on the second picture, then laid over as one lit silhouette. */
export class Figures {
  readonly #surface: Surface;
  readonly #pass: FigurePass;

  constructor(surface: Surface) {
    this.#surface = surface;
    this.#pass = new FigurePass(surface.gl);
  }

  draw(picture: Picture, actor: FrameActor): void {
    const form = formOf(picture, actor);
    if (actor.opacity <= 0 || actor.scale <= 0) return;
    const m = joint(view(picture), actor.x, actor.y, actor.rotation, actor.scale * actor.facing, actor.scale);
    const pixels = bucket(magnification(m));
    const variant = form.variant?.(actor) ?? '';
    const key = `figure:${actor.kind}:${pixels}:${variant}:${Object.values(actor.colors).join()}`;
    const sheet = picture.textures.get(key, () => drawSheet(form.parts(actor.colors, actor), pixels, picture.grain));
    const pieces = form.pose(actor).flatMap((placed) => {
      const piece = sheet.plan.get(placed.part);
      return piece ? [{ placed, piece, at: compose(m, placed.at) }] : [];
    });
    const unit = magnification(m);
    const shines = form.shines === true;
    const rimWidth = shines ? 0 : Math.max(1.5, unit * 5);
    const material = figureMaterial(picture, actor, unit);
    const box = coveredBy(pieces, picture, material.glowWidth + 2);
    if (!box) return;
    // As far as the light looks around a pixel, nothing of an earlier figure may be left.
    const [left, top, right, bottom] = box;
    const clear = Math.ceil(Math.max(material.glowWidth, rimWidth * RIM_LOOKS) + 2);
    picture.quads.pass(() => this.#surface.toScratch(left - clear, top - clear, right + clear, bottom + clear));
    for (const { placed, piece, at } of pieces) {
      const shade = placed.shade ?? 1;
      picture.quads.box(sheet.texture, piece.region, at, piece.box, {
        tint: [shade, shade, Math.min(1, shade * 1.06)],
        opacity: placed.opacity ?? 1,
      });
    }
    const lamp = lampFor(picture.frame, actor);
    const light: Rgb = shines ? WHITE : placeLight(picture.frame);
    picture.quads.pass(() => {
      this.#surface.toScreen();
      this.#pass.draw(this.#surface, {
        box,
        opacity: actor.opacity,
        light,
        toLight: lamp.toLight,
        rim: lamp.colour,
        rimStrength: shines ? 0 : lamp.strength,
        rimWidth,
        ...material,
      });
    });
  }

  /** The soft shadow at the feet: it stays on the ground, smaller and fainter the higher its owner is. */
  shadow(picture: Picture, actor: FrameActor): void {
    const form = formOf(picture, actor);
    if (!form.shadow) return;
    const { environment, stage } = picture.frame;
    const feet = actor.y + (actor.height * actor.scale) / 2;
    const ground = Math.max(feet, environment.horizon + (stage.height - environment.horizon) * 0.49);
    const floor = feet + (ground - feet) * smooth(actor.pose.airborne);
    const height = Math.max(0, floor - feet) / stage.height;
    const spread = 1 / (1 + height * 1.6);
    const width = form.shadow * 2 * actor.scale * spread;
    const strength = 0.62 * actor.opacity * (1 / (1 + height * 3.2));
    putSprite(picture, 'glow', view(picture), [actor.x, floor - 4, width * 1.5, width * 0.26], {
      tint: mixRgb(rgb(environment.ground_near), [0, 0, 0.05], 0.85),
      opacity: Math.min(1, strength * 1.3),
    });
  }

  dispose(): void {
    this.#pass.dispose();
  }
}

/** The part of the picture that the pieces cover, in whole device pixels, with a margin; null when it is outside. */
function coveredBy(
  pieces: readonly { readonly piece: SheetPiece; readonly at: Affine }[],
  picture: Picture,
  margin: number,
): readonly [left: number, top: number, right: number, bottom: number] | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { piece, at } of pieces) {
    const [x, y, width, height] = piece.box;
    for (const [cornerX, cornerY] of [
      [x, y],
      [x + width, y],
      [x, y + height],
      [x + width, y + height],
    ] as const) {
      left = Math.min(left, throughX(at, cornerX, cornerY));
      right = Math.max(right, throughX(at, cornerX, cornerY));
      top = Math.min(top, throughY(at, cornerX, cornerY));
      bottom = Math.max(bottom, throughY(at, cornerX, cornerY));
    }
  }
  left = Math.max(0, Math.floor(left - margin));
  top = Math.max(0, Math.floor(top - margin));
  right = Math.min(picture.width, Math.ceil(right + margin));
  bottom = Math.min(picture.height, Math.ceil(bottom + margin));
  return right > left && bottom > top ? [left, top, right, bottom] : null;
}

function formOf(picture: Picture, actor: FrameActor): Form {
  const form = formFor(actor.kind);
  if (form) return form;
  picture.warn('unknown-kind', `“${actor.kind}” has no form of its own here and is drawn as a card`);
  return CARD;
}
