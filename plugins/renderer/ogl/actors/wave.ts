import { IDENTITY, joint } from '../paint/affine.ts';
import { type Brush, path, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import { type Colours, type Form, slot, swing } from './form.ts';

const BODY =
  'M -210 78 C -168 70 -120 40 -76 -14 C -44 -54 0 -78 52 -74 C 96 -70 128 -46 130 -14 C 132 8 116 22 98 20 C 108 8 104 -10 86 -18 C 60 -28 40 -2 44 26 C 50 56 104 66 146 60 C 172 58 196 66 210 78 Z';

function paint(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const water = slot(colours, 'water');
  const body = path(BODY);
  shape(brush, body, { fill: water, box: [-210, -78, 420, 156] });
  ctx.save();
  ctx.clip(body);
  // The thin wall of the crest lets light through; the foot is deep.
  const light = ctx.createLinearGradient(0, -78, 0, 78);
  light.addColorStop(0, fade(lighter(water, 0.6), 0.85));
  light.addColorStop(0.45, fade(lighter(water, 0.2), 0.15));
  light.addColorStop(1, fade(darker(water, 0.5), 0.7));
  ctx.fillStyle = light;
  ctx.fillRect(-210, -80, 420, 160);
  ctx.lineCap = 'round';
  for (let line = 0; line < 9; line++) {
    ctx.strokeStyle = line % 3 === 0 ? fade('#ffffff', 0.4) : fade(darker(water, 0.35), 0.28);
    ctx.lineWidth = line % 3 === 0 ? 2.4 : 1.8;
    const lift = line * 13;
    ctx.stroke(
      path(
        `M ${-196 + line * 16} ${82 - line * 1.5} C ${-130 + lift * 0.7} ${62 - lift * 0.4} ${-70 + lift * 0.5} ${-10 + lift * 0.2} ${4 + lift * 0.45} ${-50 + lift * 0.6}`,
      ),
    );
  }
  ctx.restore();
}

/** Clawed foam along the lip of the crest and a line of it at the foot. */
function paintFoam({ ctx }: Brush, colours: Colours): void {
  const foam = slot(colours, 'foam');
  ctx.fillStyle = fade(darker(foam, 0.12), 0.9);
  ctx.fill(
    path(
      'M -46 -44 C -4 -92 92 -98 130 -50 C 146 -28 142 10 112 30 C 120 4 116 -14 96 -24 C 74 -34 58 -22 50 -4 C 44 -30 66 -48 92 -46 C 60 -66 2 -64 -46 -44 Z',
    ),
  );
  ctx.fillStyle = foam;
  ctx.fill(
    path(
      'M -58 -36 C -10 -86 84 -92 124 -50 C 140 -28 136 2 112 22 C 116 0 110 -18 92 -28 C 76 -36 62 -28 54 -14 C 48 -34 62 -48 86 -50 C 52 -66 -6 -62 -58 -36 Z',
    ),
  );
  for (const [x, y, r] of DROPS) {
    ctx.beginPath();
    ctx.arc(x, y, r, 0, Math.PI * 2);
    ctx.fill();
  }
  ctx.strokeStyle = fade(foam, 0.85);
  ctx.lineWidth = 7;
  ctx.lineCap = 'round';
  ctx.stroke(path('M 40 70 C 58 60 74 74 92 66 C 112 58 126 74 146 66 C 162 60 178 70 196 72'));
}

const DROPS = [
  [132, 12, 7], [120, 32, 6], [140, -12, 6], [104, 38, 4.5], [148, 6, 4], [134, 34, 3.5], [152, -28, 3.5], [116, -74, 5],
  [138, -64, 4], [84, -92, 4.5], [60, -6, 5], [52, 6, 3.5], [156, 22, 2.6], [164, -6, 2.4], [20, -88, 3],
] as const; // biome-ignore format: a table

/** A breaking wave that rolls, with spray at its crest. */
export const wave: Form = {
  parts: (colours) => ({
    water: { box: [-216, -84, 432, 168], paint: (brush) => paint(brush, colours) },
    foam: { box: [-70, -104, 290, 190], paint: (brush) => paintFoam(brush, colours) },
    spray: {
      box: [-40, -40, 80, 60],
      paint: ({ ctx }) => {
        ctx.fillStyle = fade(slot(colours, 'foam'), 0.9);
        for (let drop = 0; drop < 12; drop++) {
          ctx.beginPath();
          ctx.arc(((drop * 37) % 70) - 35, ((drop * 23) % 46) - 34, 1.4 + (drop % 4) * 0.8, 0, Math.PI * 2);
          ctx.fill();
        }
      },
    },
  }),
  pose: ({ pose: { animation, clock } }) => {
    const live = animation === 'none' ? 0 : 1;
    const heave = swing(clock, 3.2) * live;
    const lean = swing(clock, 3.2, 0.2) * live;
    const body = joint(
      IDENTITY,
      heave * 7,
      78 - 78 * (1 + heave * 0.05),
      lean * 1.2,
      1 + lean * 0.02,
      1 + heave * 0.05,
    );
    return [
      { part: 'water', at: body },
      { part: 'foam', at: joint(body, lean * 3, swing(clock, 1.6) * 2 * live, swing(clock, 2.1, 0.3) * 1.2 * live) },
      ...[0, 1, 2].map((at) => {
        const t = (clock * 0.7 + at / 3) % 1;
        return {
          part: 'spray',
          at: joint(body, 118 + t * 34, -52 - 52 * t + 88 * t * t, at * 120 + t * 40, 0.6 + t * 0.5),
          opacity: live * Math.min(1, t * 5) * (1 - t),
        };
      }),
    ];
  },
};
