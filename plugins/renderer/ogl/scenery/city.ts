import { putSprite } from '../layers/put-sprite.ts';
import { mixRgb, type Rgb, rgb, scaleRgb } from '../paint/colour.ts';
import { smooth } from '../paint/noise.ts';
import { type Picture, view } from '../picture.ts';
import { type Band, grey, putBand } from './band.ts';
import { ALLEY, skyline } from './city-houses.ts';

/** What the walls nearer by are made of. */
const BRICK: Rgb = [0.74, 0.46, 0.36];

const FAR = skyline('city-far', 380, 56, [120, 330], 5, 411);
const MIDDLE = skyline('city-middle', 330, 84, [90, 250], 7.5, 421);
const NEAR = skyline('city-near', 300, 120, [60, 176], 11, 431);

const STREET: Band = {
  name: 'city-street',
  height: 260,
  rest: 6,
  length: 400,
  floor: 0.15,
  paint: (ctx, grain) => {
    const fall = ctx.createLinearGradient(0, 0, 0, 260);
    [0.9, 0.6, 0.4, 0.15].forEach((stop, index) => {
      fall.addColorStop(index / 3, grey(stop));
    });
    ctx.fillStyle = fall;
    ctx.fillRect(0, 0, 400, 260);
    ctx.fillStyle = grey(1, 0.5);
    ctx.fillRect(0, 0, 400, 3);
    ctx.fillStyle = grey(0, 0.3);
    ctx.fillRect(0, 44, 400, 4);
    ctx.fillStyle = grey(1, 0.4);
    ctx.fillRect(0, 48, 400, 2);
    for (let slab = 0; slab < 8; slab++) {
      ctx.fillStyle = grey(0, 0.12);
      ctx.fillRect(slab * 50, 4, 1.5, 40);
    }
    ctx.fillStyle = grey(1, 0.5);
    ctx.fillRect(40, 132, 130, 6);
    ctx.fillRect(240, 132, 130, 6);
    ctx.globalAlpha = 0.7;
    ctx.fillStyle = grain;
    ctx.fillRect(0, 0, 400, 260);
  },
};

export function drawCity(picture: Picture, opacity: number): void {
  const { environment, stage } = picture.frame;
  const dark = smooth(1 - environment.ambient * 1.5 + 0.25);
  const day = smooth(environment.sky_luminance * 2);
  const sky = rgb(environment.sky_bottom);
  const pane: Rgb = mixRgb(mixRgb(sky, [1, 1, 1], 0.35), [1, 0.83, 0.5], dark);
  const wall = mixRgb(rgb(environment.ground_far), rgb(environment.sky_top), 0.3);
  const haze = (y: number, strength: number): void =>
    putSprite(picture, 'glow', view(picture, 0.5), [stage.width / 2, environment.horizon + y, stage.width * 2, 260], {
      tint: mixRgb(rgb(environment.fog_color), pane, 0.3),
      opacity: (0.25 + environment.fog) * strength * opacity,
    });
  const rows = [
    { band: FAR, depth: 0.25, dim: 0.82, air: 0.66, dull: 0.55, brick: 0 },
    { band: MIDDLE, depth: 0.45, dim: 0.66, air: 0.36, dull: 0.28, brick: 0.18 },
    { band: NEAR, depth: 0.65, dim: 0.5, air: 0.1, dull: 0.08, brick: 0.34 },
  ] as const;
  rows.forEach(({ band, depth, dim, air, dull, brick }, index) => {
    putBand(picture, band, {
      depth,
      dark: mixRgb(scaleRgb(mixRgb(wall, BRICK, brick * day), dim), sky, air),
      light: mixRgb(pane, mixRgb(wall, sky, air), dull),
      opacity,
    });
    haze(-40 + index * 14, 0.9 - index * 0.3);
  });
  const leaves = mixRgb(mixRgb([0.2, 0.36, 0.2], wall, 0.35), sky, 0.1);
  putBand(picture, ALLEY, {
    depth: 0.82,
    dark: scaleRgb(leaves, 0.16 + 0.3 * day),
    light: scaleRgb(mixRgb(leaves, pane, 0.2), 0.55 + 1.1 * day),
    opacity,
    ends: true,
    shiftY: 4,
  });
  putBand(picture, STREET, {
    depth: 1,
    dark: scaleRgb(rgb(environment.ground_near), 0.6),
    light: rgb(environment.ground_far),
    opacity,
  });
}
