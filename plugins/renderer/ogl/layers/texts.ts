import type { FrameText } from '../../../../dsl/index.ts';
import { convexOf } from '../marks/convex.ts';
import { putOutline } from '../marks/put-outline.ts';
import { type Affine, joint, magnification } from '../paint/affine.ts';
import { alphaOf, rgb } from '../paint/colour.ts';
import { bucket, type Picture, view } from '../picture.ts';
import { putRow } from './row.ts';

const START = { left: 0, center: 0.5, right: 1 } as const;
/** A plate's corners are as round as this share of the size of the letters. */
const ROUND = 0.45;
const CORNER_STEPS = 6;

/** The outline of a plate with round corners around (0, 0). */
function plateOf(x: number, width: number, height: number, radius: number): readonly number[] {
  const round = Math.min(radius, width / 2, height / 2);
  return [0, 1, 2, 3].flatMap((corner) => {
    const middleX = x + (corner === 0 || corner === 3 ? 1 : -1) * (width / 2 - round);
    const middleY = (corner < 2 ? 1 : -1) * (height / 2 - round);
    return Array.from({ length: CORNER_STEPS + 1 }, (_, step) => {
      const angle = ((corner + step / CORNER_STEPS) * Math.PI) / 2;
      return [middleX + Math.cos(angle) * round, middleY + Math.sin(angle) * round];
    }).flat();
  });
}

function putPlate(picture: Picture, text: FrameText, m: Affine): void {
  if (!text.background) return;
  const { color, width, height } = text.background;
  const middle = (0.5 - START[text.align]) * (Math.max(0, ...text.lines.map((line) => line.width)) || 0);
  const outline = convexOf(plateOf(middle, width, height, text.size * ROUND));
  putOutline(picture, outline, m, 0, rgb(color), text.opacity * alphaOf(color));
}

export type TextDrawer = (picture: Picture, text: FrameText) => void;

/** A text in the scene, row by row, over its plate if it has one. */
function drawText(picture: Picture, text: FrameText): void {
  if (text.opacity <= 0 || text.scale <= 0) return;
  const m = joint(view(picture), text.x, text.y, text.rotation, text.scale);
  const still = text.rotation === 0 && picture.frame.camera.roll === 0;
  const exact = text.size * magnification(m);
  // A text that grows is drawn anew in steps; one at its own size is drawn for just these pixels.
  const pixels = text.scale === 1 && picture.frame.camera.zoom === 1 ? exact : text.size * bucket(magnification(m));
  putPlate(picture, text, m);
  for (const line of text.lines) {
    const row = {
      text: line.text,
      size: text.size,
      weight: text.weight,
      color: text.color,
      opacity: text.opacity,
      pixels,
      shade: text.background ? 0 : 0.55,
      snapped: still && pixels === exact,
    };
    putRow(picture, row, m, -line.width * START[text.align], line.y);
  }
}

export const things: Readonly<Record<string, TextDrawer>> = { text: drawText };
