import type { FrameText } from '../../../../dsl/index.ts';
import { joint, magnification } from '../paint/affine.ts';
import { lightness, rgb } from '../paint/colour.ts';
import { bucket, type Picture, view } from '../picture.ts';
import { ASCENT, LINE, lettering } from './lettering.ts';

const START = { left: 0, center: 0.5, right: 1 } as const;

/** A text in the scene, row by row, with a soft shadow in the opposite lightness so that it reads on any ground. */
export function drawText(picture: Picture, text: FrameText): void {
  if (text.opacity <= 0 || text.scale <= 0) return;
  const m = joint(view(picture), text.x, text.y, text.rotation, text.scale);
  const still = text.rotation === 0 && picture.frame.camera.roll === 0;
  const exact = text.size * magnification(m);
  // A text that grows is drawn anew in steps; one at its own size is drawn for just these pixels.
  const pixels = text.scale === 1 && picture.frame.camera.zoom === 1 ? exact : text.size * bucket(magnification(m));
  const tint = rgb(text.color);
  const shade: readonly [number, number, number] = lightness(tint) > 0.45 ? [0.02, 0.02, 0.07] : [1, 1, 1];
  const rows = text.text.split('\n');
  rows.forEach((row, index) => {
    if (row.trim() === '') return;
    const { texture, plan } = lettering(picture, row, pixels, text.weight);
    const unit = text.size / pixels;
    const top = (index - rows.length / 2) * LINE * text.size + (ASCENT * text.size - plan.baseline * unit);
    const left = -plan.advance * unit * START[text.align] - plan.room * unit;
    const at = joint(m, left, top, 0, unit);
    const snapped =
      still && pixels === exact ? ([at[0], 0, 0, at[3], Math.round(at[4]), Math.round(at[5])] as const) : at;
    const box = [0, 0, plan.width, plan.height] as const;
    picture.quads.box(texture, plan.shadow, snapped, box, { tint: shade, opacity: text.opacity * 0.55 });
    picture.quads.box(texture, plan.ink, snapped, box, { tint, opacity: text.opacity });
  });
}
