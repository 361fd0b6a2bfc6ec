import type { FrameActor } from '../../../../dsl/index.ts';
import { IDENTITY, joint } from '../paint/affine.ts';
import { type Brush, glow, limb, oval, path, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import { type Colours, type Form, openEyes, type Placed, slot, swing } from './form.ts';

/** Plates along a back, from one end to the other. */
function plates(brush: Brush, colours: Colours, points: readonly (readonly [number, number, number, number])[]): void {
  for (const [x, y, size, degrees] of points) {
    const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
    const at = (across: number, up: number) => `${x + cos * across + sin * up} ${y + sin * across - cos * up}`;
    shape(
      brush,
      path(
        `M ${at(-size * 0.6, -2)} Q ${at(-size * 0.2, size * 0.8)} ${at(0, size)} Q ${at(size * 0.5, size * 0.5)} ${at(size * 0.6, -2)} Z`,
      ),
      {
        fill: slot(colours, 'wings'),
        box: [x - size, y - size, size * 2, size * 2],
      },
    );
  }
}

function paintBody(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const body = slot(colours, 'body');
  plates(brush, colours, [
    [-50, -2, 15, -18],
    [-26, -14, 18, -10],
    [2, -18, 19, 2],
    [28, -14, 17, 14],
    [48, -26, 14, -20],
    [58, -48, 12, -38],
  ]);
  const trunk = path(
    'M -78 22 C -66 -12 -26 -26 14 -20 C 34 -18 42 -30 50 -50 C 58 -72 84 -72 88 -50 C 90 -26 84 6 68 30 C 54 52 24 62 -14 60 C -46 58 -76 48 -78 22 Z',
  );
  shape(brush, trunk, { fill: body, box: [-78, -70, 168, 132] });
  ctx.save();
  ctx.clip(trunk);
  ctx.fillStyle = slot(colours, 'belly');
  ctx.fill(path('M 92 -44 C 92 -16 86 8 72 30 C 52 62 10 66 -30 60 C 6 52 34 40 50 16 C 64 -6 68 -32 74 -52 Z'));
  ctx.strokeStyle = fade(darker(slot(colours, 'belly'), 0.4), 0.5);
  ctx.lineWidth = 2;
  for (const [x, y] of [
    [72, -30],
    [70, -12],
    [62, 6],
    [50, 22],
    [34, 36],
    [14, 46],
    [-8, 53],
  ] as const)
    ctx.stroke(path(`M ${x} ${y} q 10 6 22 4`));
  ctx.fillStyle = fade(lighter(body, 0.3), 0.5);
  for (const [x, y, r] of [
    [-44, 10, 5],
    [-28, 0, 4],
    [-22, 16, 5],
    [-4, 4, 4.5],
    [4, 22, 4],
    [22, 2, 4],
    [-40, 28, 4],
  ] as const)
    ctx.fill(oval(x, y, r, r * 0.7));
  ctx.restore();
}

function paintHead(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const body = slot(colours, 'body');
  for (const far of [true, false])
    shape(
      brush,
      path(
        far
          ? 'M -8 -20 C -16 -36 -30 -42 -40 -42 C -30 -34 -24 -24 -20 -14 Z'
          : 'M 2 -22 C -2 -38 -14 -50 -26 -54 C -20 -42 -16 -30 -12 -16 Z',
      ),
      {
        fill: far ? '#d8c9a8' : '#f0e4c8',
        box: [-40, -54, 42, 42],
      },
    );
  shape(brush, path('M -20 -20 L -38 -12 L -22 -6 L -34 4 L -14 4 Z'), {
    fill: slot(colours, 'wings'),
    box: [-38, -20, 24, 24],
  });
  shape(
    brush,
    path(
      'M -22 8 C -28 -14 -10 -28 10 -26 C 24 -25 30 -16 40 -14 C 56 -12 66 -4 64 6 C 62 12 54 14 44 13 C 28 12 18 18 4 18 C -8 18 -20 16 -22 8 Z',
    ),
    { fill: body, box: [-24, -28, 90, 46] },
  );
  ctx.fillStyle = darker(body, 0.55);
  ctx.fill(oval(56, -3, 3, 2.2, 20));
  ctx.fillStyle = fade(lighter(body, 0.35), 0.5);
  ctx.fill(oval(28, -8, 9, 4, 14));
}

/** The lower jaw, on its hinge at the origin. */
function paintJaw(brush: Brush, colours: Colours): void {
  shape(brush, path('M -6 -2 C 10 4 30 2 52 2 C 54 8 46 13 32 13 C 14 14 -2 12 -6 -2 Z'), {
    fill: slot(colours, 'belly'),
    box: [-6, -2, 60, 16],
  });
  brush.ctx.fillStyle = '#ffffff';
  for (const x of [18, 30, 42]) brush.ctx.fill(path(`M ${x} 3 l 3.5 -6 l 3.5 6 Z`));
}

function paintWing(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const membrane = path(
    'M 0 0 C -8 -40 -34 -76 -78 -94 C -74 -76 -78 -64 -88 -54 C -70 -54 -62 -46 -62 -32 C -48 -36 -38 -28 -36 -14 C -24 -18 -14 -10 -10 2 Z',
  );
  shape(brush, membrane, { fill: slot(colours, 'wings'), box: [-88, -94, 88, 96] });
  ctx.strokeStyle = darker(slot(colours, 'body'), 0.2);
  ctx.lineCap = 'round';
  ctx.lineWidth = 6;
  ctx.stroke(path('M -2 0 C -10 -38 -36 -74 -78 -92'));
  ctx.lineWidth = 3;
  ctx.stroke(
    path('M -24 -52 C -44 -56 -66 -56 -86 -54 M -14 -34 C -30 -36 -46 -36 -61 -32 M -8 -20 C -18 -20 -26 -18 -35 -14'),
  );
}

function paintLeg(brush: Brush, colours: Colours): void {
  const body = slot(colours, 'body');
  shape(brush, limb(0, 4, 17, 2, 38, 11), { fill: body, box: [-17, -13, 36, 62] });
  shape(brush, path('M -12 46 C -14 34 12 32 20 42 C 28 44 30 52 26 54 L -10 54 C -14 52 -14 50 -12 46 Z'), {
    fill: body,
    box: [-14, 34, 44, 20],
  });
  brush.ctx.fillStyle = '#f0e4c8';
  for (const x of [8, 17, 25]) brush.ctx.fill(path(`M ${x} 48 q 6 1 7 6 q -6 1 -9 -1 Z`));
}

function paintTail(brush: Brush, colours: Colours): void {
  plates(brush, colours, [
    [-16, -4, 13, -30],
    [-36, 8, 11, -30],
    [-56, 15, 9, -12],
  ]);
  shape(
    brush,
    path('M 8 -18 C -18 -4 -40 12 -68 12 C -78 12 -84 8 -88 2 L -92 12 C -84 26 -52 34 -28 30 C -8 28 8 24 14 14 Z'),
    {
      fill: slot(colours, 'body'),
      box: [-92, -18, 106, 50],
    },
  );
  shape(brush, path('M -84 12 L -108 -8 C -104 4 -108 14 -118 22 C -104 22 -92 24 -82 18 Z'), {
    fill: slot(colours, 'wings'),
    box: [-118, -8, 36, 32],
  });
}

function paintFire(brush: Brush, colours: Colours): void {
  const fire = slot(colours, 'fire');
  glow(brush, 40, 0, 66, fire, 0.55);
  const { ctx } = brush;
  for (const [width, tone] of [
    [1, fire],
    [0.68, lighter(fire, 0.45)],
    [0.38, '#fff6d8'],
  ] as const) {
    const [w, h] = [86 * (0.55 + width * 0.45), 24 * width];
    ctx.fillStyle = tone;
    ctx.fill(
      path(
        `M 0 0 C ${w * 0.2} ${-h} ${w * 0.6} ${-h * 1.3} ${w} ${-h * 0.5} C ${w * 0.86} ${-h * 0.2} ${w * 0.96} ${h * 0.1} ${w * 1.05} ${h * 0.35} C ${w * 0.8} ${h * 0.4} ${w * 0.86} ${h * 0.8} ${w * 0.8} ${h * 1.1} C ${w * 0.5} ${h * 1.1} ${w * 0.2} ${h * 0.8} 0 0 Z`,
      ),
    );
  }
}

function posed({ pose }: FrameActor): readonly Placed[] {
  const { animation, clock } = pose;
  const live = animation === 'none' ? 0 : 1;
  const flies = animation === 'fly' || pose.airborne > 0;
  const beat = flies ? swing(clock, 0.9) : swing(clock, 3.4) * 0.18 * live;
  const breath = animation === 'breathe' ? Math.max(0, swing(clock, 2.6, -0.12)) ** 0.6 : 0;
  const body = joint(IDENTITY, -14, 28 - beat * (flies ? 9 : 1), flies ? -4 + beat * 2 : 0);
  const head = joint(body, 70, -66, swing(clock, 3.4) * 3 * live - breath * 6);
  const spread = flies ? 1.12 : 0.92;
  const tuck = flies ? 34 : 0;
  const leg = (x: number, y: number, phase: number, shade: number) => ({
    part: 'leg',
    at: joint(body, x, y, tuck + (flies ? swing(clock, 0.9, phase) * 6 : 0), shade < 1 ? 0.94 : 1),
    shade,
  });
  return [
    { part: 'wing', at: joint(body, 14, -10, 24 + beat * 30, spread, spread * (0.75 + beat * 0.3)), shade: 0.72 },
    leg(44, 32, 0.3, 0.76),
    leg(-46, 32, 0.5, 0.76),
    { part: 'tail', at: joint(body, -62, 26, swing(clock, 2.8) * 5 * live + (flies ? 6 : 0)) },
    { part: 'body', at: body },
    leg(26, 36, 0, 1),
    leg(-58, 36, 0.2, 1),
    { part: 'jaw', at: joint(head, 4, 10, 3 + breath * 20) },
    ...(breath > 0.02
      ? [
          {
            part: 'fire',
            at: joint(
              head,
              58,
              12,
              8 + swing(clock, 0.23) * 3,
              0.5 + breath * (0.6 + 0.06 * swing(clock, 0.17)),
              0.6 + breath * 0.5,
            ),
            opacity: Math.min(1, breath * 2),
          },
        ]
      : []),
    { part: 'head', at: head },
    { part: 'eye', at: joint(head, 14, -10, 0, 1, openEyes(clock)) },
    { part: 'wing', at: joint(body, -4, -6, beat * 34, spread, spread * (0.8 + beat * 0.3)) },
  ];
}

/** A young dragon: beats its wings when it flies, breathes fire when it is told to. */
export const dragon: Form = {
  shadow: 80,
  parts: (colours) => ({
    body: { box: [-84, -92, 180, 158], paint: (brush) => paintBody(brush, colours) },
    head: { box: [-46, -60, 116, 84], paint: (brush) => paintHead(brush, colours) },
    jaw: { box: [-10, -6, 68, 24], paint: (brush) => paintJaw(brush, colours) },
    wing: { box: [-96, -100, 102, 108], paint: (brush) => paintWing(brush, colours) },
    leg: { box: [-22, -16, 60, 76], paint: (brush) => paintLeg(brush, colours) },
    tail: { box: [-122, -24, 142, 62], paint: (brush) => paintTail(brush, colours) },
    fire: { box: [-30, -70, 160, 140], paint: (brush) => paintFire(brush, colours) },
    eye: {
      box: [-9, -9, 18, 18],
      paint: ({ ctx }) => {
        ctx.fillStyle = '#fff3b8';
        ctx.fill(oval(0, 0, 7.5));
        ctx.fillStyle = '#20242c';
        ctx.fill(oval(2, 0.5, 3.4, 5.2));
        ctx.fillStyle = '#ffffff';
        ctx.fill(oval(3.2, -2, 1.4));
      },
    },
  }),
  pose: posed,
  lights: (actor) => posed(actor).filter(({ part }) => part === 'fire'),
};
