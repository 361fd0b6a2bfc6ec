import { IDENTITY, joint } from '../paint/affine.ts';
import { oval, path, shape } from '../paint/brush.ts';
import { lighter } from '../paint/colour.ts';
import { beadEye } from './eyes.ts';
import { type Form, slot, swing } from './form.ts';

export const bird: Form = {
  parts: (colours) => ({
    tail: {
      box: [-36, -16, 42, 32],
      paint: (brush) =>
        shape(brush, path('M 4 -5 L -30 -14 C -26 -8 -28 -4 -33 -1 C -28 2 -28 6 -30 13 L 4 7 Z'), {
          fill: slot(colours, 'wings'),
          box: [-32, -14, 36, 28],
        }),
    },
    body: {
      box: [-38, -34, 86, 66],
      paint: (brush) => {
        const fill = slot(colours, 'body');
        shape(brush, path('M 26 -10 L 46 -4 L 27 4 Z'), { fill: slot(colours, 'beak'), box: [24, -10, 22, 14] });
        shape(
          brush,
          path('M -34 6 C -26 -16 -8 -18 4 -24 C 18 -32 34 -22 32 -6 C 32 14 18 26 -2 26 C -20 26 -32 18 -34 6 Z'),
          { fill, box: [-34, -28, 68, 54] },
        );
        brush.ctx.fillStyle = lighter(fill, 0.72, 0.7);
        brush.ctx.fill(path('M 29 2 C 26 18 8 25 -8 23 C 2 20 10 6 29 2 Z'));
        brush.ctx.fillStyle = 'rgba(255, 130, 120, 0.4)';
        brush.ctx.fill(oval(19, -3, 5, 3.4));
      },
    },
    wing: {
      box: [-36, -50, 56, 58],
      paint: (brush) => {
        const form = path(
          'M 12 4 C 16 -14 2 -40 -30 -46 C -30 -38 -28 -34 -24 -30 C -30 -30 -32 -28 -34 -26 C -28 -18 -26 -14 -28 -8 C -20 0 -4 8 12 4 Z',
        );
        shape(brush, form, { fill: slot(colours, 'wings'), box: [-34, -46, 48, 52] });
        brush.ctx.strokeStyle = lighter(slot(colours, 'wings'), 0.5, 0.5);
        brush.ctx.lineWidth = 1.6;
        brush.ctx.stroke(path('M 4 -4 C -4 -18 -14 -26 -22 -30 M 0 0 C -10 -8 -18 -10 -26 -10'));
      },
    },
    eye: beadEye(3.8),
  }),
  pose: ({ pose }) => {
    const beat = swing(pose.clock, 0.52);
    const body = joint(IDENTITY, 0, 4 - beat * 4, Math.max(-20, Math.min(20, pose.vy / 14)));
    return [
      { part: 'wing', at: joint(body, 6, -10, -8 + beat * 20, 1, 0.25 + beat * 0.7), shade: 0.7 },
      { part: 'tail', at: joint(body, -28, 4, beat * 6) },
      { part: 'body', at: body },
      { part: 'eye', at: joint(body, 18, -13) },
      { part: 'wing', at: joint(body, -2, -6, beat * 22, 1, 0.2 + beat * 0.85) },
    ];
  },
};
