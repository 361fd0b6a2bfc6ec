import { isLuminary } from '../layers/lamps.ts';
import { putSprite } from '../layers/put-sprite.ts';
import { mixRgb, type Rgb, rgb, scaleRgb } from '../paint/colour.ts';
import { smooth } from '../paint/noise.ts';
import { type Picture, view } from '../picture.ts';
import { putBand } from './band.ts';
import { bathed } from './bathed.ts';
import { putBlossoms } from './blossoms.ts';
import { putTufts } from './tufts.ts';
import { FLOOR, HILLS, PEAKS, RIVER } from './valley-bands.ts';
import { putTrees } from './valley-trees.ts';

const add = (one: Rgb, other: Rgb, share: number): Rgb => [
  one[0] + other[0] * share,
  one[1] + other[1] * share,
  one[2] + other[2] * share,
];

/** How much of the haze lies over each row of hills, how dark its shade is, and how far it follows the camera. */
const ROWS = [
  { haze: 0.6, dim: 0.72, depth: 0.25, clear: 0.3 },
  { haze: 0.36, dim: 0.62, depth: 0.42, clear: 0.26 },
  { haze: 0.16, dim: 0.52, depth: 0.65, clear: 0.2 },
] as const;

/** A breath of haze that lies along the foot of a row of hills. */
function haze(picture: Picture, depth: number, y: number, opacity: number): void {
  if (picture.quality < 0.5 || opacity <= 0) return;
  const { environment, stage } = picture.frame;
  const m = view(picture, depth);
  for (const [x, width] of [
    [0.16, 1.1],
    [0.78, 1.2],
  ] as const) {
    const drift = Math.sin(environment.clock * 0.05 + x * 9) * 40;
    putSprite(picture, 'glow', m, [x * stage.width + drift, environment.horizon + y, width * stage.width, 130], {
      tint: add(rgb(environment.fog_color), rgb(environment.key_color), 0.08 * environment.key),
      opacity: Math.min(1, opacity * (0.35 + environment.fog)),
    });
  }
}

/** A sun or moon close to the hills floods them, and the haze between them, with its light. */
function lowLight(picture: Picture, opacity: number): void {
  if (picture.quality < 0.5) return;
  const { environment, entities, stage } = picture.frame;
  for (const entity of entities) {
    if (entity.role !== 'actor' || !isLuminary(entity.kind)) continue;
    const height = (environment.horizon - entity.y) / environment.horizon;
    const low = smooth(1.5 - Math.abs(height - 0.05) * 2.6) * entity.opacity;
    const box = [entity.x, environment.horizon + 10, stage.width * 1.15, 330] as const;
    putSprite(picture, 'glow', view(picture, 0.6), box, {
      tint: rgb(environment.key_color),
      opacity: 0.5 * low * opacity * Math.min(1, environment.key),
      glow: 0.9,
    });
  }
}

export function drawValley(picture: Picture, opacity: number): void {
  const { environment } = picture.frame;
  const sky = rgb(environment.sky_bottom);
  const skyTop = rgb(environment.sky_top);
  const { near, far } = bathed(environment);
  const lamp = scaleRgb(rgb(environment.key_color), 0.1 * environment.key);
  const blue = mixRgb(far, skyTop, 0.38);
  putBand(picture, PEAKS, {
    depth: 0.12,
    dark: mixRgb(blue, sky, 0.4),
    light: add(mixRgb(blue, sky, 0.86), lamp, 0.25),
    opacity,
  });
  haze(picture, 0.16, -70, 0.7 * opacity);
  HILLS.forEach((band, index) => {
    const row = ROWS[index];
    if (!row) return;
    const body = mixRgb(far, near, 0.25 + index * 0.28);
    putBand(picture, band, {
      depth: row.depth,
      dark: mixRgb(scaleRgb(mixRgb(body, skyTop, row.clear), row.dim), sky, row.haze),
      light: add(mixRgb(body, sky, row.haze), lamp, 1),
      opacity,
    });
    haze(picture, row.depth + 0.08, -34 + index * 12, (0.75 - index * 0.2) * opacity);
  });
  lowLight(picture, opacity);
  putBand(picture, FLOOR, {
    depth: 1,
    dark: scaleRgb(near, 0.44),
    light: add(mixRgb(far, near, 0.58), lamp, 1.5),
    opacity,
  });
  putBand(picture, RIVER, {
    depth: 1,
    dark: scaleRgb(mixRgb(skyTop, near, 0.12), 0.72),
    light: add(mixRgb(sky, skyTop, 0.36), lamp, 0.4),
    opacity,
    ends: true,
  });
  const leaves = mixRgb(near, far, 0.25);
  putTrees(picture, scaleRgb(leaves, 0.3), add(scaleRgb(leaves, 1.05), lamp, 1.5), opacity);
  const blades = { dark: scaleRgb(mixRgb(near, far, 0.3), 0.58), light: add(mixRgb(far, near, 0.4), lamp, 1.8) };
  putTufts(picture, {
    seed: 641,
    count: 30,
    from: 110,
    to: 170,
    depth: 1,
    size: 0.6,
    ...blades,
    opacity: opacity * 0.9,
  });
  putBlossoms(picture, opacity);
}

/** Grasses between the actors and the viewer. */
export function drawValleyFront(picture: Picture, opacity: number): void {
  const { environment, stage } = picture.frame;
  const { near, far } = bathed(environment);
  const below = stage.height - environment.horizon;
  putTufts(picture, {
    seed: 643,
    count: 26,
    from: below - 2,
    to: below + 36,
    depth: 1.16,
    size: 1.5,
    soft: true,
    dark: scaleRgb(near, 0.22),
    light: scaleRgb(mixRgb(near, far, 0.35), 0.72),
    opacity,
  });
}
