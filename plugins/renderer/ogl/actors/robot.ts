import type { FrameActor } from '../../../../dsl/index.ts';
import { IDENTITY, joint } from '../paint/affine.ts';
import { glow, limb, oval, path, rounded, shape } from '../paint/brush.ts';
import { darker } from '../paint/colour.ts';
import { type Form, type Placed, slot, swing } from './form.ts';
import { paceOf, stepOf } from './gait.ts';

export const robot: Form = {
  shadow: 60,
  parts: (colours) => ({
    leg: {
      box: [-20, -12, 40, 64],
      paint: (brush) => {
        shape(brush, limb(0, 0, 7, 0, 34, 7), { fill: slot(colours, 'joints'), box: [-7, -7, 14, 48] });
        shape(brush, path('M -16 46 C -16 32 16 32 17 46 Z'), { fill: slot(colours, 'body'), box: [-16, 34, 33, 13] });
      },
    },
    body: {
      box: [-52, -44, 104, 94],
      paint: (brush) => {
        shape(brush, rounded(-46, -38, 92, 82, 22), { fill: slot(colours, 'body'), box: [-46, -38, 92, 82] });
        shape(brush, rounded(-26, -20, 52, 34, 9), {
          fill: slot(colours, 'joints'),
          box: [-26, -20, 52, 34],
          depth: 0.6,
        });
        glow(brush, -10, -3, 9, slot(colours, 'eyes'), 1);
        brush.ctx.fillStyle = slot(colours, 'eyes');
        brush.ctx.fill(oval(-10, -3, 4));
        brush.ctx.fillStyle = '#ffb454';
        brush.ctx.fill(oval(8, -8, 3.4));
        brush.ctx.fillStyle = '#ff6b6b';
        brush.ctx.fill(oval(8, 3, 3.4));
        brush.ctx.fillStyle = darker(slot(colours, 'body'), 0.6, 0.5);
        for (const [x, y] of [
          [-36, -28],
          [36, -28],
          [-36, 34],
          [36, 34],
        ] as const)
          brush.ctx.fill(oval(x, y, 2.2));
      },
    },
    arm: {
      box: [-16, -12, 32, 74],
      paint: (brush) => {
        shape(brush, limb(0, 0, 7, 0, 40, 6), { fill: slot(colours, 'joints'), box: [-7, -7, 14, 52] });
        shape(
          brush,
          path('M -9 42 C -13 52 -10 60 -5 60 L -3 52 L 3 52 L 5 60 C 10 60 13 52 9 42 C 5 38 -5 38 -9 42 Z'),
          { fill: slot(colours, 'body'), box: [-12, 39, 24, 21] },
        );
      },
    },
    head: {
      box: [-44, -78, 88, 86],
      paint: (brush) => {
        shape(brush, limb(0, 2, 8, 0, -8, 8), { fill: slot(colours, 'joints'), box: [-8, -14, 16, 24] });
        shape(brush, limb(0, -62, 2.4, 0, -50, 2.4), {
          fill: slot(colours, 'joints'),
          box: [-3, -64, 6, 16],
          outline: 0,
        });
        glow(brush, 0, -66, 11, slot(colours, 'eyes'), 0.9);
        shape(brush, oval(0, -66, 5), { fill: slot(colours, 'eyes'), box: [-5, -71, 10, 10] });
        shape(brush, rounded(-38, -54, 76, 50, 18), { fill: slot(colours, 'body'), box: [-38, -54, 76, 50] });
        shape(brush, rounded(-29, -44, 58, 28, 12), { fill: '#1f2733', box: [-29, -44, 58, 28], depth: 0.4 });
      },
    },
    eye: {
      box: [-13, -13, 26, 26],
      paint: (brush) => {
        glow(brush, 0, 0, 12, slot(colours, 'eyes'), 0.9);
        brush.ctx.fillStyle = slot(colours, 'eyes');
        brush.ctx.fill(oval(0, 0, 5.4));
      },
    },
  }),
  pose: (actor: FrameActor): readonly Placed[] => {
    const { clock, animation } = actor.pose;
    const pace = paceOf(actor);
    const trunk = joint(
      IDENTITY,
      0,
      20 - Math.abs(swing(actor.pose.travelled / (90 * actor.scale), 1)) * 4 * pace,
      swing(clock, 2.8) * 1.2,
    );
    const leg = (x: number, phase: number): Placed => ({
      part: 'leg',
      at: joint(trunk, x, 46, stepOf(actor, 90, phase, 22, 10).hip),
      shade: x > 0 ? 0.82 : 1,
    });
    const arm = (x: number, phase: number, waves: boolean): Placed => ({
      part: 'arm',
      at: joint(
        trunk,
        x,
        -22,
        waves ? -140 + swing(clock, 0.9) * 24 : stepOf(actor, 90, phase, 26, -60).hip + (x < 0 ? 14 : -14),
      ),
      shade: x > 0 ? 0.84 : 1,
    });
    const head = joint(trunk, 0, -40, swing(clock, 3.4) * 4);
    const blink = clock % 3.2 > 3.05 ? 0.15 : 1;
    return [
      arm(48, 0, animation === 'wave'),
      leg(22, 0.5),
      leg(-22, 0),
      { part: 'body', at: trunk },
      { part: 'head', at: head },
      { part: 'eye', at: joint(head, -11, -30, 0, 1, blink) },
      { part: 'eye', at: joint(head, 15, -30, 0, 1, blink) },
      arm(-48, 0.5, false),
    ];
  },
};
