import { IDENTITY, joint } from '../paint/affine.ts';
import { glow, oval, path, shape } from '../paint/brush.ts';
import { fade } from '../paint/colour.ts';
import { type Form, slot, swing } from './form.ts';

export const heart: Form = {
  halo: (actor) => ({
    colour: slot(actor.colors, 'body'),
    radius: 100,
    strength: 0.35 + swing(actor.pose.clock, 1.1) * 0.1,
  }),
  parts: (colours) => ({
    heart: {
      box: [-56, -52, 112, 106],
      paint: (brush) => {
        shape(
          brush,
          path('M 0 48 C -30 24 -53 4 -51 -20 C -49 -48 -14 -54 0 -26 C 14 -54 49 -48 51 -20 C 53 4 30 24 0 48 Z'),
          { fill: slot(colours, 'body'), box: [-51, -46, 102, 94] },
        );
        glow(brush, -26, -22, 22, '#ffffff', 0.6);
        brush.ctx.fillStyle = fade('#ffffff', 0.75);
        brush.ctx.fill(oval(-29, -27, 8, 5, -40));
      },
    },
  }),
  pose: ({ pose: { clock, animation } }) => {
    const since = clock % 1.1;
    const beat =
      animation === 'none' ? 0 : Math.exp(-((since - 0.12) ** 2) * 180) + 0.6 * Math.exp(-((since - 0.36) ** 2) * 180);
    return [{ part: 'heart', at: joint(IDENTITY, 0, 0, swing(clock, 3) * 2, 1 + beat * 0.09) }];
  },
};
