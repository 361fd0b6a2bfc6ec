import type { Vec3 } from '../check/model.ts';
import { isMotion, restOf } from './motion.ts';
import { orbitPoint } from './orbit.ts';
import type { Animated } from './timeline.ts';

/** A way that goes less than this to one side keeps the thing's own facing, stage pixels. */
export const LEAST_TURN_PX = 12;

/** Where a thing looks that has gone this way: to the side to which its last stretch, or else the whole of it, went. */
export function arrivesFacing(position: Animated<Vec3>, facing: -1 | 1): -1 | 1 {
  if (!isMotion(position)) return facing;
  const from = restOf(position.from);
  const { curve, through } = position;
  const last = through.at(-1) ?? from;
  const before = through.at(-2) ?? from;
  const whole = restOf(position).x - from.x;
  let ahead = last.x - before.x;
  if (curve === 'loop') ahead = (through[0] ?? from).x - last.x;
  else if (typeof curve === 'object' && 'orbit' in curve) {
    ahead = (orbitPoint(curve.orbit, from, last, 1).x - orbitPoint(curve.orbit, from, last, 0.98).x) * 10;
  } else if (typeof curve === 'object') {
    const way = Math.sqrt((last.x - before.x) ** 2 + (last.y - before.y) ** 2);
    ahead -= way > 0 ? (4 * curve.bend * (last.y - before.y)) / way : 0;
  }
  const side = Math.abs(ahead) >= LEAST_TURN_PX ? ahead : whole;
  if (Math.abs(side) < LEAST_TURN_PX) return facing;
  return side > 0 ? 1 : -1;
}
