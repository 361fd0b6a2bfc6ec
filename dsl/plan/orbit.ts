import type { Vec3 } from '../check/model.ts';
import type { CurveKind } from './timeline.ts';
import { cosine, sine } from './turning.ts';

export type Orbit = Extract<CurveKind, { readonly orbit: unknown }>['orbit'];

/** Within this angle a thing swings from where it was onto its orbit, degrees. */
const JOIN_DEGREES = 90;
const LEAST_FLATNESS = 0.01;

/**
 * Where a thing is that has gone `share` of its orbit around `centre`. It begins where it is, at `from`, and is wholly
 * on the circle of `radius` after a quarter turn. A flattened orbit is a circle that leans away: its lower half lies
 * before the centre, its upper half behind.
 */
export function orbitPoint(orbit: Orbit, from: Vec3, centre: Vec3, share: number): Vec3 {
  if (share === 0) return from;
  const flatness = Math.max(LEAST_FLATNESS, orbit.flatness);
  const dx = from.x - centre.x;
  const dy = (from.y - centre.y) / flatness;
  const away = Math.sqrt(dx * dx + dy * dy);
  const [ux, uy] = away > 0 ? [dx / away, dy / away] : [1, 0];
  const angle = orbit.by * share;
  const cos = cosine(angle);
  const sin = sine(angle);
  const part = Math.min(1, Math.abs(angle) / JOIN_DEGREES);
  const joined = part * part * (3 - 2 * part);
  const radius = away + ((orbit.radius ?? away) - away) * joined;
  const down = (ux * sin + uy * cos) * radius;
  const lean = flatness < 1 ? Math.sqrt(1 - flatness * flatness) : 0;
  return {
    x: centre.x + (ux * cos - uy * sin) * radius,
    y: centre.y + down * flatness,
    z: from.z + (centre.z + down * lean - from.z) * joined,
  };
}
