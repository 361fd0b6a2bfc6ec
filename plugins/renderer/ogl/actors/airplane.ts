import { IDENTITY, joint } from '../paint/affine.ts';
import { type Brush, glow, oval, path, rounded, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import { smooth } from '../paint/noise.ts';
import { afterDark, type Colours, type Form, type Placed, slot, swing } from './form.ts';
import { slopeOf } from './gait.ts';

const LAMPLIGHT = '#ffd98a';
const HULL =
  'M 122 2 C 122 -14 108 -23 84 -26 C 40 -34 -20 -34 -60 -27 C -92 -21 -118 -12 -138 -8 C -144 -4 -142 4 -134 5 C -104 14 -62 26 -10 29 C 40 32 92 30 110 22 C 119 17 122 10 122 2 Z';
const CABIN = [-66, -45, -24, -3, 18, 39] as const;

/** A window of the cabin with round corners. */
const pane = (x: number): Path2D => rounded(x - 6.5, -15, 13, 15, 5.5);
const COCKPIT = 'M 62 -29 C 76 -29 92 -22 100 -12 C 90 -8 76 -7 64 -9 C 61 -16 61 -22 62 -29 Z';

function paintHull(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const body = slot(colours, 'body');
  const stripe = slot(colours, 'stripe');
  const hull = path(HULL);
  shape(
    brush,
    path('M -96 -20 C -112 -34 -124 -50 -130 -62 C -122 -66 -112 -65 -107 -62 C -92 -46 -76 -32 -56 -26 Z'),
    {
      fill: stripe,
      box: [-131, -65, 76, 46],
    },
  );
  shape(brush, hull, { fill: body, box: [-142, -33, 264, 64] });
  ctx.save();
  ctx.clip(hull);
  ctx.fillStyle = stripe;
  ctx.fill(path('M -150 -2 C -90 8 20 12 126 4 L 126 10 C 20 19 -90 16 -150 5 Z'));
  ctx.fillStyle = fade(darker(body, 0.55), 0.28);
  ctx.fill(path('M -150 8 C -90 20 20 24 126 14 L 126 44 L -150 44 Z'));
  ctx.fillStyle = fade('#ffffff', 0.5);
  ctx.fill(path('M 84 -24 C 30 -31 -30 -30 -76 -21 C -30 -26 30 -27 86 -20 Z'));
  ctx.strokeStyle = fade(darker(body, 0.6), 0.3);
  ctx.lineWidth = 1.3;
  ctx.stroke(path('M 106 -18 C 102 -6 102 10 106 22 M 52 -30 V 27 M -84 -22 C -87 -10 -87 6 -84 20'));
  ctx.restore();
  const glass = slot(colours, 'windows');
  for (const x of CABIN) {
    ctx.fillStyle = darker(body, 0.35);
    ctx.fill(rounded(x - 8, -16.5, 16, 18, 7));
    shape(brush, pane(x), { fill: glass, box: [x - 7, -15, 14, 15], depth: 0.6, outline: 0.4 });
    ctx.fillStyle = fade('#ffffff', 0.6);
    ctx.fill(path(`M ${x - 4} -3 L ${x + 1} -14 L ${x + 4} -13 L ${x - 2} -2 Z`));
  }
  shape(brush, path(COCKPIT), { fill: glass, box: [61, -29, 40, 22], depth: 0.7, outline: 0.6 });
  ctx.fillStyle = fade('#ffffff', 0.65);
  ctx.fill(path('M 66 -26 C 72 -26 78 -24 82 -22 L 75 -11 L 67 -11 Z'));
}

/** The near wing, drawn towards the viewer; the far one is its mirror image above. */
function paintWing(brush: Brush, colours: Colours): void {
  const wings = slot(colours, 'wings');
  const wing = path('M 34 0 C 22 18 -14 44 -46 50 C -58 52 -66 48 -62 42 C -52 30 -34 12 -28 0 Z');
  shape(brush, wing, { fill: wings, box: [-64, 0, 98, 51] });
  const { ctx } = brush;
  ctx.save();
  ctx.clip(wing);
  ctx.fillStyle = slot(colours, 'stripe');
  ctx.fill(path('M -70 54 L -70 34 L -48 36 L -30 46 L -50 56 Z'));
  ctx.strokeStyle = fade(darker(wings, 0.6), 0.4);
  ctx.lineWidth = 1.4;
  ctx.stroke(path('M -20 4 C -30 18 -42 32 -54 44 M 12 12 L -14 10'));
  ctx.restore();
}

function paintTailplane(brush: Brush, colours: Colours): void {
  shape(brush, path('M 22 0 C 12 8 -8 18 -24 20 C -30 20 -31 17 -28 14 C -22 8 -14 4 -10 0 Z'), {
    fill: slot(colours, 'wings'),
    box: [-30, 0, 52, 20],
  });
}

function paintGear(brush: Brush): void {
  const { ctx } = brush;
  ctx.strokeStyle = '#7b8492';
  ctx.lineWidth = 4;
  ctx.lineCap = 'round';
  ctx.stroke(path('M 0 -12 L 2 6'));
  shape(brush, oval(2, 9, 8.5), { fill: '#2b2e36', box: [-7, 0, 18, 18] });
  shape(brush, oval(2, 9, 3.4), { fill: '#c9ced8', box: [-2, 5, 8, 8] });
}

/** How far it rolls its nose up or down, degrees: along its way, and a little by itself in the air. */
function attitude({ animation, clock, vx, vy }: { animation: string; clock: number; vx: number; vy: number }): number {
  const way = Math.hypot(vx, vy);
  const slope = slopeOf({ vx, vy });
  return (
    Math.max(-24, Math.min(24, slope * 0.7)) * smooth(way / 80) + (animation === 'none' ? 0 : swing(clock, 3.6) * 1.4)
  );
}

/** A small propeller plane: the blades turn too fast to be counted, and leave a disc of air. */
export const airplane: Form = {
  parts: (colours) => ({
    hull: { box: [-150, -70, 280, 104], paint: (brush) => paintHull(brush, colours) },
    wing: { box: [-68, -4, 106, 60], paint: (brush) => paintWing(brush, colours) },
    tailplane: { box: [-34, -4, 60, 28], paint: (brush) => paintTailplane(brush, colours) },
    gear: { box: [-10, -18, 26, 40], paint: paintGear },
    spinner: {
      box: [-8, -14, 28, 28],
      paint: (brush) =>
        shape(brush, path('M -4 -12 C 8 -12 17 -6 17 0 C 17 6 8 12 -4 12 Z'), {
          fill: slot(colours, 'stripe'),
          box: [-4, -12, 21, 24],
        }),
    },
    blade: {
      box: [-6, -46, 12, 48],
      paint: (brush) =>
        shape(brush, path('M -2 0 C -6 -16 -5 -36 0 -44 C 5 -36 5 -16 2 0 Z'), {
          fill: '#5a6272',
          box: [-5, -44, 10, 44],
        }),
    },
    disc: {
      box: [-12, -50, 24, 100],
      paint: ({ ctx }) => {
        const air = ctx.createLinearGradient(0, -46, 0, 46);
        for (const [at, alpha] of [
          [0, 0.5],
          [0.3, 0.22],
          [0.5, 0.1],
          [0.7, 0.22],
          [1, 0.5],
        ] as const)
          air.addColorStop(at, fade('#c9d4e2', alpha));
        ctx.fillStyle = air;
        ctx.fill(oval(0, 0, 8.5, 46));
        ctx.strokeStyle = fade(lighter('#8b96a8', 0.2), 0.5);
        ctx.lineWidth = 1.4;
        ctx.stroke(oval(0, 0, 8.5, 46));
      },
    },
    lit: {
      box: [-150, -70, 280, 104],
      paint: (brush) => {
        for (const x of CABIN) {
          glow(brush, x, -8, 22, LAMPLIGHT, 0.4);
          brush.ctx.fillStyle = LAMPLIGHT;
          brush.ctx.fill(pane(x));
        }
        brush.ctx.fillStyle = fade(LAMPLIGHT, 0.8);
        brush.ctx.fill(path(COCKPIT));
      },
    },
    beacon: {
      box: [-22, -22, 44, 44],
      paint: (brush) => {
        glow(brush, 0, 0, 20, '#ff5a4a', 0.9);
        brush.ctx.fillStyle = '#ffd6cf';
        brush.ctx.fill(oval(0, 0, 2.6));
      },
    },
  }),
  pose: (actor) => flown(actor.pose, actor.scale).placed,
  lights: (actor, { ambient }) => {
    const { craft, live } = flown(actor.pose, actor.scale);
    const dusk = afterDark(ambient);
    const flash = live ? smooth((swing(actor.pose.clock, 1.2) - 0.2) / 0.6) : 1;
    return [
      { part: 'lit', at: craft, opacity: dusk },
      { part: 'beacon', at: joint(craft, -119, -66), opacity: dusk * flash },
      { part: 'beacon', at: joint(craft, -46, 56), opacity: dusk * (live ? 1 - flash : 1) },
    ];
  },
};

function flown(pose: { animation: string; clock: number; vx: number; vy: number }, scale: number) {
  const live = pose.animation !== 'none';
  const bob = live ? swing(pose.clock, 2.8) * 2 : 0;
  const craft = joint(IDENTITY, 4, 2 + bob, attitude(pose) / Math.max(1, scale * 0.5));
  const nose = joint(craft, 122, 2);
  const turn = pose.clock * 23;
  const blades: readonly Placed[] = [0, 1, 2].map((at) => {
    const tall = Math.cos(live ? turn + (at * Math.PI * 2) / 3 : (at * Math.PI * 2) / 3);
    return { part: 'blade', at: joint(nose, 7, 0, 0, 1, tall), opacity: live ? 0.55 : 1 };
  });
  const placed: readonly Placed[] = [
    { part: 'wing', at: joint(craft, 16, -22, 0, 0.82, -0.76), shade: 0.78 },
    { part: 'tailplane', at: joint(craft, -112, -10, 0, 0.8, -0.8), shade: 0.8 },
    { part: 'gear', at: joint(craft, 84, 34), shade: 0.85 },
    { part: 'gear', at: joint(craft, -10, 40), shade: 0.72 },
    ...(live ? [{ part: 'disc', at: joint(nose, 7, 0), opacity: 0.9 }] : []),
    ...blades,
    { part: 'hull', at: craft },
    { part: 'spinner', at: nose },
    { part: 'tailplane', at: joint(craft, -114, 2) },
    { part: 'wing', at: joint(craft, 8, 14) },
  ];
  return { craft, live, placed };
}
