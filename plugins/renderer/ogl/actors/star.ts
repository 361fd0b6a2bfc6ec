import { IDENTITY, joint } from '../paint/affine.ts';
import { path, shape } from '../paint/brush.ts';
import { type Form, slot, swing } from './form.ts';

const BODY =
  'M 0 -28 C 4 -26 7 -13 9 -10 C 13 -9 27 -9 28 -6 C 28 -2 18 6 16 9 C 16 13 21 25 18 27 C 14 29 4 20 0 19 C -4 20 -14 29 -18 27 C -21 25 -16 13 -16 9 C -18 6 -28 -2 -28 -6 C -27 -9 -13 -9 -9 -10 C -7 -13 -4 -26 0 -28 Z';

export const star: Form = {
  shines: true,
  halo: (actor) => ({
    colour: slot(actor.colors, 'body'),
    radius: 62,
    strength: 0.5 + swing(actor.pose.clock, 1.8) * 0.2,
  }),
  parts: (colours) => ({
    body: {
      box: [-30, -30, 60, 60],
      paint: (brush) =>
        shape(brush, path(BODY), { fill: slot(colours, 'body'), box: [-28, -28, 56, 56], depth: 0.6, outline: 0.25 }),
    },
  }),
  pose: ({ pose: { clock, animation } }) => [
    {
      part: 'body',
      at: joint(IDENTITY, 0, 0, animation === 'spin' ? clock * 90 : swing(clock, 4) * 8, 1 + swing(clock, 1.8) * 0.05),
    },
  ],
};
