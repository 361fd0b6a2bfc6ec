import { hash } from '../paint/noise.ts';
import { type Band, grey, wrapped } from './band.ts';
import { treeShape } from './tree-shape.ts';

export const CITY_LENGTH = 1600;

type Ctx = CanvasRenderingContext2D;

interface House {
  readonly x: number;
  /** Where its roof begins, and the street. */
  readonly top: number;
  readonly base: number;
  readonly width: number;
  readonly seed: number;
}

/** A front in the light and a side in the shade, a cornice, and what stands on its roof. */
function front(ctx: Ctx, { x, top, base, width, seed }: House): void {
  const tone = 0.05 + hash(seed, 404) * 0.13;
  const side = width * (0.12 + hash(seed, 405) * 0.14);
  const wall = ctx.createLinearGradient(0, top, 0, base);
  wall.addColorStop(0, grey(tone + 0.06));
  wall.addColorStop(1, grey(tone * 0.7));
  const roof = hash(seed, 401);
  ctx.fillStyle = grey(tone * 0.6);
  if (roof > 0.78) {
    ctx.fillRect(x + width * 0.46, top - 40, 2.6, 40);
    ctx.fillRect(x + width * 0.46 - 5, top - 28, 12, 1.6);
  } else if (roof > 0.6) {
    // A water tank on its legs.
    ctx.fillRect(x + width * 0.3, top - 10, 2, 10);
    ctx.fillRect(x + width * 0.3 + 18, top - 10, 2, 10);
    ctx.fillRect(x + width * 0.3 - 2, top - 30, 24, 20);
    ctx.beginPath();
    ctx.moveTo(x + width * 0.3 - 4, top - 29);
    ctx.lineTo(x + width * 0.3 + 10, top - 40);
    ctx.lineTo(x + width * 0.3 + 24, top - 29);
    ctx.fill();
  } else if (roof > 0.4) {
    ctx.fillRect(x + width * 0.16, top - 15, width * 0.68, 16);
  } else if (roof > 0.26) {
    ctx.beginPath();
    ctx.moveTo(x - 2, top + 1);
    ctx.lineTo(x + width / 2, top - 32);
    ctx.lineTo(x + width + 2, top + 1);
    ctx.fill();
  }
  ctx.fillStyle = wall;
  ctx.fillRect(x, top, width, base - top + 40);
  ctx.fillStyle = grey(0, 0.42);
  ctx.fillRect(x + width - side, top, side, base - top + 40);
  ctx.fillStyle = grey(0.36);
  ctx.fillRect(x - 1.5, top, width + 3, 2.4);
  ctx.fillStyle = grey(0, 0.4);
  ctx.fillRect(x, top + 3, width, 2);
}

/** Windows in straight columns; those with somebody at home are the brightest of the mask and take the colour of light. */
function windows(ctx: Ctx, { x, top, base, width, seed }: House, size: number): void {
  const style = hash(seed, 406);
  const [wide, tall] = style > 0.6 ? [size * 1.1, size * 0.95] : [size * 0.72, size * 1.3];
  const across = Math.max(2, Math.floor(width / (wide * 2.1)));
  const gap = width / across;
  const home = 0.34 + hash(seed, 407) * 0.3;
  for (let y = top + size * 1.3; y + tall < base - size * 1.4; y += tall + size * 0.95) {
    for (let column = 0; column < across; column++) {
      const dice = hash(Math.round(y) * 31 + seed, column, 402);
      const left = x + gap * (column + 0.5) - wide / 2;
      ctx.fillStyle = dice < home ? grey(0.62 + (dice / home) * 0.38) : grey(0.2 + dice * 0.1, 0.8);
      ctx.fillRect(left, y, wide, tall);
      ctx.fillStyle = grey(0, 0.3);
      ctx.fillRect(left, y, wide, 1.2);
      if (wide > 6) ctx.fillRect(left + wide / 2 - 0.5, y, 1, tall);
    }
  }
}

/** A row of houses of all heights, hazy at their feet, where the light of the streets is caught. */
export const skyline = (
  name: string,
  height: number,
  narrow: number,
  [low, tall]: readonly [number, number],
  size: number,
  seed: number,
): Band => ({
  name,
  height: height + 40,
  rest: height,
  length: CITY_LENGTH,
  paint: (ctx, grain) => {
    let x = 0;
    for (let house = 0; x < CITY_LENGTH - narrow * 0.5; house++) {
      const width = Math.min(CITY_LENGTH - x, narrow * (0.7 + hash(house, seed) * 0.9));
      const up = low + hash(house, seed, 1) ** 1.4 * (tall - low);
      const one = { x, top: height - up, base: height, width, seed: seed + house };
      front(ctx, one);
      windows(ctx, one, size);
      x += width + (hash(house, seed, 2) > 0.7 ? narrow * 0.1 : 0);
    }
    ctx.globalCompositeOperation = 'source-atop';
    const glow = ctx.createLinearGradient(0, height - low * 1.3, 0, height);
    glow.addColorStop(0, grey(0.7, 0));
    glow.addColorStop(1, grey(0.7, 0.34));
    ctx.fillStyle = glow;
    ctx.fillRect(0, 0, CITY_LENGTH, height + 40);
    ctx.globalAlpha = 0.5;
    ctx.fillStyle = grain;
    ctx.fillRect(0, 0, CITY_LENGTH, height + 40);
  },
});

/** Trees along the kerb. */
export const ALLEY: Band = {
  name: 'city-alley',
  height: 130,
  rest: 118,
  length: CITY_LENGTH,
  paint: (ctx) => {
    for (let tree = 0; tree < 9; tree++) {
      const x = (tree + 0.3 + hash(tree, 441) * 0.4) * (CITY_LENGTH / 9);
      const tall = 74 + hash(tree, 442) * 40;
      // Only leafy ones stand in a street.
      wrapped(ctx, CITY_LENGTH, x, tall, () => treeShape(ctx, x, 118, tall, LEAFY[tree % LEAFY.length] ?? 4, 0.5));
    }
  },
};

/** Seeds whose trees carry leaves and no needles. */
const LEAFY = Array.from({ length: 40 }, (_, seed) => seed).filter((seed) => hash(seed, 9) <= 0.62);
