import { hash, smooth } from '../paint/noise.ts';
import { type Band, grey, ridge, under, wrapped } from './band.ts';
import { treeShape } from './tree-shape.ts';

const LENGTH = 1920;

function shaded(
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

/** Far mountains: long slopes that meet in ridges, lit on one side, lost in the haze below. */
export const PEAKS: Band = {
  name: 'valley-peaks',
  height: 320,
  rest: 250,
  length: LENGTH,
  paint: (ctx) => {
    const fold = (x: number, turns: number, phase: number): number =>
      1 - Math.abs((((x / LENGTH) * turns + phase) % 1) * 2 - 1);
    const outline = (x: number): number =>
      172 -
      ((fold(x + LENGTH, 3, 0.12) ** 1.35 * 84 + fold(x + LENGTH, 5, 0.4) ** 1.2 * 40) * 1 +
        fold(x + LENGTH, 11, 0.7) * 13 +
        fold(x + LENGTH, 23, 0.2) * 5) *
        1.05;
    const area = under(outline, LENGTH, 330);
    shaded(ctx, area, 40, 320, [0.3, 0.5, 0.95, 1]);
    ctx.save();
    ctx.clip(area);
    for (let x = 0; x < LENGTH; x += 6) {
      const slope = outline(x + 6) - outline(x - 6);
      const y = outline(x);
      const lit = smooth(0.5 - slope / 16);
      ctx.fillStyle = grey(lit > 0.5 ? 1 : 0, Math.abs(lit - 0.5) * 0.4);
      ctx.beginPath();
      ctx.moveTo(x, y - 2);
      ctx.lineTo(x + 6.5, outline(x + 6) - 2);
      ctx.lineTo(x + 6.5 + 46, y + 150);
      ctx.lineTo(x + 46, y + 150);
      ctx.fill();
    }
    ctx.restore();
  },
};

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
      const x = hash(index >> 2, trees.seed) * LENGTH + (hash(index, trees.seed, 1) - 0.5) * 150;
      const size = trees.size * (0.6 + hash(index, trees.seed, 2) * 0.7);
      wrapped(ctx, LENGTH, x, size, () =>
        treeShape(ctx, x, outline(x) + size * 0.08, size, trees.seed * 100 + index, trees.shade),
      );
    }
    shaded(ctx, area, line - 50, height, stops);
    ctx.save();
    ctx.clip(area);
    // Meadows and fields: broad soft strokes that follow the slope.
    for (let field = 0; field < 26; field++) {
      const x = hash(field, trees.seed, 7) * LENGTH;
      const long = 160 + hash(field, trees.seed, 8) * 320;
      const y = outline(x) + 12 + hash(field, trees.seed, 9) * 60;
      wrapped(ctx, LENGTH, x, long, () => {
        ctx.fillStyle = grey(hash(field, trees.seed, 10) > 0.5 ? 1 : 0, 0.07);
        ctx.beginPath();
        ctx.ellipse(x, y, long, 9 + hash(field, trees.seed, 11) * 14, (outline(x + 30) - outline(x - 30)) / 60, 0, 7);
        ctx.fill();
      });
    }
    ctx.globalAlpha = 0.4;
    ctx.fillStyle = grain;
    ctx.fillRect(-20, 0, LENGTH + 40, height);
    ctx.restore();
    ctx.strokeStyle = grey(1, 0.3);
    ctx.lineWidth = 2;
    ctx.beginPath();
    for (let x = 0; x <= LENGTH; x += 4) ctx.lineTo(x, outline(x) + 1);
    ctx.stroke();
  },
});

export const HILLS = [
  hills(
    'valley-1',
    240,
    150,
    78,
    [
      [2, 26, 0.6],
      [3, 18, 2.4],
      [7, 4, 1],
    ],
    { count: 0, size: 0, seed: 601, shade: 0.4 },
    [0.5, 0.62, 1],
  ),
  hills(
    'valley-2',
    240,
    128,
    92,
    [
      [1, 24, 2.2],
      [3, 15, 0.4],
      [5, 6, 4],
    ],
    { count: 46, size: 26, seed: 602, shade: 0.3 },
    [0.55, 0.5, 0.95],
  ),
  hills(
    'valley-3',
    250,
    110,
    92,
    [
      [2, 22, 4.4],
      [3, 9, 1.2],
      [6, 3, 0],
    ],
    { count: 34, size: 58, seed: 603, shade: 0.24 },
    [0.7, 0.42, 0.8],
  ),
] as const;

