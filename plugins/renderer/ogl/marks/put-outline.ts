import type { Texture } from 'ogl';
import type { Quads } from '../gpu/quads.ts';
import type { TextureCache } from '../gpu/texture-cache.ts';
import { type Affine, magnification } from '../paint/affine.ts';
import type { Rgb } from '../paint/colour.ts';
import { paintPixels } from '../paint/pixels.ts';
import { CORNER, type Outline } from './outline.ts';

const STEPS = 256;
/** Where the ramp is clear and where it covers wholly. */
const CLEAR = 0.5 / STEPS;
const FULL = 1 - 0.5 / STEPS;
const SOLID = { u0: FULL, u1: FULL, v0: 0.5, v1: 0.5 };
const FADING = { u0: FULL, u1: CLEAR, v0: 0.5, v1: 0.5 };

/** From clear to white. */
const rampTexture = (textures: TextureCache): Texture =>
  textures.get('ramp', () => ({ canvas: paintPixels(STEPS, 1, (step) => [255, 255, 255, step]), plan: null })).texture;

/**
 * Draws an outline through `m` in one colour. `width` is the stroke's, in the units of the shape (0 for what is
 * filled); a line thinner than a pixel is drawn a pixel wide and that much fainter. `glow` 1 adds light.
 */
export function putOutline(
  { quads, textures }: { readonly quads: Quads; readonly textures: TextureCache },
  outline: Outline,
  m: Affine,
  width: number,
  tint: Rgb,
  opacity: number,
  glow = 0,
): void {
  const texture = rampTexture(textures);
  const unit = Math.max(1e-6, magnification(m));
  const half = (width * unit) / 2;
  const drawn = Math.max(0.5, half);
  const colouring = { tint, glow, opacity: width > 0 ? opacity * Math.min(1, half / 0.5) : opacity };
  /** A corner in device pixels, `soft` pixels beyond the outline. */
  const place = (list: readonly number[], at: number, soft: number): readonly [number, number] => {
    const out = ((list[at + 4] ?? 0) * drawn + soft) / unit;
    const x = (list[at] ?? 0) + (list[at + 2] ?? 0) * out;
    const y = (list[at + 1] ?? 0) + (list[at + 3] ?? 0) * out;
    return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
  };
  const { solid, fringe } = outline;
  for (let at = 0; at < solid.length; at += CORNER * 3) {
    const a = place(solid, at, -0.5);
    const b = place(solid, at + CORNER, -0.5);
    const c = place(solid, at + CORNER * 2, -0.5);
    quads.corners(texture, SOLID, [...a, ...b], [...c, ...c], colouring);
  }
  for (let at = 0; at < fringe.length; at += CORNER * 2) {
    const upper = [...place(fringe, at, -0.5), ...place(fringe, at, 0.5)] as const;
    const lower = [...place(fringe, at + CORNER, -0.5), ...place(fringe, at + CORNER, 0.5)] as const;
    quads.corners(texture, FADING, upper, lower, colouring);
  }
}
