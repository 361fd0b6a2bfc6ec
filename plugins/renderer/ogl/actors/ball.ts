import { IDENTITY, joint } from '../paint/affine.ts';
import { oval, patch, path, shape } from '../paint/brush.ts';
import { fade } from '../paint/colour.ts';
import { type Form, slot } from './form.ts';

const RADIUS = 43;

export const ball: Form = {
  shadow: 40,
  parts: (colours) => ({
    ball: {
      box: [-46, -46, 92, 92],
      paint: (brush) => {
        const form = oval(0, 0, RADIUS);
        shape(brush, form, {
          fill: slot(colours, 'body'),
          box: [-RADIUS, -RADIUS, RADIUS * 2, RADIUS * 2],
          depth: 0.2,
        });
        for (const stripe of [
          'M -60 -12 C -20 -26 20 -26 60 -12 L 60 6 C 20 -8 -20 -8 -60 6 Z',
          'M -30 60 C -14 30 14 30 30 60 Z',
          'M -34 -60 C -14 -36 14 -36 34 -60 Z',
        ])
          patch(brush, form, path(stripe), slot(colours, 'stripe'), 1);
      },
    },
    light: {
      box: [-46, -46, 92, 92],
      paint: ({ ctx }) => {
        const shade = ctx.createRadialGradient(-15, -18, 4, 0, 0, RADIUS + 2);
        shade.addColorStop(0, 'rgba(255, 255, 255, 0.6)');
        shade.addColorStop(0.35, 'rgba(255, 255, 255, 0.06)');
        shade.addColorStop(0.6, 'rgba(30, 10, 40, 0)');
        shade.addColorStop(1, 'rgba(30, 10, 40, 0.55)');
        ctx.fillStyle = shade;
        ctx.fill(oval(0, 0, RADIUS));
        ctx.fillStyle = fade('#ffffff', 0.85);
        ctx.fill(oval(-15, -20, 7, 4.4, -38));
      },
    },
  }),
  pose: ({ pose, scale, facing }) => {
    const turn = (pose.travelled / (RADIUS * Math.max(0.1, scale))) * (180 / Math.PI);
    return [
      { part: 'ball', at: joint(IDENTITY, 0, 2, turn) },
      { part: 'light', at: joint(IDENTITY, 0, 2, 0, facing, 1) },
    ];
  },
};
