import { IDENTITY } from '../paint/affine.ts';
import { path, shape } from '../paint/brush.ts';
import { darker, fade } from '../paint/colour.ts';
import { type Form, slot } from './form.ts';

export const box: Form = {
  shadow: 68,
  parts: (colours) => ({
    box: {
      box: [-72, -72, 144, 146],
      paint: (brush) => {
        const { ctx } = brush;
        const body = slot(colours, 'body');
        const tape = slot(colours, 'tape');
        shape(brush, path('M -66 -34 L 10 -18 L 10 70 L -66 46 Z'), {
          fill: body,
          box: [-66, -34, 76, 104],
          depth: 0.6,
        });
        shape(brush, path('M 10 -18 L 68 -38 L 68 44 L 10 70 Z'), { fill: body, box: [10, -38, 58, 108], depth: 0.9 });
        ctx.fillStyle = darker(body, 0.6, 0.3);
        ctx.fill(path('M 10 -18 L 68 -38 L 68 44 L 10 70 Z'));
        shape(brush, path('M -66 -34 L -8 -54 L 68 -38 L 10 -18 Z'), {
          fill: body,
          box: [-66, -54, 134, 36],
          depth: 0.3,
        });
        ctx.fillStyle = fade('#ffffff', 0.14);
        ctx.fill(path('M -66 -34 L -8 -54 L 68 -38 L 10 -18 Z'));
        shape(brush, path('M -34 -27 L 24 -47 L 38 -44 L -20 -24 L -20 4 L -27 -2 L -34 1 Z'), {
          fill: tape,
          box: [-34, -47, 72, 50],
          depth: 0.4,
          outline: 0.2,
        });
        ctx.strokeStyle = darker(body, 0.5, 0.5);
        ctx.lineWidth = 2.4;
        ctx.lineCap = 'round';
        ctx.stroke(
          path('M 28 26 L 28 12 M 24 15 L 28 10 L 32 13 M 42 21 L 42 7 M 38 10 L 42 5 L 46 8 M 24 33 L 48 24'),
        );
      },
    },
  }),
  pose: () => [{ part: 'box', at: IDENTITY }],
};
