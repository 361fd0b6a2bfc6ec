import type { Drawing, Raster } from '../gpu/texture-cache.ts';
import type { Brush } from '../paint/brush.ts';
import { glow, oval, path } from '../paint/brush.ts';
import { drawSheet, type Part, type SheetPlan } from '../paint/sheet.ts';
import type { Picture } from '../picture.ts';

const white = (data: string): Part => ({
  box: [-1, -1, 2, 2],
  paint: ({ ctx }) => {
    ctx.fillStyle = '#ffffff';
    ctx.fill(path(data));
  },
});

/** Bright in the middle with four fine rays. */
function glint(brush: Brush): void {
  const { ctx } = brush;
  glow(brush, 0, 0, 0.55, '#ffffff', 0.9);
  ctx.fillStyle = '#ffffff';
  ctx.fill(
    path(
      'M 0 -1 C 0.04 -0.14 0.14 -0.04 1 0 C 0.14 0.04 0.04 0.14 0 1 C -0.04 0.14 -0.14 0.04 -1 0 C -0.14 -0.04 -0.04 -0.14 0 -1 Z',
    ),
  );
  ctx.fill(oval(0, 0, 0.14));
}

function bubble(brush: Brush): void {
  const { ctx } = brush;
  const skin = ctx.createRadialGradient(0, 0, 0.5, 0, 0, 0.95);
  skin.addColorStop(0, 'rgba(255, 255, 255, 0.06)');
  skin.addColorStop(0.8, 'rgba(255, 255, 255, 0.3)');
  skin.addColorStop(1, 'rgba(255, 255, 255, 0.85)');
  ctx.fillStyle = skin;
  ctx.fill(oval(0, 0, 0.95));
  ctx.fillStyle = 'rgba(255, 255, 255, 0.95)';
  ctx.fill(oval(-0.38, -0.42, 0.2, 0.13, -45));
  ctx.fillStyle = 'rgba(255, 255, 255, 0.5)';
  ctx.fill(oval(0.42, 0.44, 0.1));
}

function puff(brush: Brush): void {
  for (const [x, y, r] of [
    [0, 0, 0.9],
    [-0.3, 0.1, 0.6],
    [0.32, 0.14, 0.58],
    [0.05, -0.3, 0.6],
  ] as const)
    glow(brush, x, y, r, '#ffffff', 0.5);
}

const star = (): string => {
  const corners = Array.from({ length: 10 }, (_, corner) => {
    const angle = (corner * Math.PI) / 5 - Math.PI / 2;
    const radius = corner % 2 === 0 ? 0.96 : 0.46;
    return `${(Math.cos(angle) * radius).toFixed(3)} ${(Math.sin(angle) * radius).toFixed(3)}`;
  });
  return `M ${corners.join(' L ')} Z`;
};

const part = (paint: (brush: Brush) => void): Part => ({ box: [-1, -1, 2, 2], paint });

const SPRITES = {
  glow: part((brush) => glow(brush, 0, 0, 1, '#ffffff')),
  dot: part(({ ctx }) => {
    ctx.fillStyle = '#ffffff';
    ctx.fill(oval(0, 0, 0.94));
  }),
  glint: part(glint),
  star: white(star()),
  heart: white(
    'M 0 0.92 C -0.5 0.5 -0.98 0.14 -0.94 -0.36 C -0.9 -0.86 -0.24 -0.98 0 -0.44 C 0.24 -0.98 0.9 -0.86 0.94 -0.36 C 0.98 0.14 0.5 0.5 0 0.92 Z',
  ),
  bubble: part(bubble),
  drop: part((brush) => {
    const drop = path(
      'M 0 -0.96 C 0.2 -0.4 0.62 -0.06 0.62 0.36 C 0.62 0.74 0.34 0.96 0 0.96 C -0.34 0.96 -0.62 0.74 -0.62 0.36 C -0.62 -0.06 -0.2 -0.4 0 -0.96 Z',
    );
    brush.ctx.fillStyle = 'rgba(255, 255, 255, 0.72)';
    brush.ctx.fill(drop);
    brush.ctx.fillStyle = '#ffffff';
    brush.ctx.fill(oval(-0.2, 0.3, 0.16, 0.28, 12));
  }),
  paper: white('M -0.9 -0.55 L 0.9 -0.55 L 0.9 0.55 L -0.9 0.55 Z'),
  streak: part(({ ctx }) => {
    const fall = ctx.createLinearGradient(0, -1, 0, 1);
    fall.addColorStop(0, 'rgba(255, 255, 255, 0)');
    fall.addColorStop(1, 'rgba(255, 255, 255, 0.9)');
    ctx.fillStyle = fall;
    ctx.fill(path('M -0.03 -1 L 0.03 -1 L 0.07 0.9 C 0.07 1 -0.07 1 -0.07 0.9 Z'));
  }),
  flake: part((brush) => {
    glow(brush, 0, 0, 1, '#ffffff', 0.7);
    brush.ctx.fillStyle = '#ffffff';
    brush.ctx.fill(oval(0, 0, 0.5));
  }),
  puff: part(puff),
} satisfies Record<string, Part>;

export type SpriteName = keyof typeof SPRITES;

/** White shapes two units wide, coloured where they are used. */
export function sprites(picture: Picture): Raster<SheetPlan> {
  return picture.textures.get(
    'sprites',
    (): Drawing<SheetPlan> => ({
      ...drawSheet(SPRITES, 64, picture.grain),
      mipmaps: true,
    }),
  );
}
