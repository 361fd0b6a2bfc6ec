/** Colour arithmetic in linear light: sRGB decoded, channels 0–1. */
export type Linear = readonly [number, number, number];

/** IEC 61966-2-1. */
export function linearOf(hex: string): Linear {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  const safe = Number.isFinite(value) ? value : 0;
  return [decode((safe >> 16) & 255), decode((safe >> 8) & 255), decode(safe & 255)];
}

export function hexOf(colour: Linear): string {
  const value = colour.reduce((all, channel) => all * 256 + encode(channel), 0);
  return `#${value.toString(16).padStart(6, '0')}`;
}

export const blend = (from: Linear, to: Linear, share: number): Linear => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

/** WCAG 2 relative luminance, 0–1. */
export const luminance = ([red, green, blue]: Linear): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

function decode(byte: number): number {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function encode(channel: number): number {
  const share = channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;
  return Math.min(255, Math.max(0, Math.round(share * 255)));
}
