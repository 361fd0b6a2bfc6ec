import { putSprite } from '../layers/put-sprite.ts';
import { mixRgb, rgb, WHITE } from '../paint/colour.ts';
import { type Picture, view } from '../picture.ts';
import { type Band, grey, putBand } from './band.ts';
import { STUDIO_WALL } from './ground-line.ts';

const FLOOR_HEIGHT = 300;
const LENGTH = 640;

/** One even slope from `from` to `to`, and nothing else: what stands before it is what is looked at. */
const sheet = (name: string, height: number, rest: number, from: number, to: number, floor?: number): Band => ({
  name,
  height,
  rest,
  length: LENGTH,
  ...(floor === undefined ? {} : { floor }),
  paint: (ctx, grain) => {
    const slope = ctx.createLinearGradient(0, 0, 0, height);
    slope.addColorStop(0, grey(from));
    slope.addColorStop(1, grey(to));
    ctx.fillStyle = slope;
    ctx.fillRect(0, 0, LENGTH, height);
    ctx.globalAlpha = 0.25;
    ctx.fillStyle = grain;
    ctx.fillRect(0, 0, LENGTH, height);
  },
});

/** Photographers' paper: a wall that turns into the floor without an edge. */
const WALL = sheet('studio-wall', STUDIO_WALL, STUDIO_WALL, 0, 1);
const FLOOR = sheet('studio-floor', FLOOR_HEIGHT, 2, 1, 0, 0);

export function drawStudio(picture: Picture, opacity: number): void {
  const { environment, stage } = picture.frame;
  const meeting = mixRgb(rgb(environment.sky_bottom), rgb(environment.ground_far), 0.5);
  const high = mixRgb(rgb(environment.sky_top), meeting, 0.25);
  putBand(picture, WALL, { depth: 1, dark: high, light: meeting, opacity, ends: true });
  putBand(picture, FLOOR, { depth: 1, dark: rgb(environment.ground_near), light: meeting, opacity });
  // One large lamp from the upper left, so soft that it has no edge.
  const light = mixRgb(rgb(environment.key_color), WHITE, 0.4);
  putSprite(
    picture,
    'glow',
    view(picture, 0.8),
    [stage.width * 0.32, stage.height * 0.22, stage.width * 1.7, stage.height * 1.9],
    { tint: light, opacity: 0.055 * environment.key * opacity, glow: 1 },
  );
}
