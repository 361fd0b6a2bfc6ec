import { type Brush, glow, oval, path, rounded, shape } from '../paint/brush.ts';
import { darker, fade, lighter, mix } from '../paint/colour.ts';
import type { Parts } from '../paint/sheet.ts';
import { type Colours, slot } from './form.ts';

const LAMPLIGHT = '#ffd98a';
const STEEL = '#9aa3b0';
/** Left edges of the carriage's windows, and their size. */
const WINDOWS = [-190, -154, -118, -82, -46] as const;
const [WIDE, HIGH] = [26, 30] as const;
const CAB = [34, -36, 34, 30] as const;

const windows = (): Path2D => {
  const all = new Path2D();
  for (const x of WINDOWS) all.addPath(rounded(x, -26, WIDE, HIGH, 5));
  all.addPath(rounded(...CAB, 6));
  return all;
};

function paintCarriage(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const body = slot(colours, 'body');
  shape(brush, rounded(-200, 34, 188, 12, 4), { fill: '#3a404b', box: [-200, 34, 188, 12], depth: 0.5 });
  shape(brush, rounded(-206, -42, 200, 80, 9), { fill: body, box: [-206, -42, 200, 80], depth: 0.8 });
  shape(brush, path('M -212 -38 C -206 -58 -190 -60 -172 -60 L -40 -60 C -22 -60 -6 -58 0 -38 Z'), {
    fill: slot(colours, 'roof'),
    box: [-212, -60, 212, 22],
  });
  ctx.fillStyle = slot(colours, 'trim');
  ctx.fill(rounded(-206, 13, 200, 5, 2));
  ctx.fill(rounded(-206, -36, 200, 2.6, 1));
  ctx.strokeStyle = fade(darker(body, 0.6), 0.35);
  ctx.lineWidth = 1.4;
  for (let x = -196; x < -10; x += 12) ctx.stroke(path(`M ${x} 20 V 36`));
  for (const x of WINDOWS) glaze(brush, colours, x, -26, WIDE, HIGH);
}

function glaze(brush: Brush, colours: Colours, x: number, y: number, width: number, height: number): void {
  const { ctx } = brush;
  ctx.fillStyle = slot(colours, 'trim');
  ctx.fill(rounded(x - 3, y - 3, width + 6, height + 6, 8));
  shape(brush, rounded(x, y, width, height, 5), {
    fill: slot(colours, 'windows'),
    box: [x, y, width, height],
    depth: 0.6,
    outline: 0.5,
  });
  ctx.fillStyle = fade('#ffffff', 0.5);
  ctx.fill(
    path(`M ${x + 4} ${y + height - 3} L ${x + 13} ${y + 3} L ${x + 19} ${y + 3} L ${x + 10} ${y + height - 3} Z`),
  );
}

function paintEngine(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const body = slot(colours, 'body');
  const trim = slot(colours, 'trim');
  const iron = slot(colours, 'wheels');
  shape(brush, path('M 180 38 L 192 38 C 198 48 204 58 209 66 L 176 66 Z'), { fill: trim, box: [176, 38, 33, 28] });
  ctx.strokeStyle = darker(trim, 0.5, 0.8);
  ctx.lineWidth = 2.4;
  ctx.stroke(path('M 184 40 L 184 65 M 189 40 L 195 65'));
  shape(brush, rounded(18, 30, 172, 15, 4), { fill: '#3a404b', box: [18, 30, 172, 15], depth: 0.6 });
  // The chimney and the dome stand behind the boiler's edge.
  shape(brush, path('M 148 -20 L 150 -44 C 142 -50 140 -58 142 -64 L 174 -64 C 176 -58 174 -50 166 -44 L 168 -20 Z'), {
    fill: iron,
    box: [140, -64, 36, 44],
  });
  shape(brush, rounded(139, -68, 38, 7, 3.5), { fill: trim, box: [139, -68, 38, 7] });
  shape(brush, path('M 104 -20 L 104 -30 C 104 -46 130 -46 130 -30 L 130 -20 Z'), {
    fill: trim,
    box: [104, -44, 26, 24],
  });
  shape(brush, rounded(70, -26, 112, 56, 22), { fill: body, box: [70, -26, 112, 56] });
  shape(brush, path('M 152 -26 L 168 -26 C 182 -26 190 -14 190 2 C 190 18 182 30 168 30 L 152 30 Z'), {
    fill: iron,
    box: [152, -26, 38, 56],
  });
  for (const x of [88, 119, 149]) shape(brush, rounded(x, -26.5, 5, 57, 2), { fill: trim, box: [x, -26, 5, 57] });
  shape(brush, rounded(20, -46, 62, 80, 7), { fill: body, box: [20, -46, 62, 80], depth: 0.8 });
  shape(brush, path('M 12 -44 C 16 -58 30 -62 50 -62 C 72 -62 88 -58 92 -44 Z'), {
    fill: slot(colours, 'roof'),
    box: [12, -62, 80, 18],
  });
  glaze(brush, colours, ...CAB);
  ctx.fillStyle = trim;
  ctx.fill(rounded(20, 6, 62, 4.5, 2));
  shape(brush, rounded(181, -24, 14, 17, 4), { fill: trim, box: [181, -24, 14, 17] });
  shape(brush, oval(195, -15.5, 4.5, 8), { fill: '#fff3c4', box: [190, -24, 9, 17], depth: 0.4 });
  shape(brush, rounded(186, 27, 10, 9, 2), { fill: '#c2453a', box: [186, 27, 10, 9] });
}

