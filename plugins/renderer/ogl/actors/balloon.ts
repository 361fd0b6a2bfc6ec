import { IDENTITY, joint } from '../paint/affine.ts';
import { glow, path, shape } from '../paint/brush.ts';
import { type Form, slot, swing } from './form.ts';

export const balloon: Form = {
  parts: (colours) => ({
    string: {
      box: [-14, -2, 28, 84],
      paint: ({ ctx }) => {
        ctx.strokeStyle = slot(colours, 'string');
        ctx.lineWidth = 1.8;
        ctx.lineCap = 'round';
        ctx.stroke(path('M 0 0 C 10 18 -10 36 2 54 C 8 64 2 74 0 80'));
      },
    },
    balloon: {
      box: [-54, -116, 108, 124],
      paint: (brush) => {
        shape(brush, path('M -6 0 L 6 0 L 9 7 L -9 7 Z'), { fill: slot(colours, 'body'), box: [-9, 0, 18, 7] });
        shape(
          brush,
          path(
            'M 0 2 C -22 -12 -50 -38 -50 -68 C -50 -96 -28 -112 0 -112 C 28 -112 50 -96 50 -68 C 50 -38 22 -12 0 2 Z',
          ),
          { fill: slot(colours, 'body'), box: [-50, -112, 100, 114] },
        );
        glow(brush, -17, -82, 26, '#ffffff', 0.75);
        brush.ctx.strokeStyle = 'rgba(255, 255, 255, 0.4)';
        brush.ctx.lineWidth = 3;
        brush.ctx.lineCap = 'round';
        brush.ctx.stroke(path('M 38 -48 C 34 -34 26 -26 18 -18'));
      },
    },
  }),
  pose: ({ pose: { clock } }) => {
    const body = joint(IDENTITY, swing(clock, 4) * 4, 18 + swing(clock, 3) * 3, swing(clock, 4, 0.1) * 4);
    return [
      { part: 'string', at: joint(body, 0, 5, swing(clock, 4, -0.1) * -7) },
      { part: 'balloon', at: body },
    ];
  },
};
