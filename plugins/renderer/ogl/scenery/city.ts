import { putSprite } from '../layers/put-sprite.ts';
import { mixRgb, type Rgb, rgb, scaleRgb } from '../paint/colour.ts';
import { hash, smooth } from '../paint/noise.ts';
import { type Picture, view } from '../picture.ts';
import { type Band, grey, putBand } from './band.ts';

const LENGTH = 1600;

/** A house front with its roof; lit windows are the mask's brightest part, so that they take the colour of light. */
function tower(
  ctx: CanvasRenderingContext2D,
  x: number,
  base: number,
  width: number,
  height: number,
  seed: number,
): void {
  const front = ctx.createLinearGradient(x, 0, x + width, 0);
  front.addColorStop(0, grey(0.14));
  front.addColorStop(1, grey(0.02));
  ctx.fillStyle = front;
  ctx.fillRect(x, base - height, width, height + 40);
  const roof = hash(seed, 401);
  if (roof > 0.7) ctx.fillRect(x + width * 0.46, base - height - 34, 3, 34);
  else if (roof > 0.45) ctx.fillRect(x + width * 0.2, base - height - 14, width * 0.6, 15);
  else if (roof > 0.3) {
    ctx.beginPath();
    ctx.moveTo(x, base - height + 1);
    ctx.lineTo(x + width / 2, base - height - 30);
    ctx.lineTo(x + width, base - height + 1);
    ctx.fill();
  }
  ctx.fillStyle = grey(0.26);
  ctx.fillRect(x, base - height, 2, height);
}

function windows(
  ctx: CanvasRenderingContext2D,
  x: number,
  base: number,
  width: number,
  height: number,
  seed: number,
  size: number,
): void {
  const across = Math.max(2, Math.floor(width / (size * 2)));
  const gap = width / across;
  for (let row = 0; row * size * 2.1 + size * 2.4 < height; row++) {
    for (let column = 0; column < across; column++) {
      const dice = hash(seed * 31 + row, column, 402);
      ctx.fillStyle = dice > 0.56 ? grey(0.75 + dice * 0.25, 1) : grey(0, 0.6);
      ctx.fillRect(
        x + gap * (column + 0.5) - size * 0.4,
        base - height + size * 1.3 + row * size * 2.1,
        size * 0.8,
        size * 1.25,
      );
    }
  }
}

const skyline = (
  name: string,
  height: number,
  narrow: number,
  low: number,
  tall: number,
  size: number,
  seed: number,
): Band => ({
  name,
  height: height + 40,
  rest: height,
  length: LENGTH,
  paint: (ctx) => {
    let x = 0;
    for (let house = 0; x < LENGTH - narrow * 0.5; house++) {
      const width = Math.min(LENGTH - x, narrow * (0.8 + hash(house, seed) * 0.9));
      const up = low + hash(house, seed, 1) ** 1.4 * (tall - low);
      tower(ctx, x, height, width, up, seed + house);
      windows(ctx, x, height, width, up, seed + house, size);
      x += width + (hash(house, seed, 2) > 0.7 ? narrow * 0.12 : 0);
    }
    ctx.fillStyle = grey(0.06);
    ctx.fillRect(0, height - 8, LENGTH, 60);
  },
});

const FAR = skyline('city-far', 330, 62, 90, 270, 6, 411);
const NEAR = skyline('city-near', 300, 116, 70, 210, 10, 431);

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
  const sky = rgb(environment.sky_bottom);
  const pane: Rgb = mixRgb(mixRgb(sky, [1, 1, 1], 0.35), [1, 0.83, 0.5], dark);
  const wall = mixRgb(rgb(environment.ground_far), rgb(environment.sky_top), 0.3);
  putBand(picture, FAR, {
    depth: 0.3,
    dark: mixRgb(scaleRgb(wall, 0.7), sky, 0.55),
    light: mixRgb(pane, sky, 0.4),
    opacity,
  });
  putSprite(picture, 'glow', view(picture, 0.4), [stage.width / 2, environment.horizon - 30, stage.width * 1.8, 220], {
    tint: mixRgb(rgb(environment.fog_color), pane, 0.25),
    opacity: environment.fog * 0.8 * opacity,
  });
  putBand(picture, NEAR, { depth: 0.65, dark: scaleRgb(wall, 0.5), light: mixRgb(pane, wall, 0.12), opacity });
  putBand(picture, STREET, {
    depth: 1,
    dark: scaleRgb(rgb(environment.ground_near), 0.6),
    light: rgb(environment.ground_far),
    opacity,
  });
}
