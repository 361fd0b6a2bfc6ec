import { IDENTITY, joint } from '../paint/affine.ts';
import { glow, oval, path, rounded, shape } from '../paint/brush.ts';
import { fade, lighter } from '../paint/colour.ts';
import { type Form, slot, swing } from './form.ts';

const CLOTH = 'M -22 -70 C -10 -66 10 -66 22 -70 L 44 -4 C 22 4 -22 4 -44 -4 Z';

/** What the cloth makes of its light. */
const WARM = '#ffb65e';

/** A table lamp: a brass foot and stem, a cone of cloth, and the light under it. */
export const lamp: Form = {
  shadow: 34,
  halo: (actor) => ({
    colour: slot(actor.colors, 'light'),
    radius: 150,
    strength: actor.pose.animation === 'glow' ? 0.6 : 0.3,
  }),
  parts: (colours) => ({
    stand: {
      box: [-34, -20, 68, 92],
      paint: (brush) => {
        shape(brush, rounded(-3.5, -14, 7, 76, 3), { fill: '#b58a4a', box: [-4, -14, 8, 76] });
        shape(brush, oval(0, 22, 8, 9), { fill: '#b58a4a', box: [-8, 13, 16, 18] });
        shape(brush, path('M -28 69 C -28 60 -14 57 0 57 C 14 57 28 60 28 69 Z'), {
          fill: '#a5793c',
          box: [-28, 57, 56, 12],
        });
      },
    },
    light: {
      box: [-290, -290, 580, 580],
      paint: (brush) => {
        const { ctx } = brush;
        const light = slot(colours, 'light');
        glow(brush, 0, -10, 280, WARM, 0.3);
        glow(brush, 0, 0, 150, light, 0.26);
        glow(brush, 0, 8, 70, light, 0.5);
        ctx.translate(0, 66);
        ctx.scale(1, 0.24);
        glow(brush, 0, 0, 210, WARM, 0.3);
        glow(brush, 0, 0, 150, light, 0.3);
      },
    },
    bulb: {
      box: [-14, -14, 28, 30],
      paint: (brush) => {
        const light = slot(colours, 'light');
        brush.ctx.fillStyle = lighter(light, 0.6);
        brush.ctx.fill(oval(0, 2, 10, 11));
        glow(brush, 0, 2, 14, '#ffffff', 0.9);
      },
    },
    cloth: {
      box: [-48, -74, 96, 80],
      paint: ({ ctx }) => {
        const inside = ctx.createRadialGradient(0, -8, 4, 0, -20, 62);
        inside.addColorStop(0, fade(slot(colours, 'light'), 0.9));
        inside.addColorStop(1, fade(slot(colours, 'shade'), 0.35));
        ctx.fillStyle = inside;
        ctx.fill(path(CLOTH));
      },
    },
    shade: {
      box: [-48, -74, 96, 76],
      paint: (brush) => {
        const { ctx } = brush;
        const form = path(CLOTH);
        shape(brush, form, { fill: slot(colours, 'shade'), box: [-44, -70, 88, 72], depth: 0.8 });
        ctx.save();
        ctx.clip(form);
        const inside = ctx.createRadialGradient(0, 2, 4, 0, -10, 62);
        inside.addColorStop(0, fade(slot(colours, 'light'), 0.85));
        inside.addColorStop(1, fade(slot(colours, 'light'), 0));
        ctx.fillStyle = inside;
        ctx.fillRect(-50, -74, 100, 80);
        ctx.restore();
        ctx.strokeStyle = fade('#6b4a1c', 0.35);
        ctx.lineWidth = 2;
        ctx.stroke(path('M -43 -6 C -22 2 22 2 43 -6 M -22 -68 C -10 -64 10 -64 22 -68'));
      },
    },
  }),
  pose: () => [
    { part: 'stand', at: IDENTITY },
    { part: 'shade', at: IDENTITY },
  ],
  lights: ({ pose }, { ambient }) => {
    // By day a lamp adds little to the light there is.
    const shows = Math.min(1, 1.25 - ambient * 0.85);
    const warm = pose.animation === 'glow' ? 0.92 + swing(pose.clock, 2.4) * 0.08 : 0.78;
    return [
      { part: 'light', at: IDENTITY, opacity: warm * shows, colouring: { glow: 1 } },
      { part: 'bulb', at: joint(IDENTITY, 0, 0), opacity: warm * shows },
      { part: 'cloth', at: IDENTITY, opacity: warm * warm * 0.5 * shows, colouring: { glow: 1 } },
    ];
  },
};
