import type { FrameActor, FrameDrawing, FramePicture } from '../../../../dsl/index.ts';
import type { Surface } from '../gpu/surface.ts';
import { Outlines } from '../marks/outlines.ts';
import type { Picture } from '../picture.ts';
import type { PictureShelf } from '../pictures/picture-shelf.ts';
import { Pictures } from '../pictures/pictures.ts';
import { CurtainPass } from './curtain.ts';
import { drawMarks } from './drawings.ts';
import type { FigurePainter } from './figures.ts';
import { type LightField, LightFields } from './light-fields.ts';
import { Vessels } from './vessels.ts';

export type ExtrasMaker = new (surface: Surface, shelf: PictureShelf) => Extras;

/** What not every scene has: drawings and charts, pictures, light that plays, vessels, curtains. */
export class Extras {
  readonly #vessels: Vessels;
  readonly #fields: LightFields;
  readonly #curtain: CurtainPass;
  readonly #outlines = new Outlines();
  readonly #pictures: Pictures;

  constructor(surface: Surface, shelf: PictureShelf) {
    this.#pictures = new Pictures(surface, shelf);
    this.#vessels = new Vessels(surface);
    this.#fields = new LightFields(surface.gl);
    this.#curtain = new CurtainPass(surface.gl);
  }

  /** One that fades does so as a whole: its marks do not show through each other. */
  drawDrawing(picture: Picture, painter: FigurePainter, drawing: FrameDrawing): void {
    if (drawing.opacity <= 0 || drawing.scale <= 0) return;
    const draw = (): void => drawMarks(picture, this.#outlines.of(drawing.marks), drawing);
    if (drawing.opacity >= 1) draw();
    else painter.drawTogether(picture, drawing.opacity, draw);
  }

  drawPicture(picture: Picture, entity: FramePicture): void {
    this.#pictures.draw(picture, entity);
  }

  /** Bytes of texture memory beside those of the texture cache. */
  get textureBytes(): number {
    return this.#pictures.textureBytes;
  }

  drawFront(picture: Picture, actor: FrameActor): void {
    this.#vessels.drawFront(picture, actor);
  }

  drawField(picture: Picture, field: LightField): void {
    this.#fields.draw(picture, field);
  }

  drawCurtain(picture: Picture): void {
    this.#curtain.draw(picture);
  }

  dispose(): void {
    for (const each of [this.#vessels, this.#fields, this.#curtain, this.#pictures]) each.dispose();
  }
}

export const things: Readonly<Record<string, ExtrasMaker>> = { extras: Extras };
