import { type Brush, limb, oval, patch, path, shape } from '../paint/brush.ts';
import { darker, fade } from '../paint/colour.ts';
import type { Part, Parts } from '../paint/sheet.ts';
import { type Colours, slot } from './form.ts';

const BODY =
  'M -88 -14 C -92 -46 -62 -60 -24 -55 C 6 -60 52 -68 70 -40 C 84 -18 74 22 48 36 C 20 49 -46 48 -68 36 C -86 26 -86 6 -88 -14 Z';
const SPOTS = [
  'M -60 -70 C -28 -66 -8 -50 -16 -26 C -24 -6 -46 -8 -56 -18 C -74 -22 -84 -52 -60 -70 Z',
  'M 14 -66 C 40 -72 62 -56 58 -36 C 52 -18 34 -22 26 -34 C 12 -38 2 -58 14 -66 Z',
  'M -18 14 C 4 4 30 10 28 30 C 26 50 -10 58 -24 44 C -34 34 -32 20 -18 14 Z',
  'M -100 2 C -84 -6 -68 4 -70 20 C -72 36 -92 40 -102 28 Z',
];

function body(colours: Colours): Part {
  const form = path(BODY);
  return {
    box: [-96, -76, 184, 132],
    paint: (brush) => {
      shape(brush, form, { fill: slot(colours, 'body'), box: [-92, -66, 170, 116] });
      for (const spot of SPOTS) patch(brush, form, path(spot), slot(colours, 'spots'), 3);
      const { ctx } = brush;
      ctx.save();
      ctx.clip(form);
      const belly = ctx.createLinearGradient(0, 4, 0, 50);
      belly.addColorStop(0, darker(slot(colours, 'body'), 0.8, 0));
      belly.addColorStop(1, darker(slot(colours, 'body'), 0.8, 0.34));
      ctx.fillStyle = belly;
      ctx.fillRect(-100, 0, 200, 60);
      const back = ctx.createLinearGradient(0, -66, 0, -26);
      back.addColorStop(0, 'rgba(255, 252, 240, 0.34)');
      back.addColorStop(1, 'rgba(255, 252, 240, 0)');
      ctx.fillStyle = back;
      ctx.fillRect(-100, -70, 200, 50);
      ctx.restore();
    },
  };
}

const thigh = (colours: Colours, spotted: boolean): Part => ({
  box: [-20, -20, 40, 66],
  paint: (brush) => {
    const form = limb(0, 0, 16, 0, 30, 9.5);
    shape(brush, form, { fill: slot(colours, 'body'), box: [-16, -16, 32, 56], outline: 0.18 });
    if (spotted) patch(brush, form, oval(-9, 4, 12, 14, 20), slot(colours, 'spots'), 3);
  },
});

const shin = (colours: Colours): Part => ({
  box: [-14, -13, 32, 54],
  paint: (brush) => {
    shape(brush, limb(0, 0, 9.2, 0, 24, 7), { fill: slot(colours, 'body'), box: [-9, -9, 18, 40], outline: 0.22 });
    shape(brush, path('M -8 22 L 8 22 C 10 28 12 33 11 36 L -9 36 C -10 32 -10 27 -8 22 Z'), {
      fill: '#4a3a33',
      box: [-9, 22, 20, 14],
    });
  },
});

function head(colours: Colours): Part {
  const skull = path('M -8 -26 C -4 -48 42 -50 48 -26 C 51 -10 52 4 48 14 C 40 24 14 24 6 14 C -6 4 -12 -10 -8 -26 Z');
  const muzzle = path('M 8 6 C 10 -8 24 -10 34 -8 C 48 -10 62 -4 62 12 C 62 28 46 34 32 33 C 16 33 6 22 8 6 Z');
  return {
    box: [-20, -60, 92, 104],
    paint: (brush) => {
      const { ctx } = brush;
      shape(brush, skull, { fill: slot(colours, 'body'), box: [-8, -46, 60, 68], outline: 0.3 });
      patch(
        brush,
        skull,
        path('M -20 -60 L 12 -60 C 14 -38 16 -24 12 -8 C 4 2 -10 2 -20 0 Z'),
        slot(colours, 'spots'),
        3,
      );
      shape(brush, path('M 8 -46 C 12 -56 20 -52 22 -46 C 28 -54 34 -48 32 -40 C 26 -34 14 -34 8 -46 Z'), {
        fill: slot(colours, 'spots'),
        box: [8, -54, 26, 20],
        outline: 0.1,
      });
      shape(brush, muzzle, { fill: slot(colours, 'muzzle'), box: [8, -10, 54, 43], outline: 0.3 });
      ctx.fillStyle = darker(slot(colours, 'muzzle'), 0.6, 0.85);
      ctx.fill(oval(27, 6, 3.4, 4.6, 18));
      ctx.fill(oval(48, 5, 3.4, 4.6, -18));
      ctx.strokeStyle = darker(slot(colours, 'muzzle'), 0.62, 0.8);
      ctx.lineWidth = 2;
      ctx.lineCap = 'round';
      ctx.stroke(path('M 22 20 C 30 27 44 27 52 18'));
      ctx.fillStyle = fade('#ff7d7d', 0.16);
      ctx.fill(oval(10, 0, 8, 6));
    },
  };
}

