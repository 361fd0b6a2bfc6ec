import type { FrameActor } from '../../../../dsl/index.ts';
import { FAMILY } from '../layers/fonts.ts';
import { IDENTITY, joint } from '../paint/affine.ts';
import { limb, oval, path, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import { type Form, slot } from './form.ts';

/** The time it shows when its own clock begins, in seconds: eight past ten, as in every shop window. */
const BEGINNING_S = 10 * 3600 + 8 * 60 + 36;
/** Hours that pass in a second while the hands fly. */
const FLIGHT = 0.5;

/** Degrees of the three hands, clockwise from twelve. The second hand leaps, and swings out a little. */
function handsOf({ pose: { animation, clock } }: FrameActor) {
  const passed = animation === 'spin' ? clock * FLIGHT * 3600 : clock;
  const time = BEGINNING_S + passed;
  const since = clock % 1;
  const leap = Math.min(1, since / 0.07) + Math.exp(-since * 16) * Math.sin(since * 42) * 0.3;
  const seconds = animation === 'spin' ? (BEGINNING_S + clock * 20) % 60 : 36 + Math.floor(clock) - 1 + leap;
  return { hour: (time / 43200) * 360, minute: (time / 3600) * 360, second: seconds * 6 };
}

/** A round wall clock with figures, ticks and three hands. */
export const clock: Form = {
  parts: (colours) => ({
    dial: {
      box: [-80, -80, 160, 160],
      paint: (brush) => {
        const { ctx } = brush;
        const [frame, face] = [slot(colours, 'case'), slot(colours, 'face')];
        shape(brush, oval(0, 0, 77), { fill: frame, box: [-77, -77, 154, 154] });
        ctx.strokeStyle = lighter(frame, 0.55, 0.75);
        ctx.lineWidth = 2.4;
        ctx.stroke(path('M -72 12 A 73 73 0 0 1 12 -72'));
        ctx.fillStyle = darker(frame, 0.5);
        ctx.fill(oval(0, 0, 66.4));
        shape(brush, oval(0, 0, 64.6), { fill: face, box: [-64, -64, 128, 128], depth: 0.3, outline: 0 });
        const ink = slot(colours, 'hands');
        for (let minute = 0; minute < 60; minute++) {
          const angle = (minute / 60) * Math.PI * 2;
          const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
          const hour = minute % 5 === 0;
          ctx.strokeStyle = fade(ink, hour ? 0.9 : 0.45);
          ctx.lineWidth = hour ? 3 : 1.2;
          ctx.lineCap = 'round';
          ctx.stroke(path(`M ${cos * 60} ${sin * 60} L ${cos * (hour ? 54 : 57.6)} ${sin * (hour ? 54 : 57.6)}`));
        }
        ctx.fillStyle = fade(ink, 0.92);
        ctx.textAlign = 'center';
        ctx.font = `900 17px "${FAMILY}", sans-serif`;
        for (const [figure, x, y] of [
          ['12', 0, -36],
          ['3', 42, 6.2],
          ['6', 0, 48.4],
          ['9', -42, 6.2],
        ] as const)
          ctx.fillText(figure, x, y);
        // The case throws its shadow on the face, from the upper left.
        ctx.save();
        ctx.clip(oval(0, 0, 64.6));
        ctx.strokeStyle = fade('#1a1430', 0.12);
        for (const width of [12, 8, 4]) {
          ctx.lineWidth = width;
          ctx.stroke(oval(2.4, 3.4, 66.5));
        }
        ctx.restore();
      },
    },
    hour: {
      box: [-8, -40, 16, 54],
      paint: ({ ctx }) => {
        ctx.fillStyle = fade('#1a1430', 0.2);
        ctx.fill(limb(1.6, 10, 3, 1.6, -33, 2.6));
        ctx.fillStyle = slot(colours, 'hands');
        ctx.fill(path('M -2.6 10 L 2.6 10 L 4.6 -20 L 0 -37 L -4.6 -20 Z'));
      },
    },
    minute: {
      box: [-7, -58, 14, 72],
      paint: ({ ctx }) => {
        ctx.fillStyle = fade('#1a1430', 0.2);
        ctx.fill(limb(1.8, 12, 2.2, 1.8, -50, 1.8));
        ctx.fillStyle = slot(colours, 'hands');
        ctx.fill(path('M -2 12 L 2 12 L 3.2 -34 L 0 -55 L -3.2 -34 Z'));
      },
    },
    second: {
      box: [-7, -62, 14, 84],
      paint: ({ ctx }) => {
        ctx.fillStyle = '#e5484d';
        ctx.fill(limb(0, 18, 1.5, 0, -58, 0.7));
        ctx.fill(oval(0, 14, 4.2));
      },
    },
    pin: {
      box: [-7, -7, 14, 14],
      paint: (brush) => {
        shape(brush, oval(0, 0, 5.2), { fill: slot(colours, 'hands'), box: [-5, -5, 10, 10] });
        brush.ctx.fillStyle = '#e5484d';
        brush.ctx.fill(oval(0, 0, 2.4));
      },
    },
    glass: {
      box: [-66, -66, 132, 132],
      paint: ({ ctx }) => {
        ctx.save();
        ctx.clip(oval(0, 0, 64.6));
        ctx.fillStyle = fade('#ffffff', 0.2);
        ctx.fill(path('M -66 -6 C -50 -50 -14 -66 26 -66 L 50 -66 C 0 -52 -36 -22 -52 26 Z'));
        ctx.restore();
      },
    },
  }),
  pose: (actor) => {
    // Written and running the right way round, whichever way the clock is said to look.
    const front = joint(IDENTITY, 0, 0, 0, actor.facing, 1);
    const { hour, minute, second } = handsOf(actor);
    return [
      { part: 'dial', at: front },
      { part: 'hour', at: joint(front, 0, 0, hour) },
      { part: 'minute', at: joint(front, 0, 0, minute) },
      { part: 'second', at: joint(front, 0, 0, second) },
      { part: 'pin', at: front },
      { part: 'glass', at: front },
    ];
  },
};
