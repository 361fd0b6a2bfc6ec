import { putSprite } from '../layers/put-sprite.ts';
import { mixRgb, type Rgb, rgb } from '../paint/colour.ts';
import { hash } from '../paint/noise.ts';
import { type Picture, view } from '../picture.ts';

const NEBULAE: readonly (readonly [x: number, y: number, width: number, height: number, turn: number, colour: Rgb])[] =
  [
    [0.22, 0.3, 0.7, 0.42, 0, [0.42, 0.2, 0.72]],
    [0.34, 0.42, 0.5, 0.3, 0, [0.16, 0.34, 0.82]],
    [0.78, 0.66, 0.62, 0.46, 0, [0.66, 0.2, 0.46]],
    [0.68, 0.78, 0.42, 0.3, 0, [0.16, 0.46, 0.62]],
  ];

/** Clouds of coloured light that breathe slowly, and a second, deeper layer of stars. */
export function drawSpace(picture: Picture, opacity: number): void {
  const { environment, stage } = picture.frame;
  const deep = view(picture, 0.05);
  NEBULAE.forEach(([x, y, width, height, , colour], index) => {
    const breath = 0.85 + 0.15 * Math.sin(environment.clock * 0.3 + index * 1.7);
    putSprite(picture, 'glow', deep, [x * stage.width, y * stage.height, width * stage.width, height * stage.height], {
      tint: mixRgb(colour, rgb(environment.sky_bottom), 0.25),
      opacity: 0.3 * breath * opacity,
      glow: 1,
    });
  });
  const near = view(picture, 0.16);
  for (let star = 0; star < 120; star++) {
    const x = (hash(star, 201) * 1.3 - 0.15) * stage.width;
    const y = (hash(star, 202) * 1.2 - 0.1) * stage.height;
    const size = 1 + hash(star, 203) ** 4 * 2.2;
    const twinkle = 0.65 + 0.35 * Math.sin(environment.clock * (0.8 + hash(star, 204) * 2) + star);
    putSprite(picture, 'dot', near, [x, y, size, size], { opacity: opacity * twinkle * 0.8, glow: 1 });
  }
}
