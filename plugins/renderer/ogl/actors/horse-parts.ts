import { type Brush, limb, oval, path, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import type { Parts } from '../paint/sheet.ts';
import { beadEye, closedEye } from './eyes.ts';
import { type Colours, slot } from './form.ts';

const BODY =
  'M -80 -6 C -86 -34 -62 -46 -32 -40 C -4 -34 18 -42 42 -44 C 70 -46 82 -22 76 6 C 70 28 46 34 22 34 C -4 30 -22 26 -46 34 C -74 40 -78 14 -80 -6 Z';
const NECK =
  'M -38 -22 C -16 -38 2 -56 16 -76 C 26 -88 48 -80 50 -62 C 48 -42 38 -22 34 4 C 30 28 6 38 -10 32 C -30 22 -40 0 -38 -22 Z';
const HEAD =
  'M -18 -4 C -18 -22 2 -26 18 -20 C 34 -14 48 -11 60 -9 C 74 -7 80 3 78 12 C 76 22 64 25 54 21 C 42 16 30 22 14 24 C -4 25 -18 12 -18 -4 Z';

function paintBody(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const coat = slot(colours, 'body');
  const form = path(BODY);
  shape(brush, form, { fill: coat, box: [-82, -46, 160, 82] });
  ctx.save();
  ctx.clip(form);
  ctx.fillStyle = fade(darker(coat, 0.6), 0.24);
  ctx.fill(path('M -84 22 C -50 18 -20 14 20 20 C 50 22 70 12 84 -4 L 84 50 L -84 50 Z'));
  ctx.strokeStyle = fade(darker(coat, 0.6), 0.3);
  ctx.lineWidth = 2.4;
  ctx.lineCap = 'round';
  ctx.stroke(path('M 34 -30 C 46 -16 48 6 40 22 M -40 -24 C -32 -8 -34 12 -42 24'));
  ctx.fillStyle = lighter(coat, 0.6, 0.2);
  ctx.fill(oval(-56, -28, 22, 9, -14));
  ctx.fill(oval(6, -30, 40, 6, -3));
  ctx.restore();
}

function paintNeck(brush: Brush, colours: Colours): void {
  const coat = slot(colours, 'body');
  const form = path(NECK);
  shape(brush, form, { fill: coat, box: [-40, -86, 92, 122], outline: 0 });
  const { ctx } = brush;
  ctx.strokeStyle = darker(coat, 0.62, 0.4);
  ctx.lineWidth = 2;
  ctx.stroke(path('M 50 -62 C 48 -42 38 -22 34 4 C 31 16 24 26 16 30'));
}

function paintHead(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const coat = slot(colours, 'body');
  const form = path(HEAD);
  shape(brush, form, { fill: coat, box: [-20, -24, 100, 50] });
  ctx.save();
  ctx.clip(form);
  ctx.fillStyle = fade(darker(coat, 0.55), 0.75);
  ctx.fill(path('M 58 -16 C 50 0 50 16 58 30 L 90 30 L 90 -16 Z'));
  ctx.fillStyle = fade('#fff8ea', 0.92);
  ctx.fill(path('M 22 -24 C 30 -16 42 -9 60 -8 C 46 -2 30 -6 22 -12 C 18 -16 18 -22 22 -24 Z'));
  ctx.fillStyle = lighter(coat, 0.5, 0.28);
  ctx.fill(oval(8, 8, 15, 11, 12));
  ctx.restore();
  ctx.fillStyle = darker(coat, 0.85);
  ctx.fill(oval(70, 1, 4.4, 2.9, 30));
  ctx.strokeStyle = darker(coat, 0.8, 0.8);
  ctx.lineWidth = 2;
  ctx.lineCap = 'round';
  ctx.stroke(path('M 74 14 C 66 17 60 15 54 10'));
}

/** A pointed ear; the far one is the same, in shade. */
function paintEar(brush: Brush, colours: Colours): void {
  const coat = slot(colours, 'body');
  shape(brush, path('M -8 4 C -10 -12 -4 -24 4 -32 C 10 -20 12 -8 8 4 Z'), { fill: coat, box: [-10, -32, 22, 36] });
  brush.ctx.fillStyle = darker(coat, 0.55, 0.7);
  brush.ctx.fill(path('M -3 0 C -4 -10 0 -18 4 -24 C 7 -16 7 -8 5 0 Z'));
}

function strands({ ctx }: Brush, hair: string, data: string): void {
  ctx.strokeStyle = lighter(hair, 0.3, 0.5);
  ctx.lineWidth = 1.6;
  ctx.lineCap = 'round';
  ctx.stroke(path(data));
}

const leg = (colours: Colours, hind: boolean) => ({
  box: [-26, -26, 52, 84] as const,
  paint: (brush: Brush) => {
    const form = hind ? limb(0, 0, 22, -3, 42, 9.5) : limb(0, 0, 17, 0, 42, 9);
    shape(brush, form, { fill: slot(colours, 'body'), box: [-20, -20, 40, 72], depth: 0.55, outline: 0.05 });
  },
});

export const horseParts = (colours: Colours): Parts => {
  const hair = slot(colours, 'mane');
  const coat = slot(colours, 'body');
  return {
    body: { box: [-90, -54, 176, 98], paint: (brush) => paintBody(brush, colours) },
    neck: { box: [-46, -92, 104, 132], paint: (brush) => paintNeck(brush, colours) },
    head: { box: [-24, -30, 110, 60], paint: (brush) => paintHead(brush, colours) },
    ear: { box: [-14, -36, 30, 44], paint: (brush) => paintEar(brush, colours) },
    thigh: leg(colours, true),
    arm: leg(colours, false),
    shin: {
      box: [-18, -14, 38, 74],
      paint: (brush) => {
        shape(brush, limb(0, 0, 9, 0, 35, 6.4), { fill: coat, box: [-9, -9, 18, 52], depth: 0.6, outline: 0.06 });
        shape(brush, oval(0.5, 37, 8.4, 6), { fill: coat, box: [-8, 31, 17, 12], depth: 0.6, outline: 0 });
        shape(brush, path('M -7 40 L 8 40 C 11 45 14 50 14 53 L -9 53 C -10 49 -9 44 -7 40 Z'), {
          fill: slot(colours, 'hooves'),
          box: [-10, 40, 24, 13],
        });
      },
    },
    mane: {
      box: [-56, -98, 100, 128],
      paint: (brush) => {
        shape(
          brush,
          path(
            'M 24 -86 C 2 -78 -20 -56 -40 -30 C -52 -12 -50 8 -38 20 C -38 8 -34 2 -28 -2 C -28 8 -22 14 -14 14 C -18 2 -14 -10 -8 -16 C -8 -6 -2 0 6 0 C 0 -14 4 -28 10 -36 C 12 -28 18 -24 24 -26 C 18 -40 20 -54 28 -62 C 30 -56 34 -54 38 -56 C 32 -68 36 -78 40 -84 C 34 -88 28 -88 24 -86 Z',
          ),
          { fill: hair, box: [-52, -88, 92, 108] },
        );
        strands(
          brush,
          hair,
          'M 22 -80 C 2 -66 -22 -36 -38 0 M 26 -74 C 8 -58 -10 -34 -20 2 M 30 -72 C 16 -54 6 -36 2 -12 M 34 -76 C 24 -66 22 -50 20 -36',
        );
      },
    },
    forelock: {
      box: [-16, -16, 46, 38],
      paint: (brush) => {
        shape(brush, path('M -8 -8 C 4 -14 18 -8 26 12 C 18 8 14 8 12 14 C 8 6 2 2 -4 4 C -10 2 -12 -4 -8 -8 Z'), {
          fill: hair,
          box: [-10, -12, 36, 26],
        });
      },
    },
    tail: {
      box: [-80, -22, 96, 122],
      paint: (brush) => {
        shape(
          brush,
          path(
            'M 8 -8 C -16 -20 -40 -6 -44 26 C -46 52 -52 72 -68 90 C -52 88 -44 84 -38 78 C -40 84 -40 88 -42 92 C -24 84 -12 64 -10 40 C -10 24 -4 14 8 10 Z',
          ),
          { fill: hair, box: [-68, -14, 76, 106] },
        );
        strands(
          brush,
          hair,
          'M 0 -4 C -22 -8 -34 10 -36 34 C -38 52 -44 66 -52 78 M 0 2 C -18 4 -24 24 -24 42 C -26 58 -30 70 -36 78',
        );
      },
    },
    eye: beadEye(5),
    lid: closedEye(5),
  };
};
