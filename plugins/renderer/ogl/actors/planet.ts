import { IDENTITY, joint } from '../paint/affine.ts';
import { oval, path, shape } from '../paint/brush.ts';
import { fade, lighter } from '../paint/colour.ts';
import { type Form, slot, swing } from './form.ts';

/** Half of the ring: the upper half lies behind the planet, the lower before it. */
const ring = (upper: boolean, colour: string) => ({
  box: [-102, -34, 204, 68] as const,
  paint: ({ ctx }: { readonly ctx: CanvasRenderingContext2D }) => {
    for (const [radius, width, alpha] of [
      [92, 9, 0.75],
      [80, 6, 0.95],
      [72, 3, 0.6],
    ] as const) {
      ctx.strokeStyle = fade(colour, alpha);
      ctx.lineWidth = width;
      ctx.beginPath();
      ctx.ellipse(0, 0, radius, radius * 0.27, 0, upper ? Math.PI : 0, upper ? Math.PI * 2 : Math.PI);
      ctx.stroke();
    }
  },
});

export const planet: Form = {
  parts: (colours) => ({
    back: ring(true, slot(colours, 'ring')),
    front: ring(false, slot(colours, 'ring')),
    ball: {
      box: [-64, -64, 128, 128],
      paint: (brush) => {
        const { ctx } = brush;
        const form = oval(0, 0, 60);
        shape(brush, form, { fill: slot(colours, 'body'), box: [-60, -60, 120, 120] });
        ctx.save();
        ctx.clip(form);
        for (const [y, width, alpha] of [
          [-38, 9, 0.5],
          [-16, 14, 0.75],
          [8, 6, 0.5],
          [28, 12, 0.65],
          [48, 6, 0.5],
        ] as const) {
          ctx.strokeStyle = fade(slot(colours, 'bands'), alpha);
          ctx.lineWidth = width;
          ctx.stroke(path(`M -66 ${y} C -24 ${y + 10} 24 ${y + 10} 66 ${y}`));
        }
        ctx.fillStyle = lighter(slot(colours, 'bands'), 0.4, 0.7);
        ctx.fill(oval(22, 22, 13, 7, 8));
        const night = ctx.createRadialGradient(-24, -26, 20, 0, 0, 74);
        night.addColorStop(0, 'rgba(255, 255, 255, 0.22)');
        night.addColorStop(0.5, 'rgba(20, 10, 40, 0)');
        night.addColorStop(1, 'rgba(20, 10, 40, 0.62)');
        ctx.fillStyle = night;
        ctx.fill(form);
        ctx.restore();
      },
    },
  }),
  pose: ({ pose: { clock } }) => {
    const tilt = joint(IDENTITY, 0, 0, -18 + swing(clock, 9) * 3);
    return [
      { part: 'back', at: tilt, shade: 0.75 },
      { part: 'ball', at: tilt },
      { part: 'front', at: tilt },
    ];
  },
};
