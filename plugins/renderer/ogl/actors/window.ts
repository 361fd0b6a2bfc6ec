import { IDENTITY } from '../paint/affine.ts';
import { type Brush, oval, path, rounded, shape } from '../paint/brush.ts';
import { fade, mixRgb, type Rgb, WHITE } from '../paint/colour.ts';
import { hash } from '../paint/noise.ts';
import { grey } from '../scenery/band.ts';
import { outsideOf } from '../scenery/outside.ts';
import { type Form, slot } from './form.ts';

const VIEW = { x: -126, y: -152, width: 252, height: 282 };
const AREA = [VIEW.x, VIEW.y, VIEW.width, VIEW.height] as const;

const between = (dark: Rgb, light: Rgb) => ({
  tint: [light[0] - dark[0], light[1] - dark[1], light[2] - dark[2]] as const,
  ink: dark,
});

function paintFrame(brush: Brush, colour: string): void {
  const bars = [
    [-150, -170, 300, 22],
    [-150, 126, 300, 20],
    [-150, -170, 24, 316],
    [126, -170, 24, 316],
    [-8, -152, 16, 282],
    [-130, -30, 260, 14],
  ] as const;
  for (const [x, y, width, height] of bars) {
    shape(brush, rounded(x, y, width, height, 3), {
      fill: colour,
      box: [x, y, width, height],
      depth: 0.2,
      outline: 0.22,
    });
  }
  brush.ctx.strokeStyle = fade('#3a2a1a', 0.22);
  brush.ctx.lineWidth = 2;
  for (const [x, y, width, height] of [
    [-126, -148, 118, 118],
    [8, -148, 118, 118],
    [-126, -16, 118, 142],
    [8, -16, 118, 142],
  ] as const)
    brush.ctx.strokeRect(x, y, width, height);
}

/** A window onto the weather outside: sky, far hills, stars by night, a sheen on the panes. */
export const window: Form = {
  clear: true,
  parts: (colours) => ({
    sky: {
      box: AREA,
      paint: ({ ctx }) => {
        const fall = ctx.createLinearGradient(0, VIEW.y, 0, VIEW.y + VIEW.height * 0.8);
        fall.addColorStop(0, '#000000');
        fall.addColorStop(1, '#ffffff');
        ctx.fillStyle = fall;
        ctx.fillRect(...AREA);
      },
    },
    stars: {
      box: AREA,
      paint: ({ ctx }) => {
        ctx.fillStyle = '#ffffff';
        for (let star = 0; star < 46; star++) {
          const x = VIEW.x + hash(star, 561) * VIEW.width;
          const y = VIEW.y + hash(star, 562) ** 1.3 * VIEW.height * 0.62;
          ctx.globalAlpha = 0.4 + hash(star, 563) * 0.6;
          ctx.fill(oval(x, y, 0.6 + hash(star, 564) ** 4 * 1.6));
        }
      },
    },
    hills: {
      box: AREA,
      paint: ({ ctx }) => {
        const hill = (outline: string, top: number, light: number): void => {
          const rise = ctx.createLinearGradient(0, top, 0, top + 70);
          rise.addColorStop(0, grey(light));
          rise.addColorStop(1, grey(light * 0.35));
          ctx.fillStyle = rise;
          ctx.fill(path(`${outline} L 126 130 L -126 130 Z`));
        };
        hill('M -126 42 C -96 20 -70 18 -40 36 C -10 52 40 14 74 16 C 96 18 112 34 126 38', 14, 0.88);
        hill('M -126 70 C -90 46 -60 50 -20 68 C 20 84 70 38 126 60', 40, 0.62);
        for (let wood = 0; wood < 15; wood++) {
          const x = -120 + hash(wood, 571) * 240;
          const size = 4 + hash(wood, 572) * 8;
          ctx.fillStyle = grey(0.3 + hash(wood, 573) * 0.14);
          ctx.fill(oval(x, 72 + Math.sin(x * 0.03) * 9 - size * 0.7, size * 1.15, size));
        }
        hill('M -126 98 C -80 84 -30 88 10 100 C 60 112 90 88 126 92', 84, 0.36);
      },
    },
    cloud: {
      box: AREA,
      paint: ({ ctx }) => {
        ctx.fillStyle = '#ffffff';
        for (const [x, y, size] of [
          [-74, -84, 15],
          [-56, -92, 19],
          [-34, -84, 15],
          [40, -46, 10],
          [54, -52, 13],
          [70, -46, 10],
        ] as const) {
          ctx.globalAlpha = 0.85;
          ctx.fill(oval(x, y, size * 1.3, size * 0.72));
        }
      },
    },
    sheen: {
      box: AREA,
      paint: ({ ctx }) => {
        ctx.fillStyle = fade('#ffffff', 0.13);
        ctx.fill(path('M -126 20 L 20 -152 L 66 -152 L -126 74 Z M -126 104 L 92 -152 L 110 -152 L -126 126 Z'));
      },
    },
    frame: { box: [-151, -171, 302, 320], paint: (brush) => paintFrame(brush, slot(colours, 'frame')) },
    sill: {
      box: [-166, 138, 332, 34],
      paint: (brush) =>
        shape(brush, rounded(-164, 142, 328, 26, 5), {
          fill: slot(colours, 'sill'),
          box: [-164, 142, 328, 26],
          depth: 0.7,
        }),
    },
  }),
  pose: (_, around) => {
    const outside = outsideOf(around);
    return [
      { part: 'sky', at: IDENTITY, colouring: between(outside.top, outside.bottom) },
      { part: 'stars', at: IDENTITY, opacity: outside.stars },
      {
        part: 'cloud',
        at: IDENTITY,
        opacity: 0.9 * outside.day,
        colouring: { tint: mixRgb(outside.bottom, WHITE, 0.5) },
      },
      { part: 'hills', at: IDENTITY, colouring: between(outside.hills, outside.bottom) },
      { part: 'sheen', at: IDENTITY, opacity: 0.3 + 0.7 * outside.day },
      { part: 'frame', at: IDENTITY },
      { part: 'sill', at: IDENTITY },
    ];
  },
};