/** Where the river runs on the ground: its middle and half its width, by the share of the way down. */
const river = (share: number): readonly [x: number, half: number] => [
  760 + Math.sin(share * 5.4 + 0.5) * (150 - share * 40) - share ** 1.5 * 420,
  1 + share ** 0.8 * 12 + share ** 2 * 110,
];

const GROUND_HEIGHT = 310;
const GROUND_LINE = 34;

const rolling = ridge(LENGTH, [
  [1, 10, 1.6],
  [2, 6, 0.3],
]);
const groundLine = (x: number): number => GROUND_LINE + rolling(x);

/** The valley's floor: bright where it begins, soft meadows, strokes of grass before. */
export const FLOOR: Band = {
  name: 'valley-floor',
  height: GROUND_HEIGHT,
  rest: 30,
  length: LENGTH,
  floor: 0.16,
  paint: (ctx, grain) => {
    const area = under(groundLine, LENGTH, GROUND_HEIGHT + 4);
    shaded(ctx, area, 14, GROUND_HEIGHT, [1, 0.8, 0.58, 0.36, 0.16]);
    ctx.save();
    ctx.clip(area);
    for (let meadow = 0; meadow < 54; meadow++) {
      const x = hash(meadow, 611) * LENGTH;
      const share = hash(meadow, 612) ** 1.3;
      const y = 46 + share * 250;
      const long = 110 + share * 260;
      wrapped(ctx, LENGTH, x, long, () => {
        const pool = ctx.createRadialGradient(0, 0, 0, 0, 0, long);
        const value = hash(meadow, 613) > 0.45 ? 1 : 0;
        pool.addColorStop(0, grey(value, 0.12));
        pool.addColorStop(1, grey(value, 0));
        ctx.translate(x, y);
        ctx.scale(1, 0.16 + share * 0.08);
        ctx.fillStyle = pool;
        ctx.fillRect(-long, -long, long * 2, long * 2);
      });
    }
    ctx.lineCap = 'round';
    for (let blade = 0; blade < 1900; blade++) {
      const x = hash(blade, 621) * LENGTH;
      const share = hash(blade, 622) ** 0.8;
      const y = groundLine(x) + 8 + share * 268;
      const tall = 2 + share * 12 * (0.5 + hash(blade, 623));
      const lean = (hash(blade, 624) - 0.4) * tall * 0.8;
      ctx.strokeStyle = grey(0.34 + hash(blade, 625) * 0.66 - share * 0.3, 0.1 + share * 0.16);
      ctx.lineWidth = 0.7 + share * 1.3;
      wrapped(ctx, LENGTH, x, tall, () => {
        ctx.beginPath();
        ctx.moveTo(x, y);
        ctx.quadraticCurveTo(x + lean * 0.2, y - tall * 0.6, x + lean, y - tall);
        ctx.stroke();
      });
    }
    ctx.globalAlpha = 0.5;
    ctx.fillStyle = grain;
    ctx.fillRect(0, 0, LENGTH, GROUND_HEIGHT);
    ctx.restore();
  },
};

/** The river alone: bright as the sky where it is far, deeper before, with quiet lines along its way. */
export const RIVER: Band = {
  name: 'valley-river',
  height: GROUND_HEIGHT,
  rest: 30,
  length: LENGTH,
  paint: (ctx) => {
    const steps = Array.from({ length: 61 }, (_, step) => step / 60);
    const yAt = (share: number): number => 44 + share ** 1.25 * (GROUND_HEIGHT - 40);
    const bank = new Path2D();
    for (const share of steps) bank.lineTo(river(share)[0] - river(share)[1], yAt(share));
    for (const share of steps.toReversed()) bank.lineTo(river(share)[0] + river(share)[1], yAt(share));
    bank.closePath();
    ctx.strokeStyle = grey(0, 0.22);
    ctx.lineWidth = 4;
    ctx.stroke(bank);
    shaded(ctx, bank, 40, GROUND_HEIGHT, [1, 0.72, 0.4]);
    ctx.save();
    ctx.clip(bank);
    ctx.lineCap = 'round';
    for (let line = 0; line < 90; line++) {
      const share = hash(line, 631) ** 0.7;
      const [middle, half] = river(share);
      const x = middle + (hash(line, 632) - 0.5) * half * 1.8;
      const long = half * (0.2 + hash(line, 633) * 0.5);
      ctx.strokeStyle = grey(hash(line, 634) > 0.3 ? 1 : 0.3, 0.3);
      ctx.lineWidth = 0.8 + share * 1.6;
      ctx.beginPath();
      ctx.moveTo(x - long, yAt(share));
      ctx.quadraticCurveTo(x, yAt(share) - 1.5 - share * 2, x + long, yAt(share));
      ctx.stroke();
    }
    ctx.restore();
  },
};
