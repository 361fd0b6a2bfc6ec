import type { Region } from '../gpu/quads.ts';
import type { Drawing, Raster } from '../gpu/texture-cache.ts';
import type { Picture } from '../picture.ts';
import { FAMILY } from './fonts.ts';

/** Nunito's own measures, as shares of the size. */
export const ASCENT = 1.011;
export const LINE = 1.364;

export interface Lettering {
  /** Device pixels: how wide the text is set, and the clear room around it on all sides. */
  readonly advance: number;
  readonly room: number;
  readonly width: number;
  readonly height: number;
  /** From the upper edge to the baseline. */
  readonly baseline: number;
  readonly ink: Region;
  /** The same text, blurred, to lie beneath. */
  readonly shadow: Region;
}

/**
 * A row of text as a white mask at exactly the device pixels it takes, with its soft shadow below it on the same sheet.
 * Set without kerning, because so its width was reckoned.
 */
export function lettering(picture: Picture, text: string, pixels: number, weight: number): Raster<Lettering> {
  const size = Math.max(1, Math.round(pixels * 8) / 8);
  return picture.textures.get(`text:${weight}:${size}:${text}`, (): Drawing<Lettering> => {
    const canvas = document.createElement('canvas');
    const ctx = canvas.getContext('2d');
    const font = `${weight} ${size}px "${FAMILY}", sans-serif`;
    if (ctx) {
      ctx.font = font;
      ctx.fontKerning = 'none';
    }
    const advance = Math.max(1, ctx?.measureText(text).width ?? 1);
    const blur = size * 0.16;
    const room = Math.ceil(size * 0.42) + 2;
    const width = Math.min(4096, Math.ceil(advance) + room * 2);
    const height = Math.ceil(size * LINE) + room * 2;
    const baseline = room + Math.round(size * ASCENT);
    canvas.width = width;
    canvas.height = height * 2;
    if (ctx) {
      ctx.font = font;
      ctx.fontKerning = 'none';
      ctx.fillStyle = '#ffffff';
      ctx.fillText(text, room, baseline);
      ctx.save();
      ctx.beginPath();
      ctx.rect(0, height, width, height);
      ctx.clip();
      ctx.shadowColor = '#ffffff';
      ctx.shadowOffsetY = height * 2;
      for (const share of [1, 0.45]) {
        ctx.shadowBlur = blur * 2 * share;
        ctx.fillText(text, room, baseline - height);
      }
      ctx.restore();
    }
    const ink = { u0: 0, v0: 0, u1: 1, v1: 0.5 };
    const shadow = { u0: 0, v0: 0.5, u1: 1, v1: 1 };
    return { canvas, plan: { advance, room, width, height, baseline, ink, shadow } };
  });
}
