import { IDENTITY, joint } from '../paint/affine.ts';
import { glow, limb, oval, path, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import { smooth } from '../paint/noise.ts';
import { type Form, openEyes, type Placed, slot, swing } from './form.ts';

const DOME = 'M -50 -4 C -52 -40 -30 -64 0 -64 C 30 -64 52 -40 50 -4 C 30 6 -30 6 -50 -4 Z';
const HULL = 'M -117 14 C -112 2 -66 -14 0 -14 C 66 -14 112 2 117 14 C 112 30 60 42 0 42 C -60 42 -112 30 -117 14 Z';
/** The running lights along the rim: middle, and how large for being near. */
const LIGHTS = [-78, -52, -26, 0, 26, 52, 78].map((degrees) => {
  const angle = (degrees * Math.PI) / 180;
  return { x: Math.sin(angle) * 103, y: 15 + Math.cos(angle) * 9, near: 0.72 + Math.cos(angle) * 0.34 };
});
const REACH = 170;

/** A flying saucer: a dome with its pilot, lights that run around the rim, and a beam when it takes something up. */
export const ufo: Form = {
  halo: (actor) => ({
    colour: slot(actor.colors, actor.pose.animation === 'beam' ? 'beam' : 'dome'),
    radius: 150,
    strength: actor.pose.animation === 'beam' ? 0.5 : 0.26,
  }),
  parts: (colours) => ({
    pilot: {
      box: [-30, -46, 60, 62],
      paint: (brush) => {
        const { ctx } = brush;
        const skin = '#7fcf6a';
        for (const side of [-1, 1]) {
          ctx.strokeStyle = darker(skin, 0.25);
          ctx.lineWidth = 1.8;
          ctx.lineCap = 'round';
          ctx.stroke(path(`M ${side * 6} -28 Q ${side * 9} -36 ${side * 12} -38`));
          shape(brush, oval(side * 12.4, -39, 3), { fill: skin, box: [side * 12.4 - 3, -42, 6, 6] });
        }
        shape(brush, path('M -20 16 C -20 -2 -10 -6 0 -6 C 10 -6 20 -2 20 16 Z'), {
          fill: '#4a5fa8',
          box: [-20, -6, 40, 22],
        });
        shape(brush, path('M -18 -18 C -18 -32 18 -32 18 -18 C 18 -8 8 0 0 0 C -8 0 -18 -8 -18 -18 Z'), {
          fill: skin,
          box: [-18, -30, 36, 30],
        });
        ctx.strokeStyle = darker(skin, 0.6);
        ctx.lineWidth = 1.5;
        ctx.lineCap = 'round';
        ctx.stroke(path('M -4.5 -5.4 Q 0 -2.4 4.5 -5.4'));
      },
    },
    eye: {
      box: [-8, -9, 16, 18],
      paint: ({ ctx }) => {
        ctx.fillStyle = '#1b1426';
        ctx.fill(oval(0, 0, 5, 6.6));
        ctx.fillStyle = '#ffffff';
        ctx.fill(oval(1.6, -2.4, 1.7, 2));
        ctx.fill(oval(-1.6, 2.6, 0.8));
      },
    },
    inside: {
      box: [-54, -68, 108, 76],
      paint: ({ ctx }) => {
        const back = ctx.createLinearGradient(0, -64, 0, 4);
        back.addColorStop(0, lighter(slot(colours, 'dome'), 0.2, 0.4));
        back.addColorStop(1, darker(slot(colours, 'dome'), 0.55, 0.85));
        ctx.fillStyle = back;
        ctx.fill(path(DOME));
      },
    },
    dome: {
      box: [-54, -68, 108, 76],
      paint: ({ ctx }) => {
        const form = path(DOME);
        const glass = ctx.createRadialGradient(-8, -26, 10, 0, -22, 58);
        glass.addColorStop(0, fade(slot(colours, 'dome'), 0.05));
        glass.addColorStop(0.7, fade(slot(colours, 'dome'), 0.22));
        glass.addColorStop(1, fade(slot(colours, 'dome'), 0.8));
        ctx.fillStyle = glass;
        ctx.fill(form);
        ctx.save();
        ctx.clip(form);
        ctx.fillStyle = fade('#ffffff', 0.65);
        ctx.fill(path('M -40 -16 C -40 -40 -26 -54 -10 -58 C -20 -48 -30 -36 -31 -15 C -32 -9 -39 -10 -40 -16 Z'));
        ctx.fill(oval(32, -40, 3.4, 7, -28));
        ctx.restore();
        ctx.strokeStyle = lighter(slot(colours, 'dome'), 0.5, 0.85);
        ctx.lineWidth = 1.6;
        ctx.stroke(form);
      },
    },
    hull: {
      box: [-120, -18, 240, 84],
      paint: (brush) => {
        const { ctx } = brush;
        const tin = slot(colours, 'hull');
        shape(brush, path('M -46 34 C -40 54 -20 60 0 60 C 20 60 40 54 46 34 Z'), {
          fill: tin,
          box: [-46, 30, 92, 32],
        });
        ctx.fillStyle = darker(tin, 0.55, 0.8);
        ctx.fill(oval(0, 55.5, 24, 4.6));
        shape(brush, path(HULL), { fill: tin, box: [-117, -14, 234, 56], depth: 0.7 });
        ctx.save();
        ctx.clip(path(HULL));
        // Below the rim it curves away into shade, with the seams of its plates.
        const under = ctx.createLinearGradient(0, 14, 0, 42);
        under.addColorStop(0, darker(tin, 0.55, 0));
        under.addColorStop(0.1, darker(tin, 0.5, 0.3));
        under.addColorStop(1, darker(tin, 0.65, 0.62));
        ctx.fillStyle = under;
        ctx.fill(path('M -120 14 C -70 34 70 34 120 14 L 120 50 L -120 50 Z'));
        const top = ctx.createLinearGradient(-70, -14, 60, 18);
        top.addColorStop(0, 'rgba(255, 255, 255, 0.5)');
        top.addColorStop(0.4, 'rgba(255, 255, 255, 0.12)');
        top.addColorStop(1, 'rgba(255, 255, 255, 0)');
        ctx.fillStyle = top;
        ctx.fill(path('M -117 14 C -112 2 -66 -14 0 -14 C 66 -14 112 2 117 14 C 70 34 -70 34 -117 14 Z'));
        ctx.strokeStyle = darker(tin, 0.5, 0.35);
        ctx.lineWidth = 1.1;
        for (const x of [-84, -40, 40, 84]) ctx.stroke(path(`M ${x * 0.55} -12 Q ${x * 0.9} -2 ${x} 22`));
        ctx.strokeStyle = lighter(tin, 0.75, 0.8);
        ctx.lineWidth = 2;
        ctx.stroke(path('M -104 5 C -80 -6 -40 -11 -8 -11.6'));
        ctx.strokeStyle = lighter(tin, 0.5, 0.7);
        ctx.lineWidth = 1.6;
        ctx.stroke(path('M -116 15 C -66 34.4 66 34.4 116 15'));
        ctx.restore();
        shape(brush, path('M -54 -3 C -34 8 34 8 54 -3 C 56 3 50 7 44 9 C 24 14 -24 14 -44 9 C -50 7 -56 3 -54 -3 Z'), {
          fill: tin,
          box: [-56, -4, 112, 18],
          depth: 0.9,
        });
        for (const { x, y, near } of LIGHTS) {
          ctx.fillStyle = darker(tin, 0.75);
          ctx.fill(oval(x, y, 6.4 * near, 5.4 * near));
          ctx.fillStyle = darker(slot(colours, 'lights'), 0.3);
          ctx.fill(oval(x, y, 4.8 * near, 4 * near));
        }
      },
    },
    lamp: {
      box: [-20, -20, 40, 40],
      paint: (brush) => {
        glow(brush, 0, 0, 18, slot(colours, 'lights'), 0.9);
        brush.ctx.fillStyle = slot(colours, 'lights');
        brush.ctx.fill(oval(0, 0, 5.6, 4.6));
        brush.ctx.fillStyle = 'rgba(255, 255, 255, 0.9)';
        brush.ctx.fill(oval(-1, -1, 2.2, 1.7));
      },
    },
    beam: {
      box: [-90, 0, 180, REACH + 22],
      paint: ({ ctx }) => {
        const colour = slot(colours, 'beam');
        const fall = ctx.createLinearGradient(0, 0, 0, REACH);
        fall.addColorStop(0, lighter(colour, 0.3, 0.95));
        fall.addColorStop(0.55, fade(colour, 0.6));
        fall.addColorStop(1, fade(colour, 0.24));
        for (const [half, alpha] of [
          [1, 0.62],
          [0.78, 0.4],
          [0.5, 0.35],
        ] as const) {
          ctx.globalAlpha = alpha;
          ctx.fillStyle = fall;
          ctx.fill(
            path(
              `M ${-22 * half} 0 L ${22 * half} 0 L ${82 * half} ${REACH} Q 0 ${REACH + 30 * half} ${-82 * half} ${REACH} Z`,
            ),
          );
        }
      },
    },
    ring: {
      box: [-86, -20, 172, 40],
      paint: ({ ctx }) => {
        ctx.strokeStyle = darker(slot(colours, 'beam'), 0.28, 0.85);
        ctx.lineWidth = 3.4;
        ctx.stroke(oval(0, 0, 80, 15));
        ctx.strokeStyle = lighter(slot(colours, 'beam'), 0.6);
        ctx.lineWidth = 1.8;
        ctx.stroke(oval(0, 0, 80, 15));
      },
    },
    pool: {
      box: [-30, -12, 60, 24],
      paint: (brush) => {
        brush.ctx.scale(1, 0.36);
        glow(brush, 0, 0, 28, slot(colours, 'beam'), 1);
        brush.ctx.fillStyle = fade('#ffffff', 0.8);
        brush.ctx.fill(limb(-11, 0, 3, 11, 0, 3));
      },
    },
  }),
  pose: ({ pose }) => {
    const body = hoverOf(pose.animation, pose.clock, pose.vx);
    const lids = openEyes(pose.clock + 0.8);
    const pilot = joint(
      body,
      swing(pose.clock, 3.1) * 2,
      -12 + swing(pose.clock, 1.9) * 0.8,
      swing(pose.clock, 3.1) * 4,
    );
    return [
      { part: 'inside', at: body },
      { part: 'pilot', at: pilot },
      { part: 'eye', at: joint(pilot, -7.4, -16, 14, 1, lids) },
      { part: 'eye', at: joint(pilot, 7.4, -16, -14, 1, lids) },
      { part: 'dome', at: body },
      { part: 'hull', at: body },
    ];
  },
  lights: ({ pose: { animation, clock, vx } }, { ambient }) => {
    const body = hoverOf(animation, clock, vx);
    const lamps = LIGHTS.map(({ x, y, near }, at): Placed => {
      // One bright light runs around, its tail behind it.
      const behind = (((clock * 6 - at) % LIGHTS.length) + LIGHTS.length) % LIGHTS.length;
      const lit = animation === 'none' ? 0.75 : 0.4 + 0.6 * Math.exp(-Math.min(behind, LIGHTS.length - behind) * 0.9);
      return { part: 'lamp', at: joint(body, x, y, 0, near), opacity: lit };
    });
    if (animation !== 'beam') return [{ part: 'pool', at: joint(body, 0, 56), opacity: 0.5 }, ...lamps];
    const on = smooth(clock / 0.5);
    const bright = (0.75 + swing(clock, 0.7) * 0.08) * (0.75 + 0.25 * Math.max(0, 1 - ambient)) * on;
    // Rings rise in the beam, as what is caught in it does.
    const rings = [0, 1, 2].map((at): Placed => {
      const share = 1 - ((((clock * 0.55 + at / 3) % 1) + 1) % 1);
      const size = 0.28 + share * 0.68;
      return {
        part: 'ring',
        at: joint(body, 0, 57 + share * REACH * on, 0, size),
        opacity: bright * Math.sin(share * Math.PI) * 0.8,
      };
    });
    return [
      { part: 'beam', at: joint(body, 0, 57, 0, 1, Math.max(0.02, on)), opacity: bright, colouring: { glow: 0.12 } },
      ...rings,
      { part: 'pool', at: joint(body, 0, 57, 0, 1.2), opacity: on },
      ...lamps,
    ];
  },
};

/** How the saucer hangs in the air: it bobs, rocks, and leans into its way. */
const hoverOf = (animation: string, clock: number, vx: number) =>
  animation === 'none'
    ? IDENTITY
    : joint(IDENTITY, 0, swing(clock, 2.6) * 4, swing(clock, 3.7) * 2.2 + Math.max(-14, Math.min(14, vx / 30)));
