import type { Ease, Vec3 } from '../check/model.ts';

/** Three decimals are finer than a pixel can show, and spell alike in every engine; `-0` becomes `0`. */
export function round3(value: number): number {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? 0 : rounded;
}

/** Nothing lies further away than this many pixels, though a group shrunk to almost nothing would have it so. */
export const FURTHEST_PX = 1e6;

const coordinate = (px: number): number => round3(Math.min(FURTHEST_PX, Math.max(-FURTHEST_PX, px)));

export const roundPoint = ({ x, y, z }: Vec3): Vec3 => ({ x: coordinate(x), y: coordinate(y), z: coordinate(z) });

/** No scene goes on for longer than a day. */
export const LATEST_MS = 86_400_000;

/** Whole milliseconds, never before the start of the scene nor after the longest day. */
export const wholeMs = (ms: number): number => Math.min(LATEST_MS, Math.max(0, Math.round(ms)));

/** An easing with plain numbers; names stay as they are. */
export function roundEase(ease: Ease): Ease {
  if (typeof ease === 'string') return ease;
  if ('spring' in ease) return { spring: round3(ease.spring) };
  if ('steps' in ease) return { steps: ease.steps };
  const [x1, y1, x2, y2] = ease.bezier;
  return { bezier: [round3(x1), round3(y1), round3(x2), round3(y2)] };
}
