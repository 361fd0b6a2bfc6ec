import type { FrameDrawing } from '../../../../dsl/index.ts';
import type { MarkOutlines } from '../marks/outlines.ts';
import { putOutline } from '../marks/put-outline.ts';
import { type Affine, joint, magnification } from '../paint/affine.ts';
import { alphaOf, rgb } from '../paint/colour.ts';
import { bucket, type Picture, view } from '../picture.ts';
import { putRow, rowAdvance } from './row.ts';

type Label = Extract<FrameDrawing['marks'][number], { kind: 'label' }>;

const START = { left: 0, center: 0.5, right: 1 } as const;

function putLabel(picture: Picture, label: Label, m: Affine, exact: boolean): void {
  const at = joint(m, label.x, label.y, label.rotation);
  const pixels = label.size * (exact ? magnification(m) : bucket(magnification(m)));
  const row = {
    text: label.text,
    size: label.size,
    weight: label.weight,
    color: label.color,
    opacity: label.opacity,
    pixels,
    shade: 0.3,
    snapped: exact && label.rotation === 0,
  };
  if (label.text.trim() === '') return;
  putRow(picture, row, at, -rowAdvance(picture, row) * START[label.align], 0);
}

/** The marks of a drawing or a chart from back to front, in the colours they name: what is written by light is not lit. */
export function drawMarks(picture: Picture, outlines: readonly (MarkOutlines | null)[], drawing: FrameDrawing): void {
  const m = joint(view(picture), drawing.x, drawing.y, drawing.rotation, drawing.scale);
  const { camera } = picture.frame;
  const exact = drawing.scale === 1 && drawing.rotation === 0 && camera.zoom === 1 && camera.roll === 0;
  drawing.marks.forEach((mark, index) => {
    if (mark.opacity <= 0) return;
    if (mark.kind === 'label') {
      putLabel(picture, mark, m, exact);
      return;
    }
    const { fill, stroke } = outlines[index] ?? { fill: null, stroke: null };
    if (fill && mark.fill !== null) putOutline(picture, fill, m, 0, rgb(mark.fill), mark.opacity * alphaOf(mark.fill));
    if (stroke && mark.stroke !== null) {
      putOutline(picture, stroke, m, mark.stroke_width, rgb(mark.stroke), mark.opacity * alphaOf(mark.stroke));
    }
  });
}
