import type { FrameActor } from '../../../../dsl/index.ts';
import { IDENTITY, joint } from '../paint/affine.ts';
import { limb, oval, path, shape } from '../paint/brush.ts';
import { darker, lighter } from '../paint/colour.ts';
import { beadEye, closedEye } from './eyes.ts';
import { type Form, openEyes, type Placed, slot, swing } from './form.ts';
import { paceOf, stepOf } from './gait.ts';

export const person: Form = {
  shadow: 46,
  parts: (colours) => ({
    thigh: {
      box: [-14, -14, 28, 64],
      paint: (brush) =>
        shape(brush, limb(0, 0, 12.5, 0, 38, 9.5), {
          fill: slot(colours, 'trousers'),
          box: [-12, -12, 24, 60],
          outline: 0.2,
        }),
    },
    shin: {
      box: [-12, -12, 36, 60],
      paint: (brush) => {
        shape(brush, path('M -8 32 C -8 28 6 28 10 33 C 18 36 20 40 19 43 L -9 43 C -10 38 -9 35 -8 32 Z'), {
          fill: '#4b3a36',
          box: [-9, 30, 28, 13],
        });
        shape(brush, limb(0, 0, 9.4, 0, 30, 7.4), {
          fill: slot(colours, 'trousers'),
          box: [-9, -9, 18, 46],
          outline: 0.2,
        });
      },
    },
    torso: {
      box: [-32, -50, 64, 96],
      paint: (brush) => {
        shape(
          brush,
          path(
            'M -24 -36 C -20 -46 20 -46 24 -36 C 28 -14 25 14 25 40 C 10 45 -10 45 -25 40 C -25 14 -28 -14 -24 -36 Z',
          ),
          { fill: slot(colours, 'shirt'), box: [-27, -46, 54, 90] },
        );
        brush.ctx.strokeStyle = darker(slot(colours, 'shirt'), 0.4, 0.4);
        brush.ctx.lineWidth = 1.8;
        brush.ctx.stroke(path('M -10 -43 C -5 -34 5 -34 10 -43 M 0 -36 L 0 40'));
      },
    },
    upper: {
      box: [-12, -12, 24, 52],
      paint: (brush) =>
        shape(brush, limb(0, 0, 10, 0, 30, 7.6), {
          fill: slot(colours, 'shirt'),
          box: [-10, -10, 20, 48],
          outline: 0.25,
        }),
    },
    fore: {
      box: [-11, -10, 22, 52],
      paint: (brush) => {
        shape(brush, oval(0.6, 32, 7.4, 8.6), { fill: slot(colours, 'skin'), box: [-7, 24, 15, 17] });
        shape(brush, limb(0, 0, 7.6, 0, 24, 6.4), {
          fill: slot(colours, 'shirt'),
          box: [-8, -8, 16, 38],
          outline: 0.25,
        });
      },
    },
    head: {
      box: [-38, -66, 80, 86],
      paint: (brush) => {
        const { ctx } = brush;
        const skin = slot(colours, 'skin');
        const hair = slot(colours, 'hair');
        shape(brush, path('M -28 -16 C -36 -48 -14 -64 6 -60 C 30 -58 36 -38 31 -18 L 20 6 L -24 6 Z'), {
          fill: hair,
          box: [-32, -62, 66, 70],
        });
        shape(brush, limb(0, 0, 8.5, 0, 14, 9), { fill: skin, box: [-9, -4, 18, 26], outline: 0 });
        shape(brush, path('M -24 -26 C -24 -48 26 -50 27 -26 C 29 -6 18 9 3 9 C -13 9 -24 -6 -24 -26 Z'), {
          fill: skin,
          box: [-24, -46, 52, 55],
        });
        shape(
          brush,
          path(
            'M -27 -22 C -30 -54 -2 -60 10 -56 C 28 -54 32 -38 29 -24 C 25 -36 18 -40 8 -38 C -4 -34 -16 -38 -20 -26 Z',
          ),
          { fill: hair, box: [-28, -58, 58, 36], outline: 0.15 },
        );
        ctx.fillStyle = 'rgba(240, 90, 90, 0.25)';
        ctx.fill(oval(-8, -8, 6, 4));
        ctx.fill(oval(20, -8, 5, 4));
        ctx.strokeStyle = darker(skin, 0.6, 0.8);
        ctx.lineWidth = 2;
        ctx.lineCap = 'round';
        ctx.stroke(path('M 0 -1 C 4 4 12 4 15 -2 M 9 -14 C 12 -10 11 -8 8 -8'));
        ctx.fillStyle = lighter(hair, 0.4, 0.25);
        ctx.fill(path('M -18 -44 C -8 -56 10 -56 18 -50 C 6 -52 -8 -48 -18 -44 Z'));
      },
    },
    eye: beadEye(3.2),
    lid: closedEye(3.4),
  }),
  pose: (actor: FrameActor): readonly Placed[] => {
    const { clock, animation } = actor.pose;
    const pace = paceOf(actor);
    const bob = Math.abs(swing(actor.pose.travelled / (110 * actor.scale), 1)) * 4 * pace;
    const trunk = joint(IDENTITY, 0, -4 - bob + swing(clock, 3) * 0.8, pace * 3);
    const leg = (x: number, phase: number, shade: number): readonly Placed[] => {
      const { hip, knee } = stepOf(actor, 110, phase, 28, phase === 0 ? -42 : 28);
      const thigh = joint(trunk, x, 42, hip);
      return [
        { part: 'shin', at: joint(thigh, 0, 39, knee), shade },
        { part: 'thigh', at: thigh, shade },
      ];
    };
    const arm = (x: number, phase: number, shade: number, waves: boolean): readonly Placed[] => {
      const { hip } = stepOf(actor, 110, phase, 30, -80);
      const upper = joint(trunk, x, -32, waves ? -152 + swing(clock, 2) * 4 : hip + (x < 0 ? 8 : -6));
      const fore = joint(upper, 0, 30, waves ? -16 + swing(clock, 0.8) * 26 : -14 - 18 * pace);
      return [
        { part: 'fore', at: fore, shade },
        { part: 'upper', at: upper, shade },
      ];
    };
    const head = joint(trunk, 2, -54, swing(clock, 4) * 2);
    const lid = openEyes(clock + 2) < 0.5 ? 'lid' : 'eye';
    return [
      ...arm(19, 0, 0.8, animation === 'wave'),
      ...leg(8, 0.5, 0.78),
      ...leg(-8, 0, 1),
      { part: 'torso', at: trunk },
      { part: 'head', at: head },
      { part: lid, at: joint(head, 2, -19) },
      { part: lid, at: joint(head, 18, -19) },
      ...arm(-20, 0.5, 1, false),
    ];
  },
};
