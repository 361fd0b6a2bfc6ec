import { FAMILY } from '../layers/fonts.ts';
import { IDENTITY, joint } from '../paint/affine.ts';
import { type Brush, glow, limb, oval, path, rounded, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import { smooth } from '../paint/noise.ts';
import { type Form, type Placed, slot, swing } from './form.ts';

/** It rings for so long out of each so many seconds. */
const RINGS_S = 1.25;
const CALL_S = 2.1;

const ICONS = ['#ff6b6b', '#ffb02e', '#4fc96b', '#46b8f0', '#8b7cf6', '#ff8fc0', '#2fc4b2', '#ffd84d', '#5b6ef0'];
const SIGNS = [
  'M -3 -3 H 3 V 3 H -3 Z',
  'M 0 -4 L 4 3 L -4 3 Z',
  'M -4 1 L -1 4 L 4 -3',
  'M -4 0 H 4 M 0 -4 V 4',
  'M -4 -2 H 4 M -4 2 H 2',
  'M 0 4 C -6 0 -4 -5 0 -2 C 4 -5 6 0 0 4 Z',
];

function icon({ ctx }: Brush, x: number, y: number, at: number): void {
  const colour = ICONS[at % ICONS.length] ?? '#ffffff';
  const face = ctx.createLinearGradient(x, y - 7, x, y + 7);
  face.addColorStop(0, lighter(colour, 0.3));
  face.addColorStop(1, darker(colour, 0.1));
  ctx.fillStyle = face;
  ctx.fill(rounded(x - 6.8, y - 6.8, 13.6, 13.6, 4));
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(0.9, 0.9);
  ctx.strokeStyle = 'rgba(255, 255, 255, 0.95)';
  ctx.lineWidth = 1.6;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.stroke(path(SIGNS[at % SIGNS.length] ?? ''));
  ctx.restore();
}

/** 0 silent, 1 ringing: swells and dies away without a step. */
const ringing = (clock: number): number => {
  const since = clock % CALL_S;
  return smooth(since / 0.12) * smooth((RINGS_S - since) / 0.2);
};

/** A smartphone: icons under a status bar; a call shakes it, sends waves out and shows who it is. */
export const phone: Form = {
  halo: (actor) => ({ colour: slot(actor.colors, 'screen'), radius: 120, strength: 0.25 }),
  parts: (colours) => ({
    body: {
      box: [-47, -86, 94, 172],
      paint: (brush) => {
        const { ctx } = brush;
        for (const [y, long] of [
          [-44, 12],
          [-22, 20],
          [4, 20],
        ] as const)
          shape(brush, rounded(-44.6, y, 5, long, 2), { fill: slot(colours, 'case'), box: [-45, y, 5, long] });
        shape(brush, rounded(39.6, -30, 5, 26, 2), { fill: slot(colours, 'case'), box: [40, -30, 5, 26] });
        shape(brush, rounded(-42.5, -83, 85, 166, 15), { fill: slot(colours, 'case'), box: [-42.5, -83, 85, 166] });
        ctx.strokeStyle = 'rgba(255, 255, 255, 0.35)';
        ctx.lineWidth = 1.2;
        ctx.stroke(rounded(-40.6, -81.1, 81.2, 162.2, 13.4));
        ctx.fillStyle = '#0a0d13';
        ctx.fill(rounded(-39, -79.5, 78, 159, 12));
      },
    },
    screen: {
      box: [-38, -78, 76, 156],
      paint: (brush) => {
        const { ctx } = brush;
        const pane = rounded(-36.6, -77, 73.2, 154, 10);
        const sky = ctx.createLinearGradient(-20, -77, 24, 77);
        sky.addColorStop(0, lighter(slot(colours, 'screen'), 0.42));
        sky.addColorStop(0.5, slot(colours, 'screen'));
        sky.addColorStop(1, darker(slot(colours, 'screen'), 0.45));
        ctx.fillStyle = sky;
        ctx.fill(pane);
        ctx.save();
        ctx.clip(pane);
        ctx.fillStyle = fade('#ffffff', 0.1);
        ctx.fill(oval(26, -20, 52, 44, -24));
        ctx.fillStyle = fade('#ffffff', 0.08);
        ctx.fill(oval(-30, 58, 58, 40, 20));
        ctx.fillStyle = '#ffffff';
        ctx.font = `700 8px "${FAMILY}", sans-serif`;
        ctx.textAlign = 'left';
        ctx.fillText('9:41', -31, -66);
        for (const [at, high] of [2.2, 3.6, 5].entries()) ctx.fillRect(15 + at * 2.6, -66.4 - high, 1.8, high);
        ctx.strokeStyle = '#ffffff';
        ctx.lineWidth = 0.8;
        ctx.stroke(rounded(24.4, -71.6, 7.6, 4.8, 1.3));
        ctx.fillRect(25.4, -70.6, 4.6, 2.8);
        for (let row = 0; row < 4; row++)
          for (let column = 0; column < 4; column++)
            if (row < 3 || column < 2) icon(brush, -25.5 + column * 17, -23.4 + row * 18.4, row * 4 + column);
        ctx.fillStyle = fade('#ffffff', 0.28);
        ctx.fill(rounded(-33.4, 50, 66.8, 20, 8));
        for (const [column, at] of [2, 0, 7, 4].entries()) icon(brush, -25.2 + column * 16.8, 60, at);
        ctx.fillStyle = fade('#ffffff', 0.7);
        ctx.fill(rounded(-11, 72.6, 22, 1.8, 0.9));
        ctx.restore();
        ctx.fillStyle = '#0a0d13';
        ctx.fill(rounded(-10, -73.6, 20, 6.4, 3.2));
        ctx.fillStyle = fade('#ffffff', 0.12);
        ctx.save();
        ctx.clip(pane);
        ctx.fill(path('M 6 -77 L 36 -77 L 36 -52 L -24 77 L -36.6 77 L -36.6 18 Z'));
        ctx.restore();
      },
    },
    call: {
      box: [-36, -16, 72, 32],
      paint: (brush) => {
        const { ctx } = brush;
        ctx.fillStyle = fade('#0c1220', 0.3);
        ctx.fill(rounded(-33.6, -10.6, 67.2, 24, 9));
        ctx.fillStyle = '#fbfdff';
        ctx.fill(rounded(-33.4, -12.4, 66.8, 24, 9));
        ctx.fillStyle = '#ffcf9e';
        ctx.fill(oval(-23.4, -0.4, 7.4));
        ctx.fillStyle = '#5a3a2a';
        ctx.fill(path('M -30.8 -0.6 C -31 -10 -16 -10 -16 -0.6 C -18 -5 -28 -5 -30.8 -0.6 Z'));
        ctx.fill(oval(-25.8, 0.2, 0.9));
        ctx.fill(oval(-21, 0.2, 0.9));
        ctx.fillStyle = fade('#1c2433', 0.85);
        ctx.fill(rounded(-12.4, -5.6, 15, 3.2, 1.6));
        ctx.fillStyle = fade('#1c2433', 0.35);
        ctx.fill(rounded(-12.4, 0.6, 10.5, 2.6, 1.3));
      },
    },
    answer: {
      box: [-8, -8, 16, 16],
      paint: ({ ctx }) => {
        ctx.fillStyle = '#34c759';
        ctx.fill(oval(0, 0, 6));
        ctx.strokeStyle = '#ffffff';
        ctx.lineWidth = 1.9;
        ctx.lineCap = 'round';
        ctx.stroke(path('M -2.6 -2.2 C -2.4 1 -0.6 2.6 2.6 2.8'));
      },
    },
    refuse: {
      box: [-8, -8, 16, 16],
      paint: ({ ctx }) => {
        ctx.fillStyle = '#ff3b30';
        ctx.fill(oval(0, 0, 6));
        ctx.strokeStyle = '#ffffff';
        ctx.lineWidth = 1.9;
        ctx.lineCap = 'round';
        ctx.stroke(path('M -2.2 -2.2 L 2.2 2.2 M 2.2 -2.2 L -2.2 2.2'));
      },
    },
    wave: {
      box: [0, -40, 26, 80],
      paint: (brush) => {
        const { ctx } = brush;
        ctx.strokeStyle = slot(colours, 'screen');
        ctx.lineCap = 'round';
        for (const [x, high, width] of [
          [4, 15, 4.4],
          [13, 26, 4],
        ] as const) {
          ctx.lineWidth = width;
          ctx.stroke(path(`M ${x} ${-high} Q ${x + high * 0.36} 0 ${x} ${high}`));
        }
        ctx.fillStyle = slot(colours, 'screen');
        ctx.fill(limb(0, 0, 0.1, 0.1, 0, 0.1));
      },
    },
    shine: {
      box: [-100, -110, 200, 220],
      paint: (brush) => glow(brush, 0, 0, 100, slot(colours, 'screen'), 0.4),
    },
  }),
  pose: ({ pose: { clock, animation }, facing }) => {
    const loud = animation === 'ring' ? ringing(clock) : 0;
    const wave = (side: number): Placed => ({
      part: 'wave',
      at: joint(IDENTITY, side * (47 + loud * 3 * (1 + swing(clock, 0.42))), 0, 0, side, 1),
      opacity: loud * (0.6 + 0.4 * swing(clock, 0.42)),
    });
    return [
      wave(-1),
      wave(1),
      { part: 'body', at: joint(joint(IDENTITY, 0, 0, 0, facing, 1), 0, 0, loud * swing(clock, 0.11) * 4.5) },
    ];
  },
  lights: ({ pose: { clock, animation }, facing }, { ambient }) => {
    const rings = animation === 'ring';
    const loud = rings ? ringing(clock) : 0;
    // The writing reads the right way round, whichever way the phone is said to look.
    const held = joint(joint(IDENTITY, 0, 0, 0, facing, 1), 0, 0, loud * swing(clock, 0.11) * 4.5);
    const shown = rings ? smooth(clock / 0.35) : 0;
    const card = joint(held, 0, -47.5 - (1 - shown) * 12);
    return [
      {
        part: 'shine',
        at: IDENTITY,
        opacity: (0.1 + loud * 0.25) * Math.max(0.15, 1 - ambient),
        colouring: { glow: 1 },
      },
      { part: 'screen', at: held },
      { part: 'call', at: card, opacity: shown },
      { part: 'refuse', at: joint(card, 11.5, -0.4), opacity: shown },
      { part: 'answer', at: joint(card, 25.4, -0.4, 0, 1 + loud * 0.14 * swing(clock, 0.42)), opacity: shown },
    ];
  },
};
