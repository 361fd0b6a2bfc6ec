import type { Texture } from 'ogl';
import type { FrameActor } from '../../../../dsl/index.ts';
import type { Form, Placed } from '../actors/form.ts';
import { thing } from '../actors/thing.ts';
import type { Quads } from '../gpu/quads.ts';
import { type Affine, compose, joint, magnification, throughX, throughY } from '../paint/affine.ts';
import { drawSheet, type SheetPiece } from '../paint/sheet.ts';
import { bucket, type Picture, view } from '../picture.ts';

export type PixelBox = readonly [left: number, top: number, right: number, bottom: number];

export interface Piece {
  readonly placed: Placed;
  readonly piece: SheetPiece;
  /** From the piece's units to device pixels. */
  readonly at: Affine;
}

/** An actor ready to be drawn: its painted pieces and where each of them lies in the picture. */
export interface FigurePieces {
  readonly form: Form;
  readonly texture: Texture;
  readonly pieces: readonly Piece[];
  /** What of a vessel lies before all that is in it. */
  readonly front: readonly Piece[];
  readonly lights: readonly Piece[];
  /** Device pixels for each of its units. */
  readonly unit: number;
  /** From its units to device pixels. */
  readonly m: Affine;
}

export function piecesOf(picture: Picture, actor: FrameActor): FigurePieces {
  const form = formOf(picture, actor);
  const m = joint(view(picture), actor.x, actor.y, actor.rotation, actor.scale * actor.facing, actor.scale);
  const unit = magnification(m);
  const pixels = bucket(unit);
  const variant = form.variant?.(actor) ?? '';
  const key = `figure:${actor.kind}:${pixels}:${variant}:${Object.values(actor.colors).join()}`;
  const sheet = picture.textures.get(key, () => drawSheet(form.parts(actor.colors, actor), pixels, picture.grain));
  const put = (placed: readonly Placed[]): readonly Piece[] =>
    placed.flatMap((one) => {
      const piece = sheet.plan.get(one.part);
      return piece ? [{ placed: one, piece, at: compose(m, one.at) }] : [];
    });
  const pieces = put(form.pose(actor, picture.frame.environment));
  const front = put(form.vessel?.front(actor) ?? []);
  const lights = put(form.lights?.(actor, picture.frame.environment) ?? []);
  return { form, texture: sheet.texture, pieces, front, lights, unit, m };
}

/** Puts all pieces back to front, moved by (x, y) device pixels. */
export function putPieces(
  quads: Quads,
  figure: Pick<FigurePieces, 'pieces' | 'texture'>,
  x: number,
  y: number,
  opacity = 1,
): void {
  for (const { placed, piece, at } of figure.pieces) {
    const shade = placed.shade ?? 1;
    quads.box(figure.texture, piece.region, compose([1, 0, 0, 1, x, y], at), piece.box, {
      tint: [shade, shade, Math.min(1, shade * 1.06)],
      ...placed.colouring,
      opacity: (placed.opacity ?? 1) * opacity,
    });
  }
}

/** The part of the picture that the pieces cover, in whole device pixels, with a margin; null when it is outside. */
export function coveredBy(
  pieces: readonly Piece[],
  picture: Pick<Picture, 'width' | 'height'>,
  margin: number,
): PixelBox | null {
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
  const form = picture.forms.get(actor.kind);
  if (form) return form;
  picture.warn('unknown-kind', `“${actor.kind}” has no form of its own here and is drawn as a card`);
  return thing;
}
