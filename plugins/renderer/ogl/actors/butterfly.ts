import { IDENTITY, joint } from '../paint/affine.ts';
import { limb, oval, path, shape } from '../paint/brush.ts';
import { lighter } from '../paint/colour.ts';
import { type Form, slot, swing } from './form.ts';

export const butterfly: Form = {
  parts: (colours) => ({
    wings: {
      box: [-4, -42, 50, 82],
      paint: (brush) => {
        const { ctx } = brush;
        const fill = slot(colours, 'wings');
        shape(brush, path('M 0 2 C 12 4 34 10 32 26 C 28 42 8 34 0 6 Z'), { fill, box: [0, 2, 33, 36] });
        shape(brush, path('M 0 4 C 2 -22 22 -42 40 -36 C 50 -24 34 4 0 6 Z'), { fill, box: [0, -38, 44, 44] });
        ctx.fillStyle = lighter(fill, 0.75, 0.75);
        ctx.fill(oval(27, -22, 7, 8, 30));
        ctx.fill(oval(20, 21, 5, 6, -20));
        ctx.fillStyle = lighter(fill, 0.9, 0.9);
        for (const [x, y] of [
          [37, -31],
          [40, -22],
          [37, -13],
        ] as const)
          ctx.fill(oval(x, y, 1.8));
      },
    },
    body: {
      box: [-10, -34, 20, 62],
      paint: (brush) => {
        brush.ctx.strokeStyle = slot(colours, 'body');
        brush.ctx.lineWidth = 1.5;
        brush.ctx.lineCap = 'round';
        brush.ctx.stroke(path('M -1 -16 C -2 -26 -5 -30 -8 -31 M 1 -16 C 2 -26 5 -30 8 -31'));
        shape(brush, limb(0, -12, 4.4, 0, 20, 2.4), { fill: slot(colours, 'body'), box: [-5, -17, 10, 40] });
        shape(brush, oval(0, -16, 4.6), { fill: slot(colours, 'body'), box: [-5, -21, 10, 10] });
      },
    },
  }),
  pose: ({ pose: { clock } }) => {
    const open = 0.56 + 0.44 * swing(clock, 0.6);
    const body = joint(IDENTITY, 0, swing(clock, 1.2) * 4, 14 + swing(clock, 2) * 5);
    return [
      { part: 'wings', at: joint(body, 1, 0, 0, -open, 1), shade: 0.86 },
      { part: 'wings', at: joint(body, -1, 0, 0, open, 1) },
      { part: 'body', at: body },
    ];
  },
};