const eye: Part = {
  box: [-9, -11, 18, 22],
  paint: ({ ctx }: Brush) => {
    ctx.fillStyle = '#fffdf8';
    ctx.fill(oval(0, 0, 7, 9));
    ctx.strokeStyle = 'rgba(40, 26, 34, 0.55)';
    ctx.lineWidth = 1;
    ctx.stroke(oval(0, 0, 7, 9));
    ctx.fillStyle = '#241a22';
    ctx.fill(oval(1.4, 1, 4.6, 6.2));
    ctx.fillStyle = '#ffffff';
    ctx.fill(oval(3.2, -2, 1.9, 2.3));
    ctx.fill(oval(-0.6, 3.4, 0.9, 1.1));
    ctx.strokeStyle = '#241a22';
    ctx.lineWidth = 1.9;
    ctx.lineCap = 'round';
    ctx.stroke(path('M -7 -4 C -4 -10 4 -10 7 -5'));
  },
};

const closedEye: Part = {
  box: [-10, -8, 20, 16],
  paint: ({ ctx }: Brush) => {
    ctx.strokeStyle = '#241a22';
    ctx.lineWidth = 2.2;
    ctx.lineCap = 'round';
    ctx.stroke(path('M -7.5 -1 C -4 5 4 5 7.5 -1'));
    ctx.lineWidth = 1.4;
    ctx.stroke(path('M 6 1.6 L 9 3.6 M 3.4 3 L 5 5.8'));
  },
};

const ear = (colours: Colours): Part => ({
  box: [-34, -14, 38, 32],
  paint: (brush) => {
    shape(brush, path('M 0 0 C -8 -10 -24 -10 -31 0 C -24 12 -8 12 0 4 Z'), {
      fill: slot(colours, 'spots'),
      box: [-30, -9, 30, 20],
    });
    shape(brush, path('M -5 1 C -10 -4 -20 -4 -25 1 C -20 7 -11 7 -5 3 Z'), {
      fill: slot(colours, 'muzzle'),
      box: [-25, -4, 20, 11],
      outline: 0,
    });
  },
});

const horn = (colours: Colours): Part => ({
  box: [-16, -26, 22, 30],
  paint: (brush) =>
    shape(brush, path('M -5 2 C -9 -8 -8 -18 -13 -23 C -2 -21 5 -10 5 2 Z'), {
      fill: slot(colours, 'horns'),
      box: [-12, -23, 17, 25],
    }),
});

const tail = (colours: Colours): Part => ({
  box: [-18, -6, 34, 80],
  paint: (brush) => {
    const { ctx } = brush;
    ctx.strokeStyle = darker(slot(colours, 'body'), 0.16);
    ctx.lineWidth = 6;
    ctx.lineCap = 'round';
    ctx.stroke(path('M 0 0 C -8 14 -4 34 -5 48'));
    shape(brush, path('M -8 44 C -14 54 -14 66 -5 72 C 4 66 4 54 -2 44 Z'), {
      fill: slot(colours, 'spots'),
      box: [-14, 44, 18, 28],
    });
  },
});

const udder = (colours: Colours): Part => ({
  box: [-24, -8, 48, 36],
  paint: (brush) => {
    const fill = slot(colours, 'muzzle');
    shape(brush, limb(-8, 12, 4, -9, 21, 3), { fill, box: [-13, 8, 10, 16] });
    shape(brush, limb(9, 12, 4, 10, 20, 3), { fill, box: [4, 8, 10, 16] });
    shape(brush, oval(0, 4, 20, 13), { fill, box: [-20, -9, 40, 26] });
  },
});

const neck = (colours: Colours): Part => ({
  box: [-34, -44, 70, 84],
  paint: (brush) =>
    shape(
      brush,
      path('M -26 -22 C -12 -34 8 -42 26 -36 C 34 -20 32 4 20 16 C 8 30 -14 34 -24 28 C -32 14 -34 -8 -26 -22 Z'),
      {
        fill: slot(colours, 'body'),
        box: [-30, -40, 62, 70],
        outline: 0,
      },
    ),
});

const bell: Part = {
  box: [-30, -20, 60, 56],
  paint: (brush) => {
    const { ctx } = brush;
    ctx.strokeStyle = '#8f3a3f';
    ctx.lineWidth = 6.5;
    ctx.lineCap = 'round';
    ctx.stroke(path('M -21 -12 C -15 4 5 10 17 5'));
    shape(brush, path('M -6 7 C -5 2 7 2 8 7 C 10 14 12 18 13 22 L -11 22 C -10 18 -8 14 -6 7 Z'), {
      fill: '#f2b838',
      box: [-11, 2, 24, 20],
    });
    shape(brush, oval(1, 24, 4, 3.4), { fill: '#8a5a16', box: [-3, 21, 8, 7] });
  },
};

export const cowParts = (colours: Colours): Parts => ({
  body: body(colours),
  thigh: thigh(colours, false),
  haunch: thigh(colours, true),
  shin: shin(colours),
  head: head(colours),
  neck: neck(colours),
  eye,
  closedEye,
  ear: ear(colours),
  horn: horn(colours),
  tail: tail(colours),
  udder: udder(colours),
  bell,
});
