import type { FrameActor } from '../../../../dsl/index.ts';
import type { Form } from '../actors/form.ts';
import { CARD, formFor } from '../actors/forms.ts';
import { FigurePass } from '../gpu/figure-pass.ts';
import type { Surface } from '../gpu/surface.ts';
import { compose, joint, magnification, throughX, throughY } from '../paint/affine.ts';
import { mixRgb, type Rgb, rgb, WHITE } from '../paint/colour.ts';
import { smooth } from '../paint/noise.ts';
import { drawSheet } from '../paint/sheet.ts';
import { bucket, type Picture, view } from '../picture.ts';
import { lampFor, placeLight } from './lamps.ts';
import { figureMaterial } from './materials.ts';
import { putSprite } from './put-sprite.ts';

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
    const box = this.#reach(picture, actor, form, m);
    if (!box) return;
    picture.quads.pass(() => this.#surface.toScratch(...box));
    for (const placed of form.pose(actor)) {
      const piece = sheet.plan.get(placed.part);
      if (!piece) continue;
      const shade = placed.shade ?? 1;
      picture.quads.box(sheet.texture, piece.region, compose(m, placed.at), piece.box, {
        tint: [shade * 0.97 + 0.03 * shade, shade, Math.min(1, shade * 1.06)],
        opacity: placed.opacity ?? 1,
      });
    }
    const lamp = lampFor(picture.frame, actor);
    const shines = form.shines === true;
    const light: Rgb = shines ? WHITE : placeLight(picture.frame);
    const unit = magnification(m);
    picture.quads.pass(() => {
      this.#surface.toScreen();
      this.#pass.draw(this.#surface, {
        box,
        opacity: actor.opacity,
        light,
        toLight: lamp.toLight,
        rim: lamp.colour,
        rimStrength: shines ? 0 : lamp.strength,
        rimWidth: shines ? 0 : Math.max(1.5, unit * 5),
        ...figureMaterial(picture, actor, unit),
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

  /** The part of the picture that it may cover, in whole device pixels; null when it is outside. */
  #reach(
    picture: Picture,
    actor: FrameActor,
    form: Form,
    m: ReturnType<typeof view>,
  ): readonly [number, number, number, number] | null {
    const halfWidth = actor.width / 2 + form.reach;
    const halfHeight = actor.height / 2 + form.reach;
    const corners = [-1, 1].flatMap((x) => [-1, 1].map((y) => [x * halfWidth, y * halfHeight] as const));
    const xs = corners.map(([x, y]) => throughX(m, x, y));
    const ys = corners.map(([x, y]) => throughY(m, x, y));
    const left = Math.max(0, Math.floor(Math.min(...xs)) - 2);
    const right = Math.min(picture.width, Math.ceil(Math.max(...xs)) + 2);
    const top = Math.max(0, Math.floor(Math.min(...ys)) - 2);
    const bottom = Math.min(picture.height, Math.ceil(Math.max(...ys)) + 2);
    return right > left && bottom > top ? [left, top, right, bottom] : null;
  }

  dispose(): void {
    this.#pass.dispose();
  }
}

function formOf(picture: Picture, actor: FrameActor): Form {
  const form = formFor(actor.kind);
  if (form) return form;
  picture.warn('unknown-kind', `“${actor.kind}” has no form of its own here and is drawn as a card`);
  return CARD;
}
