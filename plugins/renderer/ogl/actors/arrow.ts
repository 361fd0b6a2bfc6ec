import { IDENTITY, joint } from '../paint/affine.ts';
import { limb, path, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import { type Form, type Placed, slot } from './form.ts';

const OUTLINE =
  'M -84 -19 L 18 -19 L 18 -33 C 18 -43 25 -44 32 -39 L 90 -7 C 97 -3 97 3 90 7 L 32 39 C 25 44 18 43 18 33 L 18 19 L -84 19 C -92 19 -95 15 -95 9 L -95 -9 C -95 -15 -92 -19 -84 -19 Z';
const INLAY =
  'M -84 -11 L 26 -11 L 26 -31 L 82 0 L 26 31 L 26 11 L -84 11 C -86 11 -87 10 -87 8 L -87 -8 C -87 -10 -86 -11 -84 -11 Z';
const NUDGE_S = 1.3;

/** How far it has shot ahead, 0–1: quick out, and slowly back. */
function thrust(clock: number): number {
  const share = (clock / NUDGE_S) % 1;
  return share < 0.28
    ? Math.sin((share / 0.28) * (Math.PI / 2))
    : (1 + Math.cos(((share - 0.28) / 0.72) * Math.PI)) / 2;
}

/** A plump arrow with a bevelled edge that nudges the way it points. */
export const arrow: Form = {
  parts: (colours) => ({
    arrow: {
      box: [-98, -46, 196, 92],
      paint: (brush) => {
        const { ctx } = brush;
        const body = slot(colours, 'body');
        const form = path(OUTLINE);
        shape(brush, form, { fill: body, box: [-95, -44, 190, 88] });
        ctx.save();
        ctx.clip(form);
        ctx.lineJoin = 'round';
        ctx.lineWidth = 4;
        ctx.strokeStyle = lighter(body, 0.5, 0.55);
        ctx.translate(1.6, 2.2);
        ctx.stroke(form);
        ctx.translate(-3.2, -4.6);
        ctx.strokeStyle = darker(body, 0.5, 0.5);
        ctx.stroke(form);
        ctx.restore();
        const inlay = path(INLAY);
        const face = ctx.createLinearGradient(0, -32, 0, 32);
        face.addColorStop(0, lighter(body, 0.3));
        face.addColorStop(0.5, body);
        face.addColorStop(1, darker(body, 0.16));
        ctx.fillStyle = face;
        ctx.fill(inlay);
        ctx.save();
        ctx.clip(inlay);
        ctx.fillStyle = fade('#ffffff', 0.26);
        ctx.fill(path('M -90 -14 L 26 -14 L 26 -34 L 84 0 C 40 -6 -30 -2 -90 -1 Z'));
        ctx.restore();
      },
    },
    dash: {
      box: [-14, -4, 28, 8],
      paint: ({ ctx }) => {
        ctx.fillStyle = fade(slot(colours, 'body'), 0.85);
        ctx.fill(limb(-10, 0, 1.2, 9, 0, 2.6));
      },
    },
  }),
  pose: ({ pose: { animation, clock } }) => {
    const ahead = animation === 'nudge' ? thrust(clock) : 0;
    const stretch = 1 + ahead * 0.035;
    const dashes = [-11, 0, 11].map(
      (y, at): Placed => ({
        part: 'dash',
        at: joint(IDENTITY, -100 - (at === 1 ? 8 : 0) + ahead * 4, y, 0, 0.3 + ahead * 0.7, 1),
        opacity: ahead * 0.8,
      }),
    );
    return [...dashes, { part: 'arrow', at: joint(IDENTITY, ahead * 13 - 3, 0, 0, stretch, 2 - stretch) }];
  },
};
