import type { FrameActor } from '../../../../dsl/index.ts';
import { IDENTITY, joint } from '../paint/affine.ts';
import { type Brush, limb, oval, path, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import { smooth } from '../paint/noise.ts';
import { beadEye, closedEye } from './eyes.ts';
import { type Colours, type Form, openEyes, type Placed, slot, swing } from './form.ts';
import { paceOf, pitchOf } from './gait.ts';

/** Units that one hop covers, and seconds of one on the spot. */
const HOP = 74;
const HOP_S = 0.62;

function paintBody(brush: Brush, colours: Colours): void {
  const coat = slot(colours, 'body');
  const form = path(
    'M -38 12 C -40 -14 -20 -30 2 -29 C 20 -30 33 -18 33 2 C 35 22 26 38 6 40 L -22 40 C -34 38 -38 28 -38 12 Z',
  );
  shape(brush, form, { fill: coat, box: [-39, -30, 74, 70] });
  const { ctx } = brush;
  ctx.save();
  ctx.clip(form);
  ctx.fillStyle = lighter(coat, 0.65, 0.6);
  ctx.fill(oval(30, 8, 13, 24, 8));
  ctx.restore();
}

function paintHaunch(brush: Brush, colours: Colours): void {
  const coat = slot(colours, 'body');
  shape(brush, oval(0, 0, 21, 19.5, -14), { fill: coat, box: [-22, -20, 44, 40], outline: 0.22 });
}

function paintFoot(brush: Brush, colours: Colours): void {
  const coat = slot(colours, 'body');
  shape(brush, path('M -14 -6 C -6 -11 14 -9 22 -4 C 29 0 29 7 23 8 L -10 8 C -18 8 -20 -2 -14 -6 Z'), {
    fill: lighter(coat, 0.12),
    box: [-18, -9, 46, 17],
  });
  brush.ctx.strokeStyle = darker(coat, 0.6, 0.5);
  brush.ctx.lineWidth = 1.4;
  brush.ctx.lineCap = 'round';
  brush.ctx.stroke(path('M 19 1 L 24 3 M 15 3 L 20 5'));
}

function paintHead(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const coat = slot(colours, 'body');
  const inner = slot(colours, 'ears');
  const form = path('M -22 2 C -22 -14 -8 -22 6 -20 C 20 -19 30 -10 32 0 C 34 10 26 18 12 20 C -4 23 -22 18 -22 2 Z');
  shape(brush, form, { fill: coat, box: [-22, -21, 55, 42] });
  ctx.save();
  ctx.clip(form);
  ctx.fillStyle = lighter(coat, 0.7, 0.85);
  ctx.fill(oval(23, 9, 12.5, 10, -12));
  ctx.fillStyle = fade(inner, 0.5);
  ctx.fill(oval(4, 10, 8, 5.5));
  ctx.restore();
  ctx.fillStyle = darker(inner, 0.2);
  ctx.fill(path('M 26 -1 C 29 -4 34 -3 34 0 C 33 4 29 5 27 3 Z'));
  ctx.strokeStyle = darker(coat, 0.7, 0.8);
  ctx.lineWidth = 1.5;
  ctx.lineCap = 'round';
  ctx.stroke(path('M 29.5 4 C 29 8 25 10 21 8.5'));
  ctx.fillStyle = '#ffffff';
  ctx.fill(path('M 24.5 9 h 4 v 4.4 h -4 Z'));
  ctx.strokeStyle = fade('#5b4a44', 0.45);
  ctx.lineWidth = 0.9;
  ctx.stroke(path('M 22 6 C 14 7 6 10 0 14 M 22 4 C 12 3 4 4 -3 6 M 24 8 C 18 12 12 15 7 19'));
}

function paintEar(brush: Brush, colours: Colours): void {
  const coat = slot(colours, 'body');
  shape(brush, path('M -7 4 C -12 -10 -11 -34 -1 -43 C 9 -36 11 -12 7 4 Z'), { fill: coat, box: [-11, -43, 21, 47] });
  brush.ctx.fillStyle = fade(slot(colours, 'ears'), 0.92);
  brush.ctx.fill(path('M -3 0 C -7 -12 -6 -28 0 -36 C 6 -28 6 -12 4 0 Z'));
}

function paintTail(brush: Brush, colours: Colours): void {
  const fill = slot(colours, 'tail');
  for (const [x, y, r] of [
    [-4, 5, 7],
    [4, 6, 6],
    [-7, -2, 6.5],
    [4, -5, 6],
    [-2, -1, 9],
  ] as const)
    shape(brush, oval(x, y, r), { fill, box: [x - r, y - r, r * 2, r * 2], depth: 0.5, outline: 0.12 });
}

function posed(actor: FrameActor): readonly Placed[] {
  const { animation, clock, travelled, airborne } = actor.pose;
  const live = animation === 'none' ? 0 : 1;
  const hops = animation === 'hop';
  const turn = hops ? clock / HOP_S : travelled / (HOP * Math.max(0.1, actor.scale));
  const pace = hops ? 1 : paceOf(actor);
  // Pushes off, flies, lands: in each hop the feet are on the ground for the first third.
  const t = Math.max(0, ((turn % 1) - 0.3) / 0.7);
  const arc = Math.sin(Math.PI * t) * pace;
  const up = Math.max(arc, smooth(airborne));
  const crouch = Math.sin(Math.PI * Math.min(1, (turn % 1) / 0.3)) * pace * (1 - smooth(airborne));
  const pitch = pitchOf(actor) - Math.cos(Math.PI * t) * 14 * arc;
  const breath = 1 + swing(clock, 1.6) * 0.014 * live;
  const low = 40 - 40 * (1 - crouch * 0.12) * breath;
  const trunk = joint(IDENTITY, -8, 20 - arc * 20 + low, pitch, (1 + up * 0.1) / breath, (1 - crouch * 0.12) * breath);
  const head = joint(trunk, 26, -22, -pitch * 0.5 + swing(clock, 2.9) * 2.5 * live);
  const twitch = Math.max(0, swing(clock, 2.7, 0.3)) ** 10 * 12 * live;
  const fold = 34 * up + 4 * swing(clock, 3.3) * live;
  const hind = joint(trunk, -18, 18, 26 * up);
  const foot = (x: number) => joint(hind, x - 4 - up * 14, 17 + up * 4, 46 * up);
  const paw = (x: number, shade: number) => ({ part: 'paw', at: joint(trunk, x, 10, -58 * up), shade });
  const lid = openEyes(clock + 1.3) < 0.5 ? 'lid' : 'eye';
  return [
    { part: 'tail', at: joint(trunk, -39, 18, swing(clock, 0.9) * 5 * live) },
    { part: 'foot', at: foot(8), shade: 0.74 },
    paw(26, 0.76),
    { part: 'ear', at: joint(head, 4, -15, 4 - fold), shade: 0.8 },
    { part: 'body', at: trunk },
    paw(16, 1),
    { part: 'foot', at: foot(0) },
    { part: 'haunch', at: hind },
    { part: 'ear', at: joint(head, -7, -14, -17 - fold - twitch) },
    { part: 'head', at: head },
    { part: lid, at: joint(head, 9, -5) },
  ];
}

/** A rabbit that hops instead of walking; sitting, it moves its ears. */
export const rabbit: Form = {
  shadow: 44,
  parts: (colours) => ({
    body: { box: [-44, -36, 84, 82], paint: (brush) => paintBody(brush, colours) },
    haunch: { box: [-28, -26, 56, 52], paint: (brush) => paintHaunch(brush, colours) },
    foot: { box: [-24, -14, 58, 28], paint: (brush) => paintFoot(brush, colours) },
    paw: {
      box: [-12, -12, 28, 54],
      paint: (brush) => {
        const fill = slot(colours, 'body');
        shape(brush, limb(0, 0, 7.5, 2, 24, 5.6), { fill, box: [-8, -8, 17, 38], depth: 0.7, outline: 0.16 });
        shape(brush, oval(4.5, 27, 7.4, 4.6), { fill: lighter(fill, 0.12), box: [-3, 22, 15, 10], outline: 0.25 });
      },
    },
    head: { box: [-28, -26, 70, 52], paint: (brush) => paintHead(brush, colours) },
    ear: { box: [-16, -48, 32, 58], paint: (brush) => paintEar(brush, colours) },
    tail: { box: [-18, -16, 34, 32], paint: (brush) => paintTail(brush, colours) },
    eye: beadEye(4.2),
    lid: closedEye(4.2),
  }),
  pose: posed,
};
