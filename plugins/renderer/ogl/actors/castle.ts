import { IDENTITY, joint } from '../paint/affine.ts';
import { type Brush, glow, path, rounded, shape } from '../paint/brush.ts';
import { darker, fade, mix } from '../paint/colour.ts';
import { afterDark, type Colours, type Form, slot, swing } from './form.ts';

const LAMPLIGHT = '#ffb04a';

/** Slits and windows that are lit after dark: middle and half size. */
const WINDOWS = [
  [0, -66, 9, 15],
  [-22, -12, 7, 12],
  [22, -12, 7, 12],
  [-132, -10, 7, 13],
  [132, -10, 7, 13],
  [-132, 56, 6, 11],
  [132, 56, 6, 11],
] as const;

const arched = (x: number, y: number, wide: number, high: number): Path2D =>
  path(
    `M ${x - wide} ${y + high} V ${y - high * 0.3} Q ${x} ${y - high * 1.5} ${x + wide} ${y - high * 0.3} V ${y + high} Z`,
  );

const FLAGS = [
  [0, -162, 1],
  [-132, -116, 0.82],
  [132, -116, 0.82],
] as const;

/** A wall with battlements, from its upper left corner down to `bottom`. */
function battlements(x: number, y: number, width: number, bottom: number, merlon: number): string {
  const count = Math.round(width / (merlon * 2));
  const step = width / (count * 2 - 1);
  let data = `M ${x} ${bottom} L ${x} ${y}`;
  for (let at = 0; at < count * 2 - 1; at++) {
    const top = at % 2 === 0 ? y - merlon * 0.9 : y;
    data += ` L ${x + step * at} ${top} L ${x + step * (at + 1)} ${top}`;
  }
  return `${data} L ${x + width} ${y} L ${x + width} ${bottom} Z`;
}

/** Courses of stones, each row set off from the one above, fainter where the wall is bright. */
function stones({ ctx }: Brush, wall: string, x: number, y: number, width: number, height: number): void {
  ctx.strokeStyle = fade(darker(wall, 0.45), 0.28);
  ctx.lineWidth = 1.3;
  for (let row = 0; row * 15 < height; row++) {
    const top = y + row * 15;
    ctx.beginPath();
    ctx.moveTo(x + 2, top);
    ctx.lineTo(x + width - 2, top);
    for (let at = x + (row % 2 === 0 ? 14 : 27); at < x + width - 4; at += 26) {
      if ((Math.round(at) * 7 + row * 13) % 5 === 0) continue;
      ctx.moveTo(at, top);
      ctx.lineTo(at, Math.min(y + height, top + 15));
    }
    ctx.stroke();
  }
}

function tower(brush: Brush, colours: Colours, x: number, top: number, width: number, roof: number): void {
  const walls = slot(colours, 'walls');
  const half = width / 2;
  const height = 162 - top;
  shape(brush, path(battlements(x - half, top, width, 162, width / 7)), {
    fill: walls,
    box: [x - half, top - 10, width, height + 10],
  });
  stones(brush, walls, x - half, top + 16, width, height - 18);
  const ledge = rounded(x - half - 4, top, width + 8, 11, 4);
  shape(brush, ledge, { fill: darker(walls, 0.12), box: [x - half - 4, top, width + 8, 11], depth: 0.5 });
  const roofs = path(
    `M ${x - half - 3} ${top - 8} C ${x - half * 0.5} ${top - roof * 0.5} ${x - 4} ${top - roof * 0.86} ${x} ${top - roof} C ${x + 4} ${top - roof * 0.86} ${x + half * 0.5} ${top - roof * 0.5} ${x + half + 3} ${top - 8} C ${x + half * 0.4} ${top} ${x - half * 0.4} ${top} ${x - half - 3} ${top - 8} Z`,
  );
  shape(brush, roofs, { fill: slot(colours, 'roofs'), box: [x - half, top - roof, width, roof] });
}

function paint(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const walls = slot(colours, 'walls');
  tower(brush, colours, 0, -88, 92, 72);
  shape(brush, path(battlements(-150, 34, 300, 162, 13)), { fill: darker(walls, 0.04), box: [-150, 22, 300, 142] });
  stones(brush, walls, -150, 48, 300, 112);
  for (const side of [-1, 1]) tower(brush, colours, side * 132, -48, 76, 66);
  shape(brush, path('M -40 162 L -40 96 C -40 52 40 52 40 96 L 40 162 Z'), {
    fill: darker(walls, 0.2),
    box: [-40, 62, 80, 100],
  });
  const gate = path('M -30 162 L -30 100 C -30 66 30 66 30 100 L 30 162 Z');
  shape(brush, gate, { fill: slot(colours, 'gate'), box: [-30, 74, 60, 88], depth: 0.6 });
  ctx.save();
  ctx.clip(gate);
  ctx.strokeStyle = fade('#2a2018', 0.6);
  ctx.lineWidth = 3;
  ctx.stroke(
    path('M -18 60 V 165 M -6 60 V 165 M 6 60 V 165 M 18 60 V 165 M -34 96 H 34 M -34 118 H 34 M -34 140 H 34'),
  );
  ctx.restore();
  for (const [x, y, wide, high] of WINDOWS) {
    ctx.fillStyle = '#3a3238';
    ctx.fill(arched(x, y, wide, high));
    ctx.strokeStyle = darker(walls, 0.3, 0.8);
    ctx.lineWidth = 2;
    ctx.strokeRect(x - wide - 1, y + high, wide * 2 + 2, 2);
  }
  for (const [x, y] of FLAGS) {
    ctx.strokeStyle = '#6f6a72';
    ctx.lineWidth = 3;
    ctx.stroke(path(`M ${x} ${y + 26} L ${x} ${y - 18}`));
  }
}

function paintLit(brush: Brush): void {
  for (const [x, y, wide, high] of WINDOWS) {
    glow(brush, x, y, high * 2.4, LAMPLIGHT, 0.35);
    brush.ctx.fillStyle = mix('#ffe7a8', LAMPLIGHT, 0.3);
    brush.ctx.fill(arched(x, y, wide, high));
  }
}

/** A castle of two round towers and a keep; its flags wave. */
export const castle: Form = {
  shadow: 175,
  parts: (colours) => ({
    castle: { box: [-186, -190, 372, 356], paint: (brush) => paint(brush, colours) },
    lit: { box: [-186, -190, 372, 356], paint: paintLit },
    flag: {
      box: [-2, -16, 54, 34],
      paint: (brush) =>
        shape(brush, path('M 0 -14 C 14 -20 24 -6 48 -12 L 38 0 L 48 12 C 24 16 14 4 0 10 Z'), {
          fill: slot(colours, 'flag'),
          box: [0, -16, 48, 30],
        }),
    },
  }),
  pose: ({ pose: { animation, clock } }) => [
    ...FLAGS.map(([x, y, size], at) => {
      const still = animation === 'none';
      const beat = still ? 0 : swing(clock, 1.1, at * 0.31);
      return {
        part: 'flag',
        at: joint(
          IDENTITY,
          x,
          y - 4,
          beat * 5,
          size * (still ? 1 : 0.94 + 0.06 * swing(clock, 0.55, at * 0.2)),
          size * (1 + beat * 0.1),
        ),
      };
    }),
    { part: 'castle', at: IDENTITY },
  ],
  lights: (_, { ambient }) => [{ part: 'lit', at: IDENTITY, opacity: afterDark(ambient) }],
};
