import type { FrameActor } from '../../../../dsl/index.ts';
import { IDENTITY, joint } from '../paint/affine.ts';
import { limb, oval, patch, path, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import { closedEye } from './eyes.ts';
import { type Form, openEyes, type Placed, slot, swing } from './form.ts';
import { paceOf, pitchOf, stepOf } from './gait.ts';

const BODY =
  'M -46 4 C -48 -20 -24 -26 0 -24 C 22 -26 42 -22 44 -2 C 46 16 34 26 14 25 C -8 24 -28 27 -38 21 C -44 17 -46 10 -46 4 Z';
const HEAD =
  'M -26 -8 L -24 -36 L -8 -25 C -3 -27 5 -27 10 -25 L 26 -36 L 27 -8 C 30 10 18 22 1 22 C -16 22 -29 10 -26 -8 Z';
const LEGS = [
  { x: -26, phase: 0.5, flight: 40, far: true },
  { x: 26, phase: 0, flight: -46, far: true },
  { x: -34, phase: 0, flight: 46, far: false },
  { x: 18, phase: 0.5, flight: -40, far: false },
] as const;

export const cat: Form = {
  shadow: 52,
  parts: (colours) => {
    const coat = slot(colours, 'body');
    const stripes = slot(colours, 'stripes');
    return {
      leg: {
        box: [-9, -9, 22, 46],
        paint: (brush) => {
          shape(brush, oval(2.6, 31, 7, 4.4), { fill: coat, box: [-5, 27, 14, 9] });
          shape(brush, limb(0, 0, 8, 0, 27, 5.4), { fill: coat, box: [-8, -8, 16, 42], outline: 0.15 });
        },
      },
      body: {
        box: [-50, -28, 98, 58],
        paint: (brush) => {
          const form = path(BODY);
          shape(brush, form, { fill: coat, box: [-46, -26, 92, 52] });
          for (const x of [-30, -14, 2, 18])
            patch(
              brush,
              form,
              path(`M ${x} -30 C ${x + 6} -14 ${x + 3} -6 ${x - 3} 0 C ${x - 1} -10 ${x - 6} -20 ${x - 8} -30 Z`),
              stripes,
              1.5,
            );
        },
      },
      tail: {
        box: [-44, -62, 56, 72],
        paint: ({ ctx }) => {
          ctx.lineCap = 'round';
          ctx.strokeStyle = coat;
          ctx.lineWidth = 10;
          ctx.stroke(path('M 0 0 C -24 2 -34 -14 -26 -32 C -20 -46 -28 -52 -34 -50'));
          ctx.strokeStyle = fade(stripes, 0.8);
          ctx.lineCap = 'butt';
          ctx.setLineDash([5, 9]);
          ctx.stroke(path('M -12 -2 C -30 -6 -32 -18 -26 -32 C -20 -46 -28 -52 -34 -50'));
        },
      },
      head: {
        box: [-46, -42, 96, 68],
        paint: (brush) => {
          const { ctx } = brush;
          const form = path(HEAD);
          shape(brush, form, { fill: coat, box: [-26, -36, 54, 58] });
          ctx.fillStyle = fade(slot(colours, 'nose'), 0.75);
          ctx.fill(path('M -21 -17 L -20.5 -29 L -12 -22 Z M 23 -17 L 22.5 -29 L 14 -22 Z'));
          for (const x of [-6, 1, 8])
            patch(brush, form, path(`M ${x - 2} -30 L ${x + 2} -30 L ${x} -15 Z`), stripes, 1);
          ctx.fillStyle = lighter(coat, 0.65, 0.8);
          ctx.fill(oval(-4, 11, 9, 7));
          ctx.fill(oval(8, 11, 9, 7));
          ctx.fillStyle = slot(colours, 'nose');
          ctx.fill(path('M -2 4 C 0 3 4 3 6 4 C 5 8 3 9 2 9 C 1 9 -1 8 -2 4 Z'));
          ctx.strokeStyle = darker(coat, 0.7, 0.8);
          ctx.lineWidth = 1.5;
          ctx.lineCap = 'round';
          ctx.stroke(path('M 2 9 C 1 14 -5 15 -7 12 M 2 9 C 3 14 9 15 11 12'));
          ctx.strokeStyle = fade('#ffffff', 0.65);
          ctx.lineWidth = 1;
          ctx.stroke(path('M -14 8 L -40 3 M -14 12 L -39 14 M 18 8 L 44 3 M 18 12 L 43 14'));
        },
      },
      eye: {
        box: [-8, -9, 16, 18],
        paint: ({ ctx }) => {
          ctx.fillStyle = '#c8e06a';
          ctx.fill(oval(0, 0, 6, 7));
          ctx.strokeStyle = 'rgba(30, 24, 34, 0.7)';
          ctx.lineWidth = 1.2;
          ctx.stroke(oval(0, 0, 6, 7));
          ctx.fillStyle = '#1d1822';
          ctx.fill(oval(0.6, 0, 2.6, 5.6));
          ctx.fillStyle = '#ffffff';
          ctx.fill(oval(2, -2.6, 1.5));
        },
      },
      lid: closedEye(5.5),
    };
  },
  pose: (actor: FrameActor): readonly Placed[] => {
    const { clock } = actor.pose;
    const bob = Math.abs(swing(actor.pose.travelled / (64 * actor.scale), 1)) * 2 * paceOf(actor);
    const trunk = joint(IDENTITY, -10, 8 - bob, pitchOf(actor));
    const legs = LEGS.map(({ x, phase, flight, far }) => ({
      far,
      placed: { part: 'leg', at: joint(trunk, x, 22, stepOf(actor, 64, phase, 28, flight).hip), shade: far ? 0.74 : 1 },
    }));
    const head = joint(trunk, 42, -24, swing(clock, 3.1) * 4);
    const lid = openEyes(clock + 0.7) < 0.5 ? 'lid' : 'eye';
    return [
      { part: 'tail', at: joint(trunk, -40, -4, swing(clock, 2.4) * 14) },
      ...legs.filter(({ far }) => far).map(({ placed }) => placed),
      { part: 'body', at: trunk },
      ...legs.filter(({ far }) => !far).map(({ placed }) => placed),
      { part: 'head', at: head },
      { part: lid, at: joint(head, -10, -5) },
      { part: lid, at: joint(head, 13, -5) },
    ];
  },
};
