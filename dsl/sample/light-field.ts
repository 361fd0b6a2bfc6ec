import type { FxState } from '../plan/timeline.ts';
import type { FrameFx } from './frame.ts';
import { type Landmarks, locate } from './location.ts';
import { halfWidthAt, poolOf } from './vessel.ts';

interface Manner {
  readonly strength: number;
  readonly scale: number;
  /** Phase a second. */
  readonly speed: number;
  /** Size of the area where it comes from a point, stage pixels. */
  readonly width: number;
  readonly height: number;
}

/** Effects that are light over a surface and no particles. */
const MANNERS: Readonly<Record<string, Manner>> = {
  caustics: { strength: 0.5, scale: 1.6, speed: 0.8, width: 420, height: 110 },
  shimmer: { strength: 0.6, scale: 1, speed: 1.1, width: 300, height: 50 },
};

/** How long the light takes to come and to go, milliseconds. */
const FADE_MS = 800;
/** Height of a surface of water seen from the front, as a share of its width. */
const SURFACE_TILT = 0.14;

export const isLightField = (kind: string): boolean => Object.hasOwn(MANNERS, kind);

/** The light field of an emission at a time, or null before it begins, after it is over and where its thing is gone. */
export function lightField(
  { kind, from, start_ms, duration_ms, color, count }: FxState,
  ms: number,
  landmarks: Landmarks,
  kindOf: (id: string) => string | null,
): FrameFx['field'] {
  const manner = MANNERS[kind];
  const presence = Math.min((ms - start_ms) / FADE_MS, (start_ms + duration_ms + FADE_MS - ms) / FADE_MS, 1);
  const middle = locate(from, ms, landmarks);
  if (!manner || presence <= 0 || !middle) return null;
  const common = {
    z: middle.z,
    strength: manner.strength * presence * Math.min(1, count / 40),
    scale: manner.scale,
    phase: ((ms - start_ms) / 1000) * manner.speed,
    color: color ?? '#fff7d6',
  };
  const mark = 'of' in from ? landmarks(from.of, ms) : null;
  const pool = 'of' in from && mark ? poolOf(kindOf(from.of) ?? '', mark) : null;
  if (pool) {
    const width = 2 * halfWidthAt(pool, pool.surface);
    return { ...common, x: pool.x, y: pool.surface, width, height: width * SURFACE_TILT };
  }
  return {
    ...common,
    x: middle.x,
    y: middle.y,
    width: mark?.width ?? manner.width,
    height: mark?.height ?? manner.height,
  };
}
