import { isLuminary } from '../layers/lamps.ts';
import { putSprite } from '../layers/put-sprite.ts';
import { mixRgb, rgb, scaleRgb, WHITE } from '../paint/colour.ts';
import { hash, smooth } from '../paint/noise.ts';
import { type Picture, view } from '../picture.ts';
import { type Band, grey, putBand, ridge, under, wrapped } from './band.ts';

const LENGTH = 1440;

/** A row of swells: bright where they break, darker below, with strokes of foam along the crest. */
const swell = (
  name: string,
  height: number,
  line: number,
  seed: number,
  ...waves: readonly (readonly [number, number, number])[]
): Band => ({
  name,
  height,
  rest: line,
  length: LENGTH,
  floor: 0.12,
  paint: (ctx, grain) => {
    const rolling = ridge(LENGTH, waves);
    const outline = (x: number): number => line + rolling(x);
    const area = under(outline, LENGTH, height + 4);
    const fall = ctx.createLinearGradient(0, line - 14, 0, height);
    [1, 0.62, 0.3, 0.12].forEach((stop, index) => {
      fall.addColorStop(index / 3, grey(stop));
    });
    ctx.fillStyle = fall;
    ctx.fill(area);
    ctx.save();
    ctx.clip(area);
    ctx.lineCap = 'round';
    for (let stroke = 0; stroke < 150; stroke++) {
      const x = hash(stroke, seed) * LENGTH;
      const deep = hash(stroke, seed, 1) ** 1.8;
      const long = 14 + hash(stroke, seed, 2) * 60 * (0.5 + deep);
      const y = outline(x) + 3 + deep * (height - line - 24);
      ctx.strokeStyle = grey(hash(stroke, seed, 3) > 0.4 ? 1 : 0, 0.1 + hash(stroke, seed, 4) * 0.16);
      ctx.lineWidth = 1 + deep * 2.4;
      wrapped(ctx, LENGTH, x, long, () => {
        ctx.beginPath();
        ctx.moveTo(x - long / 2, y);
        ctx.quadraticCurveTo(x, y - 4 - deep * 4, x + long / 2, y);
        ctx.stroke();
      });
    }
    ctx.globalAlpha = 0.4;
    ctx.fillStyle = grain;
    ctx.fillRect(0, 0, LENGTH, height);
    ctx.restore();
    ctx.strokeStyle = grey(1, 0.5);
    ctx.lineWidth = 2;
    ctx.beginPath();
    for (let x = 0; x <= LENGTH; x += 4) ctx.lineTo(x, outline(x) + 1);
    ctx.stroke();
  },
});

const FLAT = swell('sea-far', 120, 2, 301, [5, 1, 0]);
/** From the horizon to the viewer: how far on that way, and the swell there. */
const ROWS = [
  { share: 0.2, band: swell('sea-0', 70, 5, 302, [14, 1.2, 0], [9, 0.8, 2]) },
  { share: 0.36, band: swell('sea-1', 90, 8, 303, [10, 2, 1], [7, 1.2, 0.3]) },
  { share: 0.52, band: swell('sea-2', 120, 12, 304, [6, 4, 0], [9, 2, 1]) },
  { share: 0.7, band: swell('sea-3', 150, 16, 305, [4, 7, 2], [7, 3, 0.4]) },
] as const;
/** The nearest, which runs before the actors. */
const FRONT = swell('sea-4', 190, 22, 306, [3, 10, 1], [5, 4, 3]);

/** Where sea and sky meet nothing is sharp. */
function seaHaze(picture: Picture, opacity: number): void {
  const { environment, stage } = picture.frame;
  putSprite(picture, 'glow', view(picture, 1), [stage.width / 2, environment.horizon, stage.width * 2.2, 74], {
    tint: mixRgb(rgb(environment.fog_color), rgb(environment.sky_bottom), 0.5),
    opacity: 0.6 * opacity,
  });
}

/** Short glints of the open sky on the crests, wherever one looks; they come and go, and stay the same for a camera. */
function glints(picture: Picture, opacity: number): void {
  const { environment, stage } = picture.frame;
  const m = view(picture, 1);
  const deep = stage.height - environment.horizon;
  const tint = mixRgb(rgb(environment.sky_bottom), WHITE, 0.55);
  for (let glint = 0; glint < 90; glint++) {
    const down = hash(glint, 321) ** 1.5;
    const x = (hash(glint, 322) * 1.4 - 0.2) * stage.width + Math.sin(environment.clock * 0.5 + glint) * 12;
    const flash = smooth(Math.sin(environment.clock * (0.7 + hash(glint, 323)) + glint * 2.7) * 0.8 + 0.2);
    const width = (14 + down * 64) * (0.6 + hash(glint, 324) * 0.8);
    putSprite(picture, 'glow', m, [x, environment.horizon + 5 + down * deep * 0.9, width, 2.2 + down * 3.4], {
      tint,
      opacity: 0.42 * flash * opacity,
      glow: 0.8,
    });
  }
}

/** The path of light on the water under what shines in the sky. */
function glitter(picture: Picture, opacity: number): void {
  const { entities, environment, stage } = picture.frame;
  const m = view(picture, 1);
  const deep = stage.height - environment.horizon;
  for (const entity of entities) {
    if (entity.role !== 'actor' || !isLuminary(entity.kind)) continue;
    for (let spark = 0; spark < 70; spark++) {
      const down = hash(spark, 311) ** 1.3;
      const width = (16 + down * 70) * (0.5 + hash(spark, 312));
      const x = entity.x + (hash(spark, 313) - 0.5) * (70 + down * 240) + Math.sin(environment.clock * 0.9 + spark) * 8;
      const flash = smooth(Math.sin(environment.clock * (1.4 + hash(spark, 314) * 2) + spark * 2.1) * 0.6 + 0.4);
      putSprite(picture, 'glow', m, [x, environment.horizon + 4 + down * deep, width, 3.5 + down * 5], {
        tint: mixRgb(rgb(environment.key_color), WHITE, 0.5),
        opacity: flash * 0.75 * opacity * entity.opacity,
        glow: 1,
      });
    }
  }
}

function row(picture: Picture, band: Band, index: number, share: number, opacity: number): void {
  const { environment, stage } = picture.frame;
  const far = rgb(environment.ground_far);
  const near = rgb(environment.ground_near);
  const body = mixRgb(far, near, share);
  const deep = stage.height - environment.horizon;
  putBand(picture, band, {
    depth: 1,
    dark: scaleRgb(mixRgb(body, near, 0.6), 0.86),
    light: mixRgb(mixRgb(body, far, 0.5), rgb(environment.sky_bottom), 0.4 - share * 0.2),
    opacity,
    shiftX: environment.clock * (9 + index * 9) * (index % 2 === 0 ? 1 : -0.6),
    shiftY: deep * share * share * 0.86 + Math.sin(environment.clock * 0.9 + index * 1.9) * (1 + index * 2),
  });
}

export function drawSea(picture: Picture, opacity: number): void {
  row(picture, FLAT, 0, 0, opacity);
  for (const [index, { share, band }] of ROWS.entries()) row(picture, band, index, share, opacity);
  seaHaze(picture, opacity);
  glints(picture, opacity);
  glitter(picture, opacity);
}

/** The nearest swell runs before the actors, along the lower edge. */
export function drawSeaFront(picture: Picture, opacity: number): void {
  row(picture, FRONT, ROWS.length, 1, opacity);
}
