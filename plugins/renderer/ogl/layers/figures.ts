import type { FrameActor } from '../../../../dsl/index.ts';
import { FigurePass } from '../gpu/figure-pass.ts';
import { Shelf } from '../gpu/shelf.ts';
import type { Surface } from '../gpu/surface.ts';
import { WHITE } from '../paint/colour.ts';
import type { Picture } from '../picture.ts';
import { coveredBy, type FigurePieces, type PixelBox, piecesOf, putPieces } from './figure-pieces.ts';
import { lampFor, lightOn } from './lamps.ts';
import { figureMaterial, PLAIN } from './materials.ts';

/** How many widths of the rim the light looks around a pixel. */
const RIM_LOOKS = 4.5;

export interface Figure {
  readonly actor: FrameActor;
  readonly pieces: FigurePieces;
  readonly material: ReturnType<typeof figureMaterial>;
  readonly box: PixelBox;
  /** Clear room around the box, as far as the light looks around a pixel. */
  readonly room: number;
  readonly rimWidth: number;
  /** Where the box's upper left corner lies on the sheet of figures; null where the sheet was full. */
  readonly slot: { readonly x: number; readonly y: number } | null;
}

export type Figures = ReadonlyMap<FrameActor, Figure>;

/**
 * Draws actors. Each is composed of its pieces apart from the scene and then laid over it as one silhouette, so that
 * rim, shade, glow and opacity are of the whole. All are composed at once before the scene begins, side by side on a
 * sheet, since turning from one target to another costs more than the drawing; what finds no room is composed by itself.
 */
export class FigurePainter {
  readonly #surface: Surface;
  readonly #pass: FigurePass;

  constructor(surface: Surface) {
    this.#surface = surface;
    this.#pass = new FigurePass(surface.gl);
  }

  /** To be called before anything else is put into the picture. */
  compose(picture: Picture, actors: readonly FrameActor[]): Figures {
    const shelf = new Shelf(picture.width, picture.height);
    const figures = new Map<FrameActor, Figure>();
    for (const actor of actors) {
      if (actor.opacity <= 0 || actor.scale <= 0) continue;
      if (picture.forms.knows(actor.kind) && !picture.forms.get(actor.kind)) {
        picture.warn('still-loading', `the form of “${actor.kind}” is still loading; it is left out until then`);
        continue;
      }
      const pieces = piecesOf(picture, actor);
      // A vessel's glass lies before what is in it: it is drawn there.
      const material = pieces.form.vessel ? PLAIN : figureMaterial(picture, actor, pieces.unit);
      const rimWidth =
        pieces.form.shines || pieces.form.clear || picture.quality < 0.5 ? 0 : Math.max(1.5, pieces.unit * 5);
      const box = coveredBy(pieces.pieces, picture, material.glowWidth + 2);
      if (!box) continue;
      const room = Math.ceil(Math.max(material.glowWidth, rimWidth * RIM_LOOKS) + 2);
      const bare = isBare(actor, pieces);
      const place = bare ? null : shelf.place(box[2] - box[0] + room * 2, box[3] - box[1] + room * 2);
      const slot = place && { x: place.x + room, y: place.y + room };
      figures.set(actor, { actor, pieces, material, box, room, rimWidth, slot });
    }
    const sheet = [...figures.values()].filter(({ slot }) => slot !== null);
    if (sheet.length === 0) return figures;
    picture.quads.pass(() => this.#surface.toLayer('figures', [0, 0, picture.width, shelf.used]));
    for (const figure of sheet) {
      if (figure.slot) this.#compose(picture, figure, figure.slot.x, figure.slot.y);
    }
    picture.quads.pass(() => this.#surface.toScreen());
    return figures;
  }

  draw(picture: Picture, figure: Figure): void {
    const { actor, pieces, box, room, slot } = figure;
    if (isBare(actor, pieces)) {
      putPieces(picture.quads, pieces, 0, 0, actor.opacity);
      return;
    }
    const [left, top, right, bottom] = box;
    if (!slot) {
      picture.quads.pass(() => this.#surface.toLayer('single', [left - room, top - room, right + room, bottom + room]));
      this.#compose(picture, figure, left, top);
    }
    if (figure.material.glass[3] > 0) picture.quads.pass(() => this.#surface.copyBehind(box));
    const lamp = lampFor(picture.frame, actor);
    const shines = pieces.form.shines === true;
    picture.quads.pass(() => {
      this.#surface.toScreen();
      this.#pass.draw(this.#surface, {
        box,
        layer: slot ? 'figures' : 'single',
        shift: slot ? [slot.x - left, slot.y - top] : [0, 0],
        opacity: actor.opacity,
        light: shines ? WHITE : lightOn(picture.frame, lamp),
        toLight: lamp.toLight,
        rim: lamp.colour,
        rimStrength: shines ? 0 : lamp.strength,
        rimWidth: figure.rimWidth,
        ...figure.material,
      });
    });
    putPieces(picture.quads, { pieces: pieces.lights, texture: pieces.texture }, 0, 0, actor.opacity);
  }

  /** Draws a number of things as one, so that they do not show through each other while they fade. */
  drawTogether(picture: Picture, opacity: number, draw: () => void): void {
    const box: PixelBox = [0, 0, picture.width, picture.height];
    picture.quads.pass(() => this.#surface.toLayer('single', box));
    draw();
    picture.quads.pass(() => {
      this.#surface.toScreen();
      this.#pass.draw(this.#surface, {
        box,
        layer: 'single',
        shift: [0, 0],
        opacity,
        light: WHITE,
        toLight: [0, 1],
        rim: WHITE,
        rimStrength: 0,
        rimWidth: 0,
        ...PLAIN,
      });
    });
  }

  /** Puts the pieces so that the box's upper left corner comes to lie at (x, y) of the layer, and nothing runs over. */
  #compose(picture: Picture, { pieces, box, room }: Figure, x: number, y: number): void {
    const [left, top, right, bottom] = box;
    const edges: PixelBox = [x - room, y - room, x + right - left + room, y + bottom - top + room];
    picture.quads.pass(() => this.#surface.clip(edges));
    putPieces(picture.quads, pieces, x - left, y - top);
  }

  dispose(): void {
    this.#pass.dispose();
  }
}

/** A single piece that shines by itself needs no composing: nothing lights it, nothing of it overlaps. */
const isBare = (actor: FrameActor, { form, pieces }: FigurePieces): boolean =>
  form.shines === true && actor.material === null && (pieces.length === 1 || actor.opacity >= 1);
