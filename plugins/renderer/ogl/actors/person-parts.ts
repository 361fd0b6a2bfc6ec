import { type Brush, glow, limb, oval, path, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import type { Part, Parts } from '../paint/sheet.ts';
import { beadEye, closedEye } from './eyes.ts';
import { type Colours, slot } from './form.ts';

const line = ({ ctx }: Brush, data: string, colour: string, width: number): void => {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.lineCap = 'round';
  ctx.stroke(path(data));
};

const thigh = (colour: string): Part => ({
  box: [-15, -15, 30, 66],
  paint: (brush) =>
    shape(brush, limb(0, 0, 13, 0, 38, 10), { fill: colour, box: [-13, -13, 26, 62], outline: 0.2, depth: 0.8 }),
});

const shin = (colour: string): Part => ({
  box: [-14, -12, 42, 60],
  paint: (brush) => {
    shape(brush, path('M -10 30 C -9 26 7 26 11 31 C 20 33 24 37 24 43 L -10 43 Z'), {
      fill: '#6a4636',
      box: [-10, 27, 34, 16],
    });
    brush.ctx.fillStyle = '#2f2227';
    brush.ctx.fill(path('M -11 40.5 L 24.5 40.5 C 25 43 24 45 22 45 L -9 45 C -11 45 -11.5 43 -11 40.5 Z'));
    shape(brush, limb(0, 0, 9.8, 0, 24, 8.6), { fill: colour, box: [-10, -10, 20, 44], outline: 0.2, depth: 0.8 });
    shape(brush, path('M -9.6 24 C -4 26 5 26 9.6 24 L 10 31 C 5 33 -5 33 -10 31 Z'), {
      fill: lighter(colour, 0.16),
      box: [-10, 24, 20, 9],
      depth: 0.4,
    });
  },
});

/** A pullover with a broad stripe, a ribbed hem and a collar. */
const torso = (colour: string): Part => ({
  box: [-36, -52, 72, 100],
  paint: (brush) => {
    const { ctx } = brush;
    const form = path(
      'M -20 -42 C -12 -48 12 -48 20 -42 C 28 -26 30 12 31 38 C 12 46 -12 46 -31 38 C -30 12 -28 -26 -20 -42 Z',
    );
    shape(brush, form, { fill: colour, box: [-31, -48, 62, 94] });
    ctx.save();
    ctx.clip(form);
    ctx.fillStyle = lighter(colour, 0.62, 0.8);
    ctx.fill(path('M -40 -14 C -14 -8 14 -8 40 -14 L 40 2 C 14 8 -14 8 -40 2 Z'));
    const fold = ctx.createLinearGradient(-32, 0, 32, 0);
    fold.addColorStop(0, darker(colour, 0.6, 0.26));
    fold.addColorStop(0.3, darker(colour, 0.6, 0));
    fold.addColorStop(0.72, darker(colour, 0.6, 0));
    fold.addColorStop(1, darker(colour, 0.6, 0.3));
    ctx.fillStyle = fold;
    ctx.fillRect(-40, -52, 80, 100);
    ctx.fillStyle = darker(colour, 0.28);
    ctx.fill(path('M -40 31 C -14 38 14 38 40 31 L 40 52 L -40 52 Z'));
    for (let rib = -28; rib <= 28; rib += 5) line(brush, `M ${rib} 34 L ${rib} 44`, darker(colour, 0.6, 0.35), 1);
    ctx.restore();
    shape(brush, path('M -12 -47 C -8 -38 10 -38 14 -47 C 10 -52 -8 -52 -12 -47 Z'), {
      fill: darker(colour, 0.2),
      box: [-12, -52, 26, 14],
      outline: 0.2,
    });
  },
});

const upper = (colour: string): Part => ({
  box: [-13, -13, 26, 54],
  paint: (brush) => shape(brush, limb(0, 0, 11, 0, 29, 8.6), { fill: colour, box: [-11, -11, 22, 50], outline: 0.3 }),
});

const fore = (colour: string, skin: string): Part => ({
  box: [-13, -11, 28, 56],
  paint: (brush) => {
    shape(brush, path('M -6 26 C -8 34 -6 41 0 42 C 6 42 8 36 7 27 Z'), { fill: skin, box: [-7, 26, 15, 16] });
    shape(brush, limb(5.5, 29, 3, 8, 35, 2.6), { fill: skin, box: [3, 26, 8, 12], outline: 0.25 });
    shape(brush, limb(0, 0, 8.6, 0, 20, 7.4), { fill: colour, box: [-9, -9, 18, 38], outline: 0.3 });
    shape(brush, path('M -7.6 20 C -3 22 4 22 7.6 20 L 7.2 27 C 3 29 -4 29 -7.2 27 Z'), {
      fill: darker(colour, 0.26),
      box: [-8, 20, 16, 8],
      depth: 0.4,
    });
  },
});

const HAIR_BEHIND =
  'M -32 -14 C -41 -48 -20 -70 5 -68 C 34 -67 43 -42 36 -20 C 34 -8 28 2 24 5 L -22 8 C -30 2 -33 -6 -32 -14 Z';
const FACE = 'M -24 -26 C -26 -51 31 -53 32 -26 C 33 -9 24 11 6 11 C -13 11 -23 -7 -24 -26 Z';
const FRINGE =
  'M -29 -20 C -36 -58 -4 -72 13 -67 C 34 -63 42 -44 35 -24 C 33 -35 26 -42 15 -44 L 18 -38 C 8 -46 -4 -46 -10 -43 L -9 -37 C -18 -37 -23 -28 -25 -13 C -27 -15 -28 -17 -29 -20 Z';

function paintHead(brush: Brush, skin: string, hair: string): void {
  const { ctx } = brush;
  shape(brush, path(HAIR_BEHIND), { fill: darker(hair, 0.22), box: [-36, -68, 76, 76] });
  shape(brush, limb(0, 4, 8, 0, 16, 9), { fill: darker(skin, 0.16), box: [-9, 0, 18, 26], outline: 0 });
  const face = path(FACE);
  shape(brush, face, { fill: skin, box: [-24, -50, 57, 61], outline: 0.3 });
  ctx.save();
  ctx.clip(face);
  // The fringe throws its shade on the forehead.
  ctx.fillStyle = darker(skin, 0.5, 0.22);
  ctx.translate(1, 5);
  ctx.fill(path(FRINGE));
  ctx.translate(-1, -5);
  glow(brush, -9, -6, 11, '#ff6a5c', 0.36);
  glow(brush, 24, -7, 10, '#ff6a5c', 0.36);
  ctx.restore();
  shape(brush, oval(-24, -15, 5, 7, -8), { fill: skin, box: [-29, -22, 10, 14], outline: 0.3 });
  line(brush, 'M -26 -17 C -23 -19 -22 -15 -24 -12', darker(skin, 0.5, 0.5), 1.4);
  shape(brush, path(FRINGE), { fill: hair, box: [-31, -69, 70, 50], outline: 0.2 });
  for (const strand of [
    'M -24 -40 C -18 -58 0 -64 14 -62',
    'M -12 -46 C -4 -56 10 -58 22 -54',
    'M 18 -46 C 26 -44 30 -40 32 -34',
  ])
    line(brush, strand, lighter(hair, 0.45, 0.35), 2);
  line(brush, 'M -4 -32 C 0 -35 6 -35 9 -33', darker(hair, 0.25, 0.9), 2.4);
  line(brush, 'M 18 -33 C 22 -35 26 -34 28 -32', darker(hair, 0.25, 0.9), 2.4);
  line(brush, 'M 13 -17 C 17 -13 16 -10 12 -10', darker(skin, 0.55, 0.6), 2);
  line(brush, 'M 2 -3 C 7 4 16 4 21 -4', '#7d3b35', 2.4);
  line(brush, 'M 8 4.5 C 11 5.6 14 5.4 16 4', darker(skin, 0.4, 0.35), 1.6);
  ctx.fillStyle = fade('#ffffff', 0.3);
  ctx.fill(oval(14, -14.5, 2, 1.4));
}

export const personParts = (colours: Colours): Parts => {
  const [shirt, trousers] = [slot(colours, 'shirt'), slot(colours, 'trousers')];
  const [skin, hair] = [slot(colours, 'skin'), slot(colours, 'hair')];
  return {
    thigh: thigh(trousers),
    shin: shin(trousers),
    torso: torso(shirt),
    upper: upper(shirt),
    fore: fore(shirt, skin),
    head: { box: [-44, -74, 90, 104], paint: (brush) => paintHead(brush, skin, hair) },
    eye: beadEye(4.1),
    lid: closedEye(4.2),
  };
};
