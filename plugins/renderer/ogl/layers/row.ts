import type { Affine } from '../paint/affine.ts';
import { alphaOf, lightness, rgb } from '../paint/colour.ts';
import type { Picture } from '../picture.ts';
import { ASCENT, LINE, lettering } from './lettering.ts';

export interface Row {
  readonly text: string;
  /** Units of `m` for each em. */
  readonly size: number;
  readonly weight: number;
  readonly color: string;
  readonly opacity: number;
  /** Device pixels for each em at which it is drawn. */
  readonly pixels: number;
  /** How dark the soft shadow beneath is, 0–1. */
  readonly shade: number;
  /** Put on whole pixels, so that it is as sharp as can be; only right where nothing turns. */
  readonly snapped: boolean;
}

/** How wide the row is set, in units of its own. */
export function rowAdvance(picture: Picture, row: Row): number {
  return (lettering(picture, row.text, row.pixels, row.weight).plan.advance / row.pixels) * row.size;
}

/**
 * A row of text whose left end lies at `left` and whose middle line lies at `middle`, in the units of `m`; with a soft
 * shadow in the opposite lightness, so that it reads on any ground.
 */
export function putRow(picture: Picture, row: Row, m: Affine, left: number, middle: number): void {
  if (row.text.trim() === '' || row.opacity <= 0) return;
  const { texture, plan } = lettering(picture, row.text, row.pixels, row.weight);
  const unit = row.size / row.pixels;
  const top = middle - (LINE / 2) * row.size + (ASCENT * row.size - plan.baseline * unit);
  const x = left - plan.room * unit;
  const at: Affine = [
    m[0] * unit,
    m[1] * unit,
    m[2] * unit,
    m[3] * unit,
    m[0] * x + m[2] * top + m[4],
    m[1] * x + m[3] * top + m[5],
  ];
  const placed: Affine = row.snapped ? [at[0], 0, 0, at[3], Math.round(at[4]), Math.round(at[5])] : at;
  const box = [0, 0, plan.width, plan.height] as const;
  const tint = rgb(row.color);
  const opacity = row.opacity * alphaOf(row.color);
  const under: readonly [number, number, number] = lightness(tint) > 0.45 ? [0.02, 0.02, 0.07] : [1, 1, 1];
  if (row.shade > 0) {
    picture.quads.box(texture, plan.shadow, placed, box, { tint: under, opacity: opacity * row.shade });
  }
  picture.quads.box(texture, plan.ink, placed, box, { tint, opacity });
}
