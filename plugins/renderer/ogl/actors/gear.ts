import { IDENTITY, joint } from '../paint/affine.ts';
import { oval, path, rounded, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import { type Form, type Placed, slot } from './form.ts';

const TEETH = 10;
const HOLES = 5;
const [ROOT, RIM, BAND] = [51, 43, 26] as const;
const TURN_S = 6;

const around = (count: number, at: number, radius: number): readonly [number, number] => {
  const angle = (at / count) * Math.PI * 2 - Math.PI / 2;
  return [Math.cos(angle) * radius, Math.sin(angle) * radius];
};

/** A disc with round holes: their rings run the other way round, so that they stay open. */
function pierced(radius: number): Path2D {
  const ring = (x: number, y: number, r: number, sweep: 0 | 1): string =>
    `M ${x - r} ${y} A ${r} ${r} 0 1 ${sweep} ${x + r} ${y} A ${r} ${r} 0 1 ${sweep} ${x - r} ${y} Z`;
  const holes = Array.from({ length: HOLES }, (_, hole) => ring(...around(HOLES, hole, (RIM + BAND) / 2), 7.4, 0));
  return path([ring(0, 0, radius, 1), ...holes].join(' '));
}

/** A cogwheel. Its teeth and bolts go round; the light on it stays where it is. */
export const gear: Form = {
  parts: (colours) => ({
    tooth: {
      box: [-14, -66, 28, 24],
      paint: (brush) =>
        shape(
          brush,
          path(
            'M -13 -44 L -10.4 -54 L -7.6 -61.5 Q -6.8 -64 -4 -64 L 4 -64 Q 6.8 -64 7.6 -61.5 L 10.4 -54 L 13 -44 Z',
          ),
          {
            fill: slot(colours, 'body'),
            box: [-13, -64, 26, 30],
            depth: 0.4,
            outline: 0.35,
          },
        ),
    },
    wheel: {
      box: [-ROOT - 1, -ROOT - 1, ROOT * 2 + 2, ROOT * 2 + 2],
      paint: (brush) => {
        const { ctx } = brush;
        const body = slot(colours, 'body');
        shape(brush, pierced(ROOT), { fill: body, box: [-ROOT, -ROOT, ROOT * 2, ROOT * 2], depth: 0.16, outline: 0 });
        ctx.lineWidth = 1.4;
        for (let hole = 0; hole < HOLES; hole++) {
          const [x, y] = around(HOLES, hole, (RIM + BAND) / 2);
          ctx.strokeStyle = darker(body, 0.6, 0.75);
          ctx.stroke(oval(x, y, 7.4));
          ctx.strokeStyle = lighter(body, 0.5, 0.7);
          ctx.stroke(oval(x, y, 8.8));
        }
      },
    },
    light: {
      box: [-ROOT - 1, -ROOT - 1, ROOT * 2 + 2, ROOT * 2 + 2],
      paint: ({ ctx }) => {
        const body = slot(colours, 'body');
        const fall = (from: string, to: string): CanvasGradient => {
          const gradient = ctx.createLinearGradient(-34, -38, 34, 38);
          gradient.addColorStop(0, from);
          gradient.addColorStop(0.5, fade(body, 0.15));
          gradient.addColorStop(1, to);
          return gradient;
        };
        ctx.lineWidth = 6;
        ctx.strokeStyle = fall(lighter(body, 0.55, 0.85), darker(body, 0.5, 0.6));
        ctx.stroke(oval(0, 0, 47.4));
        // The step down to the web is lit the other way.
        ctx.lineWidth = 1.8;
        ctx.strokeStyle = fall(darker(body, 0.6, 0.7), lighter(body, 0.6, 0.8));
        ctx.stroke(oval(0, 0, 43.4));
      },
    },
    hub: {
      box: [-27, -27, 54, 54],
      paint: (brush) => {
        const { ctx } = brush;
        ctx.fillStyle = fade('#121826', 0.28);
        ctx.fill(oval(1.4, 2, 24.6));
        shape(brush, oval(0, 0, 23.6), { fill: slot(colours, 'hub'), box: [-24, -24, 48, 48] });
        ctx.strokeStyle = fade('#ffffff', 0.3);
        ctx.lineWidth = 1.2;
        ctx.stroke(path('M -21 4 A 21.4 21.4 0 0 1 4 -21'));
        shape(brush, oval(0, 0, 11), { fill: slot(colours, 'body'), box: [-11, -11, 22, 22], depth: 0.9 });
      },
    },
    bolts: {
      box: [-24, -24, 48, 48],
      paint: ({ ctx }) => {
        for (let bolt = 0; bolt < HOLES; bolt++) {
          const [x, y] = around(HOLES, bolt + 0.5, 17.2);
          ctx.fillStyle = fade('#0b0f18', 0.7);
          ctx.fill(oval(x, y, 3.5));
          ctx.fillStyle = lighter(slot(colours, 'body'), 0.35);
          ctx.fill(oval(x, y, 2.5));
          ctx.fillStyle = fade('#0b0f18', 0.5);
          ctx.fill(oval(x, y, 1.1));
        }
        ctx.fillStyle = '#1a2130';
        ctx.fill(oval(0, 0, 6.4));
        ctx.fill(rounded(-1.9, -9, 3.8, 6, 0.8));
      },
    },
  }),
  pose: ({ pose: { animation, clock } }) => {
    const turn = animation === 'spin' ? (clock / TURN_S) * 360 : 0;
    const turned = joint(IDENTITY, 0, 0, turn);
    const teeth = Array.from({ length: TEETH }, (_, tooth): Placed => {
      const degrees = turn + (tooth / TEETH) * 360;
      const toLight = Math.cos(((degrees + 40) * Math.PI) / 180);
      return { part: 'tooth', at: joint(IDENTITY, 0, 0, degrees), shade: 0.84 + 0.16 * toLight };
    });
    return [
      ...teeth,
      { part: 'wheel', at: turned },
      { part: 'light', at: IDENTITY },
      { part: 'hub', at: IDENTITY },
      { part: 'bolts', at: turned },
    ];
  },
};
