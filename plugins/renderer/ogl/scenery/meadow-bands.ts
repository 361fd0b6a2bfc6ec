import { cloudiness, hash, smooth } from '../paint/noise.ts';
import { type Band, grey, ridge, under, wrapped } from './band.ts';
import { treeShape } from './tree-shape.ts';

const LENGTH = 1920;

function fillUnder(
  ctx: CanvasRenderingContext2D,
  area: Path2D,
  top: number,
  bottom: number,
  stops: readonly number[],
): void {
  const fall = ctx.createLinearGradient(0, top, 0, bottom);
  stops.forEach((stop, index) => {
    fall.addColorStop(index / (stops.length - 1), grey(stop));
  });
  ctx.fillStyle = fall;
  ctx.fill(area);
}

function grainOver(
  ctx: CanvasRenderingContext2D,
  grain: CanvasPattern,
  area: Path2D,
  height: number,
  alpha: number,
): void {
  ctx.save();
  ctx.clip(area);
  ctx.globalAlpha = alpha;
  ctx.fillStyle = grain;
  ctx.fillRect(-20, 0, LENGTH + 40, height);
  ctx.restore();
}

const hills = (
  name: string,
  height: number,
  rest: number,
  line: number,
  waves: readonly (readonly [number, number, number])[],
  trees: { readonly count: number; readonly size: number; readonly seed: number; readonly shade: number },
  stops: readonly number[],
): Band => ({
  name,
  height,
  rest,
  length: LENGTH,
  paint: (ctx, grain) => {
    const rolling = ridge(LENGTH, waves);
    const outline = (x: number): number => line + rolling(x);
    const area = under(outline, LENGTH, height + 4);
    for (let index = 0; index < trees.count; index++) {
      const group = hash(index >> 2, trees.seed) * LENGTH;
      const x = group + (hash(index, trees.seed, 1) - 0.5) * 200;
      const size = trees.size * (0.6 + hash(index, trees.seed, 2) * 0.8);
      wrapped(ctx, LENGTH, x, size, () =>
        treeShape(ctx, x, outline(x) + size * 0.08, size, trees.seed * 100 + index, trees.shade),
      );
    }
    fillUnder(ctx, area, line - 40, height, stops);
    grainOver(ctx, grain, area, height, 0.5);
    // Light runs along the crest and fades down the slope.
    ctx.save();
    ctx.clip(area);
    ctx.strokeStyle = grey(1, 0.1);
    for (const wide of [2, 6, 12, 22, 36]) {
      ctx.lineWidth = wide * 2;
      ctx.beginPath();
      for (let x = 0; x <= LENGTH; x += 4) ctx.lineTo(x, outline(x));
      ctx.stroke();
    }
    ctx.restore();
  },
});

export const FAR_HILLS = hills(
  'far-hills',
  234,
  152,
  64,
  [
    [2, 34, 0.4],
    [3, 22, 2.1],
    [7, 5, 1],
  ],
  { count: 0, size: 0, seed: 1, shade: 0.4 },
  [0.95, 0.55, 0.9],
);

export const MIDDLE_HILLS = hills(
  'middle-hills',
  260,
  160,
  110,
  [
    [1, 22, 2.6],
    [3, 18, 0.2],
    [5, 7, 4],
  ],
  { count: 34, size: 46, seed: 2, shade: 0.34 },
  [0.75, 0.4, 0.7],
);

export const NEAR_HILLS = hills(
  'near-hills',
  300,
  200,
  192,
  [
    [2, 12, 4.4],
    [3, 9, 1.2],
    [8, 2.5, 0],
  ],
  { count: 20, size: 112, seed: 3, shade: 0.26 },
  [0.62, 0.3, 0.5],
);

/** The meadow that the actors stand on: strokes of grass, lighter at its crest, dark in front. */
export const GROUND: Band = {
  name: 'ground',
  height: 330,
  rest: 34,
  length: LENGTH,
  floor: 0.14,
  paint: (ctx, grain) => {
    const rolling = ridge(LENGTH, [
      [1, 10, 1],
      [3, 6, 3.3],
    ]);
    const outline = (x: number): number => 30 + rolling(x);
    const area = under(outline, LENGTH, 334);
    fillUnder(ctx, area, 14, 330, [1, 0.74, 0.5, 0.3, 0.14]);
    ctx.save();
    ctx.clip(area);
    for (let index = 0; index < 60; index++) {
      const x = hash(index, 41) * LENGTH;
      const y = 40 + hash(index, 42) ** 1.4 * 280;
      const width = 120 + hash(index, 43) * 240;
      wrapped(ctx, LENGTH, x, width, () => {
        const pool = ctx.createRadialGradient(x, y, 0, x, y, width);
        const value = hash(index, 44) > 0.5 ? 1 : 0;
        pool.addColorStop(0, grey(value, 0.1));
        pool.addColorStop(1, grey(value, 0));
        ctx.fillStyle = pool;
        ctx.setTransform(ctx.getTransform().multiply(new DOMMatrix([1, 0, 0, 0.22, 0, y * 0.78])));
        ctx.fillRect(x - width, y - width, width * 2, width * 2);
      });
    }
    ctx.restore();
    ctx.lineCap = 'round';
    for (let index = 0; index < 2600; index++) {
      const x = hash(index, 51) * LENGTH;
      const share = hash(index, 52) ** 1.2;
      const y = outline(x) + 2 + share * 280;
      const tall = 4 + share * 15 * (0.5 + hash(index, 53));
      const lean = (hash(index, 54) - 0.4) * tall * 0.7;
      const bright = 0.3 + hash(index, 55) * 0.7 - share * 0.35;
      ctx.strokeStyle = grey(bright, 0.2 + share * 0.1);
      ctx.lineWidth = 0.8 + share * 1.5;
      wrapped(ctx, LENGTH, x, tall, () => {
        ctx.beginPath();
        ctx.moveTo(x, y);
        ctx.quadraticCurveTo(x + lean * 0.2, y - tall * 0.6, x + lean, y - tall);
        ctx.stroke();
      });
    }
    grainOver(ctx, grain, area, 330, 0.6);
  },
};

/** Torn veils, thickest along the middle. */
export const MIST: Band = {
  name: 'mist',
  height: 90,
  rest: 45,
  length: LENGTH,
  paint: (ctx) => {
    for (let x = 0; x < LENGTH; x += 6) {
      for (let y = 0; y < 90; y += 3) {
        const thick = smooth(1 - Math.abs(y - 45) / 45);
        const veil = smooth((cloudiness(x / LENGTH, (y * 2.4) / LENGTH, 6, 4, 61) - 0.34) * 3.2);
        ctx.fillStyle = grey(1, thick * veil * 0.85);
        ctx.fillRect(x, y, 6, 3);
      }
    }
  },
};
