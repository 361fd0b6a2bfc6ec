import { IDENTITY } from '../paint/affine.ts';
import { path, rounded, shape } from '../paint/brush.ts';
import { fade } from '../paint/colour.ts';
import { type Form, slot } from './form.ts';

export const book: Form = {
  shadow: 70,
  parts: (colours) => ({
    book: {
      box: [-78, -58, 156, 116],
      paint: (brush) => {
        const { ctx } = brush;
        shape(brush, rounded(-74, -40, 148, 92, 6), { fill: slot(colours, 'cover'), box: [-74, -40, 148, 92] });
        for (const side of [-1, 1]) {
          ctx.save();
          ctx.scale(side, 1);
          shape(brush, path('M 0 -38 C 14 -54 46 -54 68 -46 L 68 38 C 46 32 16 32 0 46 Z'), {
            fill: slot(colours, 'pages'),
            box: [0, -54, 68, 100],
            depth: 0.5,
          });
          ctx.strokeStyle = fade('#6b6478', 0.4);
          ctx.lineWidth = 2.2;
          ctx.lineCap = 'round';
          for (let row = 0; row < 6; row++) {
            const y = -30 + row * 10;
            ctx.stroke(path(`M 10 ${y} C 22 ${y - 7} 40 ${y - 7} ${row === 5 ? 38 : 58} ${y - 4}`));
          }
          ctx.restore();
        }
        const fold = ctx.createLinearGradient(-12, 0, 12, 0);
        fold.addColorStop(0, fade('#3a2e3a', 0));
        fold.addColorStop(0.5, fade('#3a2e3a', 0.4));
        fold.addColorStop(1, fade('#3a2e3a', 0));
        ctx.fillStyle = fold;
        ctx.fill(path('M -12 -44 L 0 -38 L 12 -44 L 12 40 L 0 46 L -12 40 Z'));
        shape(brush, path('M 34 -48 L 44 -49 L 44 -8 L 39 -14 L 34 -8 Z'), { fill: '#e5484d', box: [34, -49, 10, 41] });
      },
    },
  }),
  pose: () => [{ part: 'book', at: IDENTITY }],
};
