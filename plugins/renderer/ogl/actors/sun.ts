import { IDENTITY, joint } from '../paint/affine.ts';
import { glow, oval, path, shape } from '../paint/brush.ts';
import { smooth } from '../paint/noise.ts';
import { type Form, openEyes, slot, swing } from './form.ts';

/** Twelve tapering rays, long and short in turn. */
const RAYS = Array.from({ length: 12 }, (_, ray) => {
  const at = (degrees: number, radius: number): string => {
    const angle = ((ray * 30 + degrees) * Math.PI) / 180;
    return `${(Math.cos(angle) * radius).toFixed(2)} ${(Math.sin(angle) * radius).toFixed(2)}`;
  };
  const tip = ray % 2 === 0 ? 80 : 72;
  return `M ${at(-9, 57)} Q ${at(-2, 66)} ${at(0, tip)} Q ${at(2, 66)} ${at(9, 57)} Z`;
}).join(' ');

export const sun: Form = {
  shines: true,
  halo: (actor) => ({
    colour: slot(actor.colors, 'rays'),
    radius: 210,
    strength: 0.9 + swing(actor.pose.clock, 5) * 0.06,
  }),
  parts: (colours) => ({
    rays: {
      box: [-84, -84, 168, 168],
      paint: (brush) =>
        shape(brush, path(RAYS), { fill: slot(colours, 'rays'), box: [-80, -80, 160, 160], depth: 0.3, outline: 0.15 }),
    },
    disc: {
      box: [-56, -56, 112, 112],
      paint: (brush) => {
        shape(brush, oval(0, 0, 53), {
          fill: slot(colours, 'body'),
          box: [-53, -53, 106, 106],
          depth: 0.5,
          outline: 0.2,
        });
        glow(brush, -16, -20, 40, '#ffffff', 0.55);
        const { ctx } = brush;
        ctx.fillStyle = 'rgba(255, 110, 70, 0.28)';
        ctx.fill(oval(-29, 12, 10, 7));
        ctx.fill(oval(29, 12, 10, 7));
        ctx.strokeStyle = 'rgba(120, 58, 12, 0.8)';
        ctx.lineWidth = 3.4;
        ctx.lineCap = 'round';
        ctx.stroke(path('M -15 14 C -8 24 8 24 15 14'));
      },
    },
    eye: {
      box: [-6, -8, 12, 16],
      paint: ({ ctx }) => {
        ctx.fillStyle = 'rgba(92, 42, 10, 0.9)';
        ctx.fill(oval(0, 0, 4.4, 6.4));
        ctx.fillStyle = '#ffffff';
        ctx.fill(oval(1.4, -2.2, 1.5, 1.9));
      },
    },
  }),
  pose: ({ y, scale, pose: { clock } }, { horizon, sky_luminance: sky }) => [
    {
      part: 'rays',
      at: joint(IDENTITY, 0, 0, clock * 6, 1 + swing(clock, 3) * 0.025),
      // A sun that sets is a quiet disc in the haze.
      opacity: Math.max(smooth((horizon - y - 190 * scale) / (160 * scale)), smooth((sky - 0.4) * 9)),
    },
    { part: 'disc', at: IDENTITY },
    { part: 'eye', at: joint(IDENTITY, -17, -4, 0, 1, openEyes(clock)) },
    { part: 'eye', at: joint(IDENTITY, 17, -4, 0, 1, openEyes(clock)) },
  ],
};
