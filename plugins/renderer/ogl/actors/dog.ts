import type { FrameActor } from '../../../../dsl/index.ts';
import { IDENTITY, joint } from '../paint/affine.ts';
import { limb, oval, path, shape } from '../paint/brush.ts';
import { darker, lighter } from '../paint/colour.ts';
import { beadEye, closedEye } from './eyes.ts';
import { type Form, openEyes, type Placed, slot, swing } from './form.ts';
import { paceOf, pitchOf, stepOf } from './gait.ts';

const LEGS = [
  { x: -34, phase: 0.5, flight: 42, far: true },
  { x: 30, phase: 0, flight: -48, far: true },
  { x: -44, phase: 0, flight: 48, far: false },
  { x: 20, phase: 0.5, flight: -42, far: false },
] as const;

export const dog: Form = {
  shadow: 66,
  parts: (colours) => {
    const coat = slot(colours, 'body');
    return {
      leg: {
        box: [-10, -10, 24, 50],
        paint: (brush) => {
          shape(brush, oval(3, 33, 8.6, 5), { fill: coat, box: [-6, 28, 18, 10] });
          shape(brush, limb(0, 0, 9.5, 0, 28, 6.6), { fill: coat, box: [-9, -9, 18, 46], outline: 0.15 });
        },
      },
      body: {
        box: [-62, -32, 122, 66],
        paint: (brush) => {
          shape(
            brush,
            path(
              'M -58 0 C -58 -26 -30 -28 0 -26 C 30 -30 54 -28 56 -6 C 58 16 44 30 20 28 C -6 26 -34 30 -48 24 C -56 18 -58 10 -58 0 Z',
            ),
            { fill: coat, box: [-58, -30, 116, 60] },
          );
          brush.ctx.fillStyle = lighter(coat, 0.5, 0.5);
          brush.ctx.fill(oval(42, 14, 14, 13, 30));
        },
      },
      tail: {
        box: [-34, -40, 44, 46],
        paint: (brush) =>
          shape(brush, path('M 2 4 C -16 2 -30 -14 -30 -36 C -18 -32 -10 -14 6 -8 Z'), {
            fill: coat,
            box: [-30, -36, 36, 40],
          }),
      },
      head: {
        box: [-34, -40, 86, 76],
        paint: (brush) => {
          const { ctx } = brush;
          shape(
            brush,
            path(
              'M -28 -4 C -30 -30 -8 -36 8 -32 C 22 -30 26 -18 30 -12 C 44 -12 48 -4 46 6 C 42 18 26 22 10 22 C -12 24 -26 16 -28 -4 Z',
            ),
            { fill: coat, box: [-28, -34, 76, 58] },
          );
          ctx.fillStyle = lighter(coat, 0.55, 0.75);
          ctx.fill(path('M 22 -4 C 36 -10 46 -4 45 6 C 40 18 24 20 14 18 C 10 8 14 0 22 -4 Z'));
          ctx.fillStyle = '#2a2026';
          ctx.fill(oval(42, -6, 7, 5.4, 15));
          ctx.fillStyle = 'rgba(255, 255, 255, 0.55)';
          ctx.fill(oval(40.5, -8, 2.2, 1.3));
          ctx.strokeStyle = darker(coat, 0.75, 0.8);
          ctx.lineWidth = 2;
          ctx.lineCap = 'round';
          ctx.stroke(path('M 41 0 C 40 8 32 10 24 9'));
          ctx.fillStyle = '#ef7f8c';
          ctx.fill(path('M 29 10 C 29 19 37 19 37 8 Z'));
        },
      },
      ear: {
        box: [-16, -6, 32, 46],
        paint: (brush) =>
          shape(brush, path('M -4 -3 C 8 -6 13 6 12 22 C 11 36 0 40 -8 32 C -14 22 -12 2 -4 -3 Z'), {
            fill: slot(colours, 'ears'),
            box: [-13, -5, 26, 42],
          }),
      },
      collar: {
        box: [-20, -18, 40, 44],
        paint: (brush) => {
          brush.ctx.strokeStyle = slot(colours, 'collar');
          brush.ctx.lineWidth = 7;
          brush.ctx.lineCap = 'round';
          brush.ctx.stroke(path('M -13 -11 C -8 4 4 9 14 8'));
          shape(brush, oval(4, 16, 6), { fill: '#f2c14a', box: [-2, 10, 12, 12] });
        },
      },
      eye: beadEye(4.4),
      lid: closedEye(4.4),
    };
  },
  pose: (actor: FrameActor): readonly Placed[] => {
    const { clock } = actor.pose;
    const pace = paceOf(actor);
    const trunk = joint(
      IDENTITY,
      -6,
      6 - Math.abs(swing(actor.pose.travelled / (80 * actor.scale), 1)) * 3 * pace,
      pitchOf(actor),
    );
    const legs = LEGS.map(({ x, phase, flight, far }) => ({
      far,
      placed: { part: 'leg', at: joint(trunk, x, 26, stepOf(actor, 80, phase, 30, flight).hip), shade: far ? 0.74 : 1 },
    }));
    const head = joint(trunk, 52, -28, swing(clock, 2.3) * 3 - actor.pose.airborne * 8);
    const lid = openEyes(clock) < 0.5;
    return [
      { part: 'tail', at: joint(trunk, -54, -10, swing(clock, 0.5) * 22 + 6) },
      ...legs.filter(({ far }) => far).map(({ placed }) => placed),
      { part: 'body', at: trunk },
      ...legs.filter(({ far }) => !far).map(({ placed }) => placed),
      { part: 'collar', at: joint(trunk, 44, -8, 0) },
      { part: 'head', at: head },
      { part: lid ? 'lid' : 'eye', at: joint(head, 13, -12) },
      { part: 'ear', at: joint(head, -10, -24, 6 + swing(clock, 1.9) * 5 + actor.pose.airborne * 50) },
    ];
  },
};
