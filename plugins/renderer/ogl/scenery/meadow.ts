import { isLuminary } from '../layers/lamps.ts';
import { putSprite } from '../layers/put-sprite.ts';
import { mixRgb, type Rgb, rgb, scaleRgb } from '../paint/colour.ts';
import { hash, smooth } from '../paint/noise.ts';
import { type Picture, view } from '../picture.ts';
import { putBand } from './band.ts';
import { bathed } from './bathed.ts';
import { putBlossoms } from './blossoms.ts';
import { FAR_HILLS, GROUND, MIDDLE_HILLS, MIST, NEAR_HILLS } from './meadow-bands.ts';
import { putTufts } from './tufts.ts';

const add = (one: Rgb, other: Rgb, share: number): Rgb => [
  one[0] + other[0] * share,
  one[1] + other[1] * share,
  one[2] + other[2] * share,
];

/** A low bank of mist that drifts along the hills. */
function mist(picture: Picture, depth: number, below: number, strength: number): void {
  if (picture.quality < 0.5) return;
  const { environment } = picture.frame;
  const colour = add(rgb(environment.fog_color), rgb(environment.key_color), 0.14);
  putBand(picture, MIST, {
    depth,
    dark: colour,
    light: colour,
    opacity: Math.min(1, strength * (0.22 * smooth(1 - environment.sky_luminance * 2) + environment.fog)),
    shiftX: environment.clock * 9 + depth * 700,
    shiftY: below,
    ends: true,
  });
}

/** Fireflies come with the dark: each wanders its own loop and glows in its own time. */
function fireflies(picture: Picture, opacity: number): void {
  const { environment, stage } = picture.frame;
  const dark = smooth((environment.stars - 0.35) * 2) * opacity;
  if (dark <= 0) return;
  const m = view(picture, 1);
  const clock = environment.clock;
  for (let fly = 0; fly < 26; fly++) {
    const pace = 0.25 + hash(fly, 81) * 0.4;
    const phase = hash(fly, 82) * 6.28;
    const x =
      hash(fly, 83) * stage.width * 1.2 -
      stage.width * 0.1 +
      Math.sin(clock * pace + phase) * 46 +
      Math.sin(clock * pace * 2.3 + phase * 3) * 14;
    const y = environment.horizon + 4 + hash(fly, 84) * 170 + Math.cos(clock * pace * 1.4 + phase) * 22;
    const pulse = smooth(Math.sin(clock * (0.9 + hash(fly, 85)) + phase * 2) * 0.7 + 0.5) * dark;
    const size = 2.6 + hash(fly, 86) * 2;
    putSprite(picture, 'glow', m, [x, y, size * 13, size * 13], {
      tint: [0.75, 1, 0.35],
      opacity: pulse * 0.4,
      glow: 1,
    });
    putSprite(picture, 'glow', m, [x, y, size * 2.6, size * 2.6], { tint: [1, 1, 0.75], opacity: pulse, glow: 1 });
  }
}

/** What shines in the sky lays a pool of its light on the meadow below it. */
function lightPool(picture: Picture, opacity: number): void {
  if (picture.quality < 0.5) return;
  const { environment, entities, stage } = picture.frame;
  const m = view(picture, 1);
  for (const entity of entities) {
    if (entity.role !== 'actor' || !isLuminary(entity.kind) || entity.y > environment.horizon) continue;
    const box = [entity.x, environment.horizon + 56, stage.width * 0.8, 230] as const;
    putSprite(picture, 'glow', m, box, {
      tint: rgb(environment.key_color),
      opacity: 0.26 * opacity * entity.opacity,
      glow: 1,
    });
  }
}

export function drawMeadow(picture: Picture, opacity: number): void {
  const { environment } = picture.frame;
  const sky = rgb(environment.sky_bottom);
  const skyTop = rgb(environment.sky_top);
  const { near, far } = bathed(environment);
  const lamp = scaleRgb(rgb(environment.key_color), 0.11 * environment.key);
  const haze = 0.5 + environment.fog * 0.8;
  const layer = (share: number, dim: number): { readonly dark: Rgb; readonly light: Rgb } => ({
    dark: mixRgb(scaleRgb(mixRgb(far, skyTop, 0.25), dim), sky, share * haze),
    light: add(mixRgb(far, sky, share * haze), lamp, 1.1),
  });
  putBand(picture, FAR_HILLS, { depth: 0.2, ...layer(0.8, 0.8), opacity });
  mist(picture, 0.25, -46, 0.9 * opacity);
  putBand(picture, MIDDLE_HILLS, { depth: 0.4, ...layer(0.46, 0.62), opacity });
  mist(picture, 0.5, -16, 1.1 * opacity);
  putBand(picture, NEAR_HILLS, { depth: 0.7, ...layer(0.2, 0.5), opacity });
  const ground = { dark: scaleRgb(near, 0.42), light: add(mixRgb(far, near, 0.3), lamp, 1.5) };
  putBand(picture, GROUND, { depth: 1, ...ground, opacity });
  lightPool(picture, opacity);
  const blades = { dark: scaleRgb(mixRgb(near, far, 0.5), 0.74), light: add(mixRgb(far, near, 0.2), lamp, 3.4) };
  putTufts(picture, { seed: 91, count: 54, from: 8, to: 70, depth: 1, size: 0.4, ...blades, opacity });
  putTufts(picture, { seed: 92, count: 46, from: 76, to: 150, depth: 1, size: 0.72, ...blades, opacity });
  putBlossoms(picture, opacity);
}

/** What stands between the actors and the viewer. */
export function drawMeadowFront(picture: Picture, opacity: number): void {
  const { environment, stage } = picture.frame;
  const { near, far } = bathed(environment);
  const below = stage.height - environment.horizon;
  putTufts(picture, {
    seed: 93,
    count: 34,
    from: below - 6,
    to: below + 34,
    depth: 1.16,
    size: 1.7,
    soft: true,
    dark: scaleRgb(near, 0.22),
    light: scaleRgb(mixRgb(near, far, 0.35), 0.72),
    opacity,
  });
  fireflies(picture, opacity);
}
