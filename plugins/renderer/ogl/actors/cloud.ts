import { IDENTITY, joint } from '../paint/affine.ts';
import { oval, shape } from '../paint/brush.ts';
import { darker } from '../paint/colour.ts';
import { type Form, slot, swing } from './form.ts';

const PUFFS = [
  [-74, 18, 40, 30],
  [-36, -8, 42, 40],
  [14, -20, 48, 32],
  [56, 2, 42, 36],
  [84, 22, 34, 26],
  [0, 22, 96, 28],
] as const;

function outline(): Path2D {
  const whole = new Path2D();
  for (const [x, y, width, height] of PUFFS) whole.addPath(oval(x, y, width, height));
  return whole;
}

export const cloud: Form = {
  parts: (colours) => ({
    body: {
      box: [-122, -56, 244, 112],
      paint: (brush) => {
        const fill = slot(colours, 'body');
        shape(brush, outline(), { fill, box: [-116, -52, 232, 104], depth: 0.35, outline: 0 });
        for (const [x, y, width, height] of PUFFS) {
          const { ctx } = brush;
          const puff = ctx.createRadialGradient(x - width * 0.25, y - height * 0.4, 2, x, y, Math.max(width, height));
          puff.addColorStop(0, 'rgba(255, 255, 255, 0.75)');
          puff.addColorStop(0.6, 'rgba(255, 255, 255, 0.1)');
          puff.addColorStop(1, darker(fill, 0.4, 0.12));
          ctx.fillStyle = puff;
          ctx.fill(oval(x, y, width, height));
        }
      },
    },
  }),
  pose: ({ pose: { clock } }) => [
    { part: 'body', at: joint(IDENTITY, swing(clock, 9) * 4, swing(clock, 6) * 2, 0, 1 + swing(clock, 7) * 0.012) },
  ],
};
