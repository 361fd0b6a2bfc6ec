import { IDENTITY, joint } from '../paint/affine.ts';
import { type Brush, glow, oval, path, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import { type Colours, type Form, slot, swing } from './form.ts';

const CAP = 'M -47 6 C -48 -26 -26 -50 0 -50 C 26 -50 48 -26 47 6 C 44 14 24 18 0 18 C -24 18 -44 14 -47 6 Z';
/** Spots on the cap, as it bends away: middle, half size, tilt. */
const SPOTS = [
  [-6, -30, 10, 8, -8],
  [19, -20, 8, 7.5, 14],
  [-28, -15, 6.5, 8, -24],
  [5, -8, 7.5, 6, 0],
  [35, 0, 4.5, 6.5, 24],
  [-40, 2, 3, 5, -28],
  [-18, 3, 5, 4, -6],
  [10, -43, 6, 3.4, 8],
  [22, 5, 5, 4, 8],
] as const;

function paintStem(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const fill = slot(colours, 'stem');
  const form = path('M -13 4 C -13 20 -17 36 -21 48 C -20 56 20 56 21 48 C 17 36 13 20 13 4 Z');
  shape(brush, form, { fill, box: [-21, 4, 42, 50] });
  ctx.save();
  ctx.clip(form);
  const shadow = ctx.createLinearGradient(0, 6, 0, 26);
  shadow.addColorStop(0, fade(darker(fill, 0.7), 0.5));
  shadow.addColorStop(1, fade(darker(fill, 0.7), 0));
  ctx.fillStyle = shadow;
  ctx.fillRect(-24, 0, 48, 30);
  ctx.strokeStyle = fade(darker(fill, 0.5), 0.25);
  ctx.lineWidth = 1.2;
  ctx.stroke(path('M -7 24 C -8 34 -10 44 -12 52 M 1 26 V 53 M 8 24 C 9 34 11 44 12 50'));
  ctx.restore();
  // A frilled ring under the cap.
  shape(
    brush,
    path(
      'M -15 15 C -8 19 8 19 15 15 C 18 20 19 24 20 27 C 15 24 12 30 8 28 C 4 26 2 32 -2 29 C -6 26 -8 31 -12 28 C -15 25 -18 29 -20 26 C -19 22 -18 19 -15 15 Z',
    ),
    {
      fill: lighter(fill, 0.25),
      box: [-20, 15, 40, 15],
      depth: 0.6,
      outline: 0.3,
    },
  );
}

function paintCap(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const cap = slot(colours, 'cap');
  const form = path(CAP);
  // Gills, seen from below.
  shape(brush, path('M -46 6 C -40 22 40 22 46 6 Z'), {
    fill: lighter(slot(colours, 'stem'), 0.1),
    box: [-46, 4, 92, 16],
  });
  ctx.strokeStyle = fade(darker(slot(colours, 'stem'), 0.55), 0.4);
  ctx.lineWidth = 1;
  for (let x = -36; x <= 36; x += 6) ctx.stroke(path(`M ${x * 0.35} 7 L ${x} ${18.5 - (x / 36) ** 2 * 5}`));
  const dome = path('M -47 6 C -48 -26 -26 -50 0 -50 C 26 -50 48 -26 47 6 C 42 12 22 12 0 12 C -22 12 -42 12 -47 6 Z');
  shape(brush, dome, { fill: cap, box: [-47, -50, 94, 62] });
  ctx.save();
  ctx.clip(form);
  for (const [x, y, wide, high, tilt] of SPOTS)
    shape(brush, oval(x, y, wide, high, tilt), {
      fill: slot(colours, 'spots'),
      box: [x - wide, y - high, wide * 2, high * 2],
      depth: 0.5,
      outline: 0.2,
    });
  ctx.fillStyle = fade('#ffffff', 0.22);
  ctx.fill(oval(-20, -33, 13, 5, -38));
  ctx.restore();
}

function paintTufts({ ctx }: Brush): void {
  ctx.strokeStyle = '#5f9c4c';
  ctx.lineWidth = 2.4;
  ctx.lineCap = 'round';
  ctx.stroke(path('M -26 54 Q -28 46 -33 42 M -22 55 Q -22 46 -24 40 M -17 55 Q -14 49 -12 46 M 16 55 Q 18 47 22 43'));
  ctx.strokeStyle = '#79b55f';
  ctx.stroke(path('M 21 55 Q 24 48 30 46 M 12 55 Q 11 50 9 47 M -30 55 Q -33 51 -37 50'));
}

/** A toadstool; swaying a little by itself, and aglow like in a fairy tale where it is told to be. */
export const mushroom: Form = {
  shadow: 34,
  halo: ({ pose: { animation, clock }, colors }) => ({
    colour: slot(colors, 'spots'),
    radius: 90,
    strength: animation === 'glow' ? 0.3 + 0.08 * swing(clock, 2.6) : 0,
  }),
  parts: (colours) => ({
    stem: { box: [-28, -2, 56, 62], paint: (brush) => paintStem(brush, colours) },
    cap: { box: [-54, -56, 108, 82], paint: (brush) => paintCap(brush, colours) },
    tufts: { box: [-42, 36, 80, 24], paint: paintTufts },
    shine: {
      box: [-70, -76, 140, 120],
      paint: (brush) => {
        const light = slot(colours, 'spots');
        for (const [x, y, wide, high, tilt] of SPOTS) {
          glow(brush, x, y, wide * 2.6, light, 0.5);
          brush.ctx.fillStyle = lighter(light, 0.6);
          brush.ctx.fill(oval(x, y, wide * 0.94, high * 0.94, tilt));
        }
      },
    },
  }),
  pose: ({ pose: { animation, clock } }) => {
    const live = animation === 'none' ? 0 : 1;
    const foot = joint(IDENTITY, 0, 54, swing(clock, 3.4) * 1.6 * live);
    const squash = swing(clock, 1.7, 0.2) * 0.012 * live;
    return [
      { part: 'stem', at: joint(foot, 0, -54) },
      { part: 'cap', at: joint(foot, 0, -54, swing(clock, 3.4, -0.12) * 1.8 * live, 1 + squash, 1 - squash) },
      { part: 'tufts', at: IDENTITY },
    ];
  },
  lights: (actor, around) =>
    actor.pose.animation === 'glow'
      ? mushroom
          .pose(actor, around)
          .filter(({ part }) => part === 'cap')
          .map(({ at }) => ({ part: 'shine', at, opacity: 0.8 + 0.2 * swing(actor.pose.clock, 2.6) }))
      : [],
};
