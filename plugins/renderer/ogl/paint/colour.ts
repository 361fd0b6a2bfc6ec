/** Red, green and blue, 0–1, sRGB. */
export type Rgb = readonly [number, number, number];

export const BLACK: Rgb = [0, 0, 0];
export const WHITE: Rgb = [1, 1, 1];
/** Shadows lean to this blue violet instead of black, as in a painted picture. */
const SHADOW: Rgb = [0.1, 0.07, 0.2];
const LIGHT: Rgb = [1, 0.98, 0.92];

/** Reads `#rrggbb` (and what comes before the opacity of `#rrggbbaa`); anything else is mid grey. */
export function rgb(hex: string): Rgb {
  const value = /^#(?:[0-9a-f]{2}){3,4}$/i.test(hex) ? Number.parseInt(hex.slice(1, 7), 16) : 0x808080;
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** The opacity that `#rrggbbaa` carries; 1 for any other colour. */
export const alphaOf = (hex: string): number =>
  /^#[0-9a-f]{8}$/i.test(hex) ? Number.parseInt(hex.slice(7), 16) / 255 : 1;

export function mixRgb(from: Rgb, to: Rgb, share: number): Rgb {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

export const scaleRgb = (colour: Rgb, by: number): Rgb => [colour[0] * by, colour[1] * by, colour[2] * by];

const byte = (share: number): number => Math.round(Math.max(0, Math.min(1, share)) * 255);

/** As Canvas2D reads it. */
export const css = (colour: Rgb, alpha = 1): string =>
  `rgba(${byte(colour[0])}, ${byte(colour[1])}, ${byte(colour[2])}, ${alpha})`;

export const mix = (from: string, to: string, share: number, alpha = 1): string =>
  css(mixRgb(rgb(from), rgb(to), share), alpha);
export const fade = (hex: string, alpha: number): string => css(rgb(hex), alpha);
export const darker = (hex: string, share: number, alpha = 1): string => css(mixRgb(rgb(hex), SHADOW, share), alpha);
export const lighter = (hex: string, share: number, alpha = 1): string => css(mixRgb(rgb(hex), LIGHT, share), alpha);

/** Perceived lightness, 0–1, good enough to choose between dark and light ink. */
export const lightness = (colour: Rgb): number => 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2];
