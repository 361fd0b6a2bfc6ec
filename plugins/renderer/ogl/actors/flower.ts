import { IDENTITY, joint } from '../paint/affine.ts';
import { oval, path, shape } from '../paint/brush.ts';
import { darker } from '../paint/colour.ts';
import { type Form, slot, swing } from './form.ts';

export const flower: Form = {
  shadow: 20,
  parts: (colours) => ({
    stem: {
      box: [-26, -86, 52, 90],
      paint: (brush) => {
        const { ctx } = brush;
        ctx.strokeStyle = slot(colours, 'stem');
        ctx.lineWidth = 5;
        ctx.lineCap = 'round';
        ctx.stroke(path('M 0 0 C 5 -30 -4 -56 0 -80'));
        shape(brush, path('M 1 -22 C 10 -44 24 -44 25 -40 C 24 -26 12 -16 1 -16 Z'), {
          fill: slot(colours, 'stem'),
          box: [0, -44, 25, 28],
        });
        shape(brush, path('M 0 -34 C -10 -54 -22 -52 -24 -48 C -22 -34 -10 -28 0 -28 Z'), {
          fill: slot(colours, 'stem'),
          box: [-24, -54, 24, 28],
        });
      },
    },
    petal: {
      box: [-14, -34, 28, 36],
      paint: (brush) =>
        shape(brush, path('M 0 0 C -16 -12 -13 -32 0 -32 C 13 -32 16 -12 0 0 Z'), {
          fill: slot(colours, 'petals'),
          box: [-12, -32, 24, 32],
        }),
    },
    heart: {
      box: [-13, -13, 26, 26],
      paint: (brush) => {
        shape(brush, oval(0, 0, 11), { fill: slot(colours, 'center'), box: [-11, -11, 22, 22] });
        brush.ctx.fillStyle = darker(slot(colours, 'center'), 0.4, 0.5);
        for (let seed = 0; seed < 9; seed++)
          brush.ctx.fill(oval(Math.cos(seed * 2.4) * seed * 0.9, Math.sin(seed * 2.4) * seed * 0.9, 1));
      },
    },
  }),
  pose: ({ pose: { clock } }) => {
    const lean = swing(clock, 3.4) * 5;
    const stem = joint(IDENTITY, 0, 60, lean);
    const head = joint(stem, 0, -84, lean * 0.8);
    const petals = Array.from({ length: 8 }, (_, petal) => ({
      part: 'petal',
      at: joint(head, 0, 0, petal * 45),
      shade: petal % 2 === 0 ? 1 : 0.9,
    }));
    return [{ part: 'stem', at: stem }, ...petals, { part: 'heart', at: head }];
  },
};
