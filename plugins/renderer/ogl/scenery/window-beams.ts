import type { FrameActor } from '../../../../dsl/index.ts';
import type { Drawing } from '../gpu/texture-cache.ts';
import { putSprite } from '../layers/put-sprite.ts';
import { throughX, throughY } from '../paint/affine.ts';
import { mixRgb, rgb, WHITE } from '../paint/colour.ts';
import { smooth } from '../paint/noise.ts';
import { paintPixels } from '../paint/pixels.ts';
import { type Picture, view } from '../picture.ts';
import { outsideOf } from './outside.ts';

const SIDE = 64;

/** Bright where it leaves the pane, gone at its far end, soft at both of its edges. */
const beam = (): Drawing<null> => ({
  canvas: paintPixels(SIDE, SIDE, (x, y) => {
    const along = x / (SIDE - 1);
    const across = y / (SIDE - 1);
    const edge = smooth(Math.min(across, 1 - across) * (5 - 2.6 * along));
    return [255, 255, 255, 255 * edge * (1 - along) ** 1.4 * smooth(along * 12)];
  }),
  plan: null,
});

/** Top and bottom of the rows of panes, as shares of the window's height from its middle. */
const ROWS = [
  [-0.44, -0.06],
  [0.0, 0.38],
] as const;

/** The day that comes in by a window: a glow on the wall around it, and beams through the dust of the room. */
export function windowLight(picture: Picture, pane: FrameActor, opacity: number): void {
  const { environment, stage } = picture.frame;
  const { day } = outsideOf(environment);
  const m = view(picture);
  const colour = mixRgb(rgb(environment.key_color), WHITE, 0.1);
  const [wide, tall] = [pane.width * pane.scale, pane.height * pane.scale];
  putSprite(picture, 'glow', m, [pane.x, pane.y, wide * 2.6, tall * 2.3], {
    tint: colour,
    opacity: (0.05 + 0.12 * day) * opacity * pane.opacity,
    glow: 1,
  });
  const strength = 0.34 * smooth((day - 0.3) * 1.7) * opacity * pane.opacity;
  if (picture.quality < 0.5 || strength <= 0) return;
  const { texture } = picture.textures.get('beam', beam);
  const away = pane.x < stage.width / 2 ? 1 : -1;
  const corner = (x: number, y: number): readonly [number, number] => [throughX(m, x, y), throughY(m, x, y)];
  ROWS.forEach(([above, below], row) => {
    const sway = 0.86 + 0.14 * Math.sin(environment.clock * 0.5 + row * 2);
    const [fromX, toX] = [pane.x - away * wide * 0.05, pane.x + away * tall * (1.75 + row * 0.1)];
    const [top, bottom] = [pane.y + above * tall, pane.y + below * tall];
    const fall = tall * 0.95;
    picture.quads.corners(
      texture,
      { u0: 0, u1: 1, v0: 0, v1: 1 },
      [...corner(fromX, top), ...corner(toX, top + fall)],
      [...corner(fromX, bottom), ...corner(toX, bottom + fall * 1.18)],
      { tint: colour, opacity: strength * sway, glow: 0.85 },
    );
  });
}
