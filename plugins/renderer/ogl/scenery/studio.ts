import { putSprite } from '../layers/put-sprite.ts';
import { mixRgb, rgb, WHITE } from '../paint/colour.ts';
import { type Picture, view } from '../picture.ts';
import { type Band, grey, putBand } from './band.ts';

/** A floor that rises softly into the wall, as photographers' paper does. */
const FLOOR: Band = {
  name: 'studio-floor',
  height: 300,
  rest: 70,
  length: 640,
  floor: 0.1,
  paint: (ctx, grain) => {
    const sweep = ctx.createLinearGradient(0, 0, 0, 300);
    sweep.addColorStop(0, grey(1, 0));
    sweep.addColorStop(0.18, grey(0.97, 0.6));
    sweep.addColorStop(0.29, grey(0.9, 1));
    sweep.addColorStop(1, grey(0.1, 1));
    ctx.fillStyle = sweep;
    ctx.fillRect(0, 0, 640, 300);
    ctx.globalAlpha = 0.3;
    ctx.globalCompositeOperation = 'source-atop';
    ctx.fillStyle = grain;
    ctx.fillRect(0, 0, 640, 300);
  },
};

export function drawStudio(picture: Picture, opacity: number): void {
  const { environment, stage } = picture.frame;
  const key = rgb(environment.key_color);
  putBand(picture, FLOOR, {
    depth: 1,
    dark: rgb(environment.ground_near),
    light: rgb(environment.ground_far),
    opacity,
  });
  const m = view(picture, 0.8);
  const width = stage.width;
  const light = mixRgb(key, WHITE, 0.4);
  putSprite(picture, 'glow', m, [width / 2, environment.horizon + 92, width * 1.15, 260], {
    tint: light,
    opacity: 0.16 * opacity,
    glow: 1,
  });
  putSprite(picture, 'glow', m, [width / 2, environment.horizon * 0.5, width * 0.9, environment.horizon * 1.2], {
    tint: light,
    opacity: 0.09 * opacity,
    glow: 1,
  });
}
