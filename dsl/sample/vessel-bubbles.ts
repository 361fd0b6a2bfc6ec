import type { Vec3 } from '../check/model.ts';
import type { Speck } from './effect-motions.ts';
import { halfWidthAt, type Pool } from './vessel.ts';

const TURN = Math.PI * 2;
/** How long a bubble takes to burst at the surface, seconds. */
const BURST = 0.12;
/** Acceleration upwards, stage pixels per second squared: bubbles grow as they rise, and grow faster. */
const LIFT = 10;
/** A bubble that would need longer than this share of its life to the surface rises faster. */
const LATEST = 0.88;

/**
 * A bubble that rises through the water of a vessel, wobbling, and bursts where it meets the surface. `seconds` since its
 * birth at `from`, `life` the longest it can last, `dice(n)` its own constants 0–1. Null once it has burst.
 */
export function bubbleIn(
  pool: Pool,
  from: Vec3,
  seconds: number,
  life: number,
  dice: (purpose: number) => number,
): Speck | null {
  const speed = 55 + 60 * dice(3);
  const rise = Math.max(1, Math.min(from.y, pool.y + pool.radius_y * 0.92) - pool.surface);
  const there = (Math.sqrt(speed * speed + 4 * LIFT * rise) - speed) / (2 * LIFT);
  const haste = Math.max(1, there / (life * LATEST));
  const time = seconds * haste;
  const burst = (time - there) / (BURST * haste);
  if (burst >= 1) return null;
  const climbed = Math.min(rise, speed * time + LIFT * time * time);
  const y = pool.surface + rise - climbed;
  const share = climbed / rise;
  const size = (7 + 13 * dice(6)) * (0.65 + 0.35 * share) * (burst > 0 ? 1 + 0.5 * burst : 1);
  const wobble = Math.sin(time * (3 + 2 * dice(4)) + dice(5) * TURN) * (4 + 7 * dice(8)) * Math.min(1, time * 2);
  const room = Math.max(0, halfWidthAt(pool, Math.max(y, pool.surface + 1)) - size);
  const x = Math.max(-room, Math.min(room, from.x + (dice(1) - 0.5) * 44 + wobble - pool.x)) + pool.x;
  const opacity = Math.min(1, seconds * 6) * (burst > 0 ? 1 - burst : 1) * 0.85;
  return { x: x - from.x, y: y - from.y, z: (dice(2) - 0.5) * 40, size, rotation: 0, opacity };
}
