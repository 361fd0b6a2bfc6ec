import { IDENTITY } from '../paint/affine.ts';
import { path, shape } from '../paint/brush.ts';
import { darker, fade } from '../paint/colour.ts';
import { type Form, slot } from './form.ts';

const MASS =
  'M -262 166 L -188 66 L -150 84 L -84 -36 L -52 -12 L 6 -160 L 34 -132 L 84 -34 L 112 -52 L 176 48 L 204 38 L 262 166 Z';

export const mountain: Form = {
  parts: (colours) => ({
    mountain: {
      box: [-264, -166, 528, 334],
      paint: (brush) => {
        const { ctx } = brush;
        const rock = slot(colours, 'rock');
        const form = path(MASS);
        shape(brush, form, { fill: rock, box: [-262, -164, 524, 330], depth: 0.7, outline: 0.3 });
        ctx.save();
        ctx.clip(form);
        ctx.fillStyle = darker(rock, 0.5, 0.42);
        ctx.fill(
          path(
            'M 6 -164 L 34 -132 L 84 -34 L 112 -52 L 176 48 L 204 38 L 270 170 L 60 170 L 84 110 L 44 60 L 66 10 L 26 -40 L 36 -84 Z M -84 -36 L -52 -12 L -70 40 L -40 80 L -80 170 L -120 170 L -104 90 L -128 60 Z',
          ),
        );
        shape(brush, path('M 6 -164 L 36 -132 L 66 -72 L 48 -84 L 34 -56 L 18 -82 L 4 -48 L -8 -84 L -34 -58 Z'), {
          fill: slot(colours, 'snow'),
          box: [-34, -164, 100, 116],
          depth: 0.5,
          outline: 0,
        });
        shape(
          brush,
          path(
            'M -84 -38 L -60 -18 L -66 6 L -78 -8 L -92 20 L -100 0 L -114 22 Z M 112 -54 L 136 -14 L 122 -22 L 110 2 L 98 -20 L 86 -32 Z',
          ),
          { fill: slot(colours, 'snow'), box: [-114, -54, 250, 76], depth: 0.4, outline: 0 },
        );
        ctx.strokeStyle = fade('#ffffff', 0.1);
        ctx.lineWidth = 2;
        ctx.stroke(path('M -188 66 L -210 120 M -150 84 L -164 140 M -20 -90 L -44 20 L -30 60 M 120 20 L 108 90'));
        const mist = ctx.createLinearGradient(0, 60, 0, 166);
        mist.addColorStop(0, fade('#dfe8f5', 0));
        mist.addColorStop(1, fade('#dfe8f5', 0.4));
        ctx.fillStyle = mist;
        ctx.fillRect(-264, 60, 528, 110);
        ctx.restore();
      },
    },
  }),
  pose: () => [{ part: 'mountain', at: IDENTITY }],
};