const wheel = (colours: Colours, radius: number, spokes: number) => ({
  box: [-radius - 2, -radius - 2, radius * 2 + 4, radius * 2 + 4] as const,
  paint: (brush: Brush) => {
    const { ctx } = brush;
    const iron = slot(colours, 'wheels');
    shape(brush, oval(0, 0, radius), { fill: STEEL, box: [-radius, -radius, radius * 2, radius * 2] });
    ctx.fillStyle = darker(iron, 0.2);
    ctx.fill(oval(0, 0, radius * 0.84));
    ctx.strokeStyle = lighter(slot(colours, 'trim'), 0.05);
    ctx.lineWidth = radius * 0.16;
    for (let at = 0; at < spokes; at++) {
      const angle = (at * Math.PI * 2) / spokes;
      ctx.stroke(path(`M 0 0 L ${Math.cos(angle) * radius * 0.8} ${Math.sin(angle) * radius * 0.8}`));
    }
    shape(brush, oval(0, 0, radius * 0.26), {
      fill: STEEL,
      box: [-radius * 0.26, -radius * 0.26, radius * 0.52, radius * 0.52],
    });
  },
});

export const trainParts = (colours: Colours): Parts => ({
  carriage: { box: [-218, -66, 224, 118], paint: (brush) => paintCarriage(brush, colours) },
  engine: { box: [8, -74, 206, 146], paint: (brush) => paintEngine(brush, colours) },
  coupling: {
    box: [-20, 30, 50, 16],
    paint: (brush) => shape(brush, rounded(-16, 35, 42, 7, 3), { fill: '#565d69', box: [-16, 35, 42, 7] }),
  },
  driver: wheel(colours, 23, 8),
  wheel: wheel(colours, 15, 6),
  rod: {
    box: [-6, -6, 60, 12],
    paint: (brush) => {
      shape(brush, rounded(-4, -3.4, 54, 6.8, 3.4), { fill: '#c6ccd6', box: [-4, -3.4, 54, 6.8] });
      for (const x of [0, 46]) shape(brush, oval(x, 0, 2.6), { fill: '#6b7280', box: [x - 3, -3, 6, 6] });
    },
  },
  piston: {
    box: [-6, -6, 60, 12],
    paint: (brush) => shape(brush, rounded(-3, -2.4, 54, 4.8, 2.4), { fill: '#aeb6c2', box: [-3, -2.4, 54, 4.8] }),
  },
  cylinder: {
    box: [-24, -12, 48, 24],
    paint: (brush) =>
      shape(brush, rounded(-20, -9, 40, 18, 6), { fill: slot(colours, 'trim'), box: [-20, -9, 40, 18] }),
  },
  puff: {
    box: [-34, -34, 68, 68],
    paint: ({ ctx }) => {
      const steam = slot(colours, 'steam');
      for (const [x, y, r] of [
        [-10, 6, 18],
        [12, 5, 17],
        [1, -9, 19],
      ] as const) {
        const soft = ctx.createRadialGradient(x - r * 0.3, y - r * 0.4, r * 0.1, x, y, r);
        soft.addColorStop(0, fade(steam, 0.95));
        soft.addColorStop(0.55, fade(steam, 0.8));
        soft.addColorStop(0.85, mix(steam, '#b9c6da', 0.5, 0.4));
        soft.addColorStop(1, mix(steam, '#b9c6da', 0.5, 0));
        ctx.fillStyle = soft;
        ctx.fill(oval(x, y, r));
      }
    },
  },
  lit: {
    box: [-218, -66, 440, 118],
    paint: (brush) => {
      for (const x of WINDOWS) glow(brush, x + WIDE / 2, -11, 40, LAMPLIGHT, 0.35);
      glow(brush, CAB[0] + CAB[2] / 2, -21, 42, LAMPLIGHT, 0.35);
      brush.ctx.fillStyle = LAMPLIGHT;
      brush.ctx.fill(windows());
    },
  },
  lamp: {
    box: [-60, -70, 260, 150],
    paint: (brush) => {
      const { ctx } = brush;
      const ray = ctx.createLinearGradient(0, 0, 180, 0);
      ray.addColorStop(0, fade(LAMPLIGHT, 0.5));
      ray.addColorStop(1, fade(LAMPLIGHT, 0));
      ctx.fillStyle = ray;
      ctx.fill(path('M 0 -7 L 185 -34 L 185 70 L 0 8 Z'));
      glow(brush, 0, 0, 52, LAMPLIGHT, 0.95);
    },
  },
});
