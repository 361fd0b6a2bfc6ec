import { IDENTITY, joint } from '../paint/affine.ts';
import { glow, limb, oval, path, rounded, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import { type Form, type Placed, slot, swing } from './form.ts';

const GLASS = 'M -17 36 C -17 18 -46 10 -46 -24 C -46 -53 -25 -71 0 -71 C 25 -71 46 -53 46 -24 C 46 10 17 18 17 36 Z';
const COIL =
  'M -16 -14 C -15 -22 -9 -22 -9 -15 C -9 -9 -4 -9 -4 -15 C -4 -22 3 -22 3 -15 C 3 -9 8 -9 8 -15 C 8 -22 15 -22 16 -14';
const RAYS = 9;

/** A light bulb: clear glass around a coiled wire, dark until it glows. */
export const bulb: Form = {
  halo: (actor) => ({
    colour: slot(actor.colors, 'light'),
    radius: 150,
    strength: actor.pose.animation === 'glow' ? 0.75 + swing(actor.pose.clock, 2.2) * 0.1 : 0.04,
  }),
  parts: (colours) => ({
    inside: {
      box: [-24, -30, 48, 70],
      paint: (brush) => {
        const { ctx } = brush;
        ctx.fillStyle = fade('#dfe6ee', 0.75);
        ctx.fill(path('M -9 38 C -8 26 -4 22 -3 12 L 3 12 C 4 22 8 26 9 38 Z'));
        ctx.strokeStyle = '#6e6a72';
        ctx.lineWidth = 1.6;
        ctx.lineCap = 'round';
        ctx.stroke(path('M -3 16 C -8 4 -14 -4 -16 -14 M 3 16 C 8 4 14 -4 16 -14 M 0 12 L 0 -8'));
        ctx.strokeStyle = '#5b4c46';
        ctx.lineWidth = 2;
        ctx.stroke(path(COIL));
      },
    },
    glass: {
      box: [-48, -73, 96, 112],
      paint: (brush) => {
        const { ctx } = brush;
        const form = path(GLASS);
        const clear = ctx.createRadialGradient(-10, -30, 6, 0, -20, 58);
        clear.addColorStop(0, fade(slot(colours, 'glass'), 0.16));
        clear.addColorStop(0.7, fade(slot(colours, 'glass'), 0.36));
        clear.addColorStop(0.88, darker(slot(colours, 'glass'), 0.16, 0.55));
        clear.addColorStop(1, darker(slot(colours, 'glass'), 0.42, 0.85));
        ctx.fillStyle = clear;
        ctx.fill(form);
        ctx.save();
        ctx.clip(form);
        ctx.strokeStyle = darker(slot(colours, 'glass'), 0.4, 0.16);
        ctx.lineWidth = 9;
        ctx.stroke(form);
        ctx.fillStyle = fade('#ffffff', 0.75);
        ctx.fill(path('M -33 -18 C -35 -38 -26 -54 -12 -59 C -18 -50 -25 -38 -26 -19 C -27 -13 -32 -12 -33 -18 Z'));
        ctx.fill(oval(-26, -3, 3.4, 4.6, -20));
        ctx.fillStyle = fade('#ffffff', 0.28);
        ctx.fill(path('M 37 -26 C 38 -6 26 6 16 14 C 24 2 31 -8 32 -26 C 33 -30 36 -30 37 -26 Z'));
        ctx.restore();
        ctx.strokeStyle = darker(slot(colours, 'glass'), 0.55, 0.65);
        ctx.lineWidth = 1.5;
        ctx.stroke(form);
      },
    },
    cap: {
      box: [-22, 30, 44, 46],
      paint: (brush) => {
        const { ctx } = brush;
        const metal = slot(colours, 'cap');
        shape(brush, path('M -7 66 L 7 66 C 7 72 4 74.5 0 74.5 C -4 74.5 -7 72 -7 66 Z'), {
          fill: '#2a2e36',
          box: [-7, 66, 14, 9],
        });
        shape(brush, path('M -15 60 L 15 60 L 9 68 L -9 68 Z'), { fill: '#3c424d', box: [-15, 58, 30, 10] });
        for (const [turn, half] of [18, 18.4, 18, 17].entries()) {
          const y = 33 + turn * 7.2;
          shape(brush, rounded(-half, y, half * 2, 7.6, 3.6), { fill: metal, box: [-half, y - 2, half * 2, 12] });
        }
        ctx.strokeStyle = fade('#1b2029', 0.45);
        ctx.lineWidth = 1.3;
        for (const turn of [0, 1, 2])
          ctx.stroke(path(`M -17 ${39.4 + turn * 7.2} Q 0 ${43.6 + turn * 7.2} 17 ${40.6 + turn * 7.2}`));
        ctx.fillStyle = fade('#ffffff', 0.42);
        ctx.fill(rounded(-12, 34, 4.6, 27, 2.2));
      },
    },
    shine: { box: [-150, -170, 300, 300], paint: (brush) => glow(brush, 0, -22, 146, slot(colours, 'light'), 0.75) },
    lit: {
      box: [-48, -73, 96, 112],
      paint: (brush) => {
        const { ctx } = brush;
        const form = path(GLASS);
        ctx.save();
        ctx.clip(form);
        const bright = ctx.createRadialGradient(0, -16, 3, 0, -18, 56);
        bright.addColorStop(0, '#ffffff');
        bright.addColorStop(0.3, lighter(slot(colours, 'light'), 0.7));
        bright.addColorStop(0.75, slot(colours, 'light'));
        bright.addColorStop(1, darker(slot(colours, 'light'), 0.08));
        ctx.fillStyle = bright;
        ctx.fill(form);
        ctx.fillStyle = fade('#ffffff', 0.8);
        ctx.fill(path('M -33 -18 C -35 -38 -26 -54 -12 -59 C -18 -50 -25 -38 -26 -19 C -27 -13 -32 -12 -33 -18 Z'));
        ctx.restore();
        ctx.strokeStyle = darker(slot(colours, 'light'), 0.45, 0.5);
        ctx.lineWidth = 1.4;
        ctx.stroke(form);
      },
    },
    wire: {
      box: [-34, -38, 68, 60],
      paint: (brush) => {
        const { ctx } = brush;
        glow(brush, 0, -16, 32, '#ffffff', 1);
        ctx.lineCap = 'round';
        ctx.strokeStyle = fade('#b8862a', 0.8);
        ctx.lineWidth = 1.3;
        ctx.stroke(path('M -3 16 C -8 4 -14 -4 -16 -14 M 3 16 C 8 4 14 -4 16 -14'));
        ctx.strokeStyle = '#ff9d2e';
        ctx.lineWidth = 4.2;
        ctx.stroke(path(COIL));
        ctx.strokeStyle = '#fffbe8';
        ctx.lineWidth = 2;
        ctx.stroke(path(COIL));
      },
    },
    ray: {
      box: [-4, -12, 8, 24],
      paint: ({ ctx }) => {
        ctx.fillStyle = slot(colours, 'light');
        ctx.fill(limb(0, -8, 2.6, 0, 7, 1.6));
      },
    },
  }),
  pose: () => [
    { part: 'inside', at: IDENTITY },
    { part: 'glass', at: IDENTITY },
    { part: 'cap', at: IDENTITY },
  ],
  lights: ({ pose: { animation, clock } }, { ambient }) => {
    if (animation !== 'glow') return [];
    // Warms up within a third of a second and then breathes.
    const warm = Math.min(1, 0.15 + clock * 2.6) * (0.94 + swing(clock, 2.2) * 0.06);
    const rays = Array.from({ length: RAYS }, (_, ray): Placed => {
      const degrees = -128 + (ray / (RAYS - 1)) * 256;
      const angle = ((degrees - 90) * Math.PI) / 180;
      const out = 60 + swing(clock, 1.6, ray % 2 === 0 ? 0 : 0.5) * 2.4;
      const long = (ray % 2 === 0 ? 0.85 : 0.6) + swing(clock, 1.6, ray % 2 === 0 ? 0 : 0.5) * 0.14;
      return {
        part: 'ray',
        at: joint(IDENTITY, Math.cos(angle) * out, -22 + Math.sin(angle) * out, degrees, 0.9, long),
        opacity: warm,
      };
    });
    return [
      { part: 'shine', at: IDENTITY, opacity: warm * (0.3 + 0.6 * Math.max(0, 1 - ambient)), colouring: { glow: 1 } },
      ...rays,
      { part: 'lit', at: IDENTITY, opacity: warm * 0.92 },
      { part: 'wire', at: IDENTITY, opacity: warm },
    ];
  },
};
