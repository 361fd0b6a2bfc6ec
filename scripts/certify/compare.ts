import pixelmatch from 'pixelmatch';
import { hashOf, type Raster } from './raster.ts';

export interface Likeness {
  readonly alike: boolean;
  /** Share of the pixels that an eye tells apart (YIQ distance, edges that only smooth differently left out). */
  readonly differing: number;
  /** Mean difference of a colour channel, 0–255: sees a slight cast over the whole picture, which no single pixel shows. */
  readonly cast: number;
  /** The golden picture in grey with what differs in red, or null where nothing does. */
  readonly difference: Raster | null;
}

/** What a new version of a browser may change: smoothing, rounding, a glyph's edge. Nothing else. */
const TOLERATED = { differing: 0.004, cast: 0.6 } as const;

/**
 * Compares a picture with the accepted one: equal pixels are alike, others only within what rounding explains.
 * The distance is pixelmatch's (Kotsarenko and Ramos, "Measuring perceived color difference using YIQ NTSC transmission
 * color space in mobile applications", 2010).
 */
export function compare(golden: Raster, now: Raster): Likeness {
  const { width, height } = golden;
  if (width !== now.width || height !== now.height) return { alike: false, differing: 1, cast: 255, difference: null };
  if (hashOf(golden) === hashOf(now)) return { alike: true, differing: 0, cast: 0, difference: null };
  const pixels = new Uint8Array(width * height * 4);
  const count = pixelmatch(golden.pixels, now.pixels, pixels, width, height, { threshold: 0.06 });
  const differing = count / (width * height);
  const cast = castBetween(golden.pixels, now.pixels);
  const alike = differing <= TOLERATED.differing && cast <= TOLERATED.cast;
  return { alike, differing, cast, difference: { width, height, pixels } };
}

function castBetween(golden: Uint8Array, now: Uint8Array): number {
  const sums = [0, 0, 0];
  for (let i = 0; i < golden.length; i += 4) {
    for (let channel = 0; channel < 3; channel += 1) {
      sums[channel] = (sums[channel] ?? 0) + Math.abs((golden[i + channel] ?? 0) - (now[i + channel] ?? 0));
    }
  }
  return Math.max(...sums) / (golden.length / 4);
}
