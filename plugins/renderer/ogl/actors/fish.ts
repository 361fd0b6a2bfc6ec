import { IDENTITY, joint } from '../paint/affine.ts';
import { oval, path, shape } from '../paint/brush.ts';
import { darker, lighter } from '../paint/colour.ts';
import { openEye } from './eyes.ts';
import { type Form, slot, swing } from './form.ts';

const BODY = 'M -38 2 C -28 -22 -2 -32 24 -28 C 46 -24 58 -8 58 2 C 56 16 40 28 18 29 C -8 30 -30 20 -38 2 Z';

export const fish: Form = {
  parts: (colours) => ({
    tail: {
      box: [-44, -34, 50, 68],
      paint: (brush) => {
        shape(
          brush,
          path('M 4 0 C -10 -8 -16 -28 -38 -31 C -42 -18 -32 -10 -28 0 C -32 10 -42 18 -38 31 C -16 28 -10 8 4 0 Z'),
          { fill: slot(colours, 'fins'), box: [-40, -30, 44, 60] },
        );
        brush.ctx.strokeStyle = darker(slot(colours, 'fins'), 0.4, 0.35);
        brush.ctx.lineWidth = 1.4;
        brush.ctx.stroke(path('M -4 -4 C -16 -14 -24 -22 -34 -26 M -6 0 L -26 0 M -4 4 C -16 14 -24 22 -34 26'));
      },
    },
    back: {
      box: [-30, -22, 56, 30],
      paint: (brush) =>
        shape(brush, path('M -26 6 C -20 -14 2 -22 14 -16 C 14 -8 20 0 24 4 Z'), {
          fill: slot(colours, 'fins'),
          box: [-26, -20, 50, 26],
        }),
    },
    body: {
      box: [-42, -34, 104, 68],
      paint: (brush) => {
        const { ctx } = brush;
        const fill = slot(colours, 'body');
        const form = path(BODY);
        shape(brush, form, { fill, box: [-38, -30, 96, 60] });
        ctx.save();
        ctx.clip(form);
        ctx.fillStyle = lighter(fill, 0.7, 0.5);
        ctx.fill(path('M -40 8 C -10 12 30 14 60 6 L 60 40 L -40 40 Z'));
        ctx.strokeStyle = lighter(fill, 0.65, 0.5);
        ctx.lineWidth = 1.5;
        for (let row = 0; row < 4; row++) {
          for (let scale = 0; scale < 5; scale++) {
            ctx.beginPath();
            ctx.arc(-22 + scale * 10 + (row % 2) * 5, -16 + row * 10, 5.4, -1.2, 1.2);
            ctx.stroke();
          }
        }
        ctx.restore();
        ctx.strokeStyle = darker(fill, 0.6, 0.6);
        ctx.lineWidth = 1.8;
        ctx.lineCap = 'round';
        ctx.stroke(path('M 56 8 C 52 12 48 12 45 10 M 28 -16 C 22 -6 22 8 28 16'));
        ctx.fillStyle = 'rgba(255, 120, 110, 0.35)';
        ctx.fill(oval(41, 5, 6, 4));
      },
    },
    fin: {
      box: [-26, -8, 32, 28],
      paint: (brush) =>
        shape(brush, path('M 3 -4 C -8 -8 -22 0 -24 16 C -12 18 2 10 3 -4 Z'), {
          fill: slot(colours, 'fins'),
          box: [-24, -6, 27, 24],
        }),
    },
    eye: openEye(7),
  }),
  pose: ({ pose }) => {
    const beat = swing(pose.clock, 0.9);
    const body = joint(IDENTITY, 4, swing(pose.clock, 2.6) * 2, Math.max(-24, Math.min(24, pose.vy / 9)));
    return [
      { part: 'tail', at: joint(body, -34, 2, beat * 7, 0.8 + beat * 0.2, 1) },
      { part: 'back', at: joint(body, 6, -26, beat * 3) },
      { part: 'body', at: body },
      { part: 'fin', at: joint(body, 14, 10, beat * 18) },
      { part: 'eye', at: joint(body, 37, -7) },
    ];
  },
};
