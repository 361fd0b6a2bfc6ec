import type { Vec3 } from '../check/model.ts';
import { type Orbit, orbitPoint } from '../plan/orbit.ts';
import type { CurveKind } from '../plan/timeline.ts';

/** A path through space that is walked by the share of its length, so that speed has no jumps at its knots. */
export interface Curve {
  readonly length: number;
  readonly first: Vec3;
  readonly last: Vec3;
  /** It goes one way all along. */
  readonly straight: boolean;
  /** The point after `share` of the length; below 0 and above 1 the path goes on straight. */
  at(share: number): Vec3;
}

/** Parts each stretch between two knots is measured in. */
const PARTS = 32;
const ZERO: Vec3 = { x: 0, y: 0, z: 0 };

type Stretch = (u: number) => Vec3;

/** `points` holds at least one point; neighbours that coincide count once. */
export function curveThrough(points: readonly Vec3[], kind: CurveKind): Curve {
  if (typeof kind === 'object' && 'orbit' in kind) return orbitAround(points, kind.orbit);
  const knots = points.filter((point, at) => at === 0 || distance(point, points[at - 1] ?? point) > 1e-9);
  const first = knots[0] ?? { x: 0, y: 0, z: 0 };
  const last = knots.at(-1) ?? first;
  if (knots.length < 2) return { length: 0, first, last, straight: true, at: () => first };
  if (kind === 'loop') return measured(splineStretches(knots, true), first, first);
  if (typeof kind === 'object') return kind.bend === 0 ? polyline(knots, first, last) : bent(knots, kind.bend);
  return kind === 'spline' && knots.length > 2
    ? measured(splineStretches(knots, false), first, last)
    : polyline(knots, first, last);
}

/** An orbit is walked by the angle; its length is that of its chords. */
function orbitAround(points: readonly Vec3[], orbit: Orbit): Curve {
  const first = points[0] ?? { x: 0, y: 0, z: 0 };
  const centre = points.at(-1) ?? first;
  const at = (share: number) => orbitPoint(orbit, first, centre, share);
  let length = 0;
  const steps = Math.min(360, Math.ceil(Math.abs(orbit.by) / 10));
  for (let step = 1; step <= steps; step += 1) length += distance(at((step - 1) / steps), at(step / steps));
  return { length, first, last: at(1), straight: false, at };
}

/** Each leg is a parabola over its straight way, `bend` high in its middle, to the left as one goes. */
function bent(knots: readonly Vec3[], bend: number): Curve {
  const stretches = knots.slice(1).map((to, at): Stretch => {
    const from = knots[at] ?? to;
    const way = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const leftX = (to.y - from.y) / way;
    const leftY = (from.x - to.x) / way;
    return (u) => {
      const out = 4 * u * (1 - u) * bend;
      const straight = mix(from, to, u);
      return { x: straight.x + leftX * out, y: straight.y + leftY * out, z: straight.z };
    };
  });
  const first = knots[0] ?? { x: 0, y: 0, z: 0 };
  return measured(stretches, first, knots.at(-1) ?? first);
}

function polyline(knots: readonly Vec3[], first: Vec3, last: Vec3): Curve {
  const lengths: number[] = [0];
  for (let at = 1; at < knots.length; at += 1) {
    lengths.push((lengths[at - 1] ?? 0) + distance(knots[at - 1] ?? first, knots[at] ?? last));
  }
  const length = lengths.at(-1) ?? 0;
  if (knots.length === 2) return { length, first, last, straight: true, at: (share) => mix(first, last, share) };
  return {
    length,
    first,
    last,
    straight: false,
    at(share) {
      const way = share * length;
      const at = intervalOf(lengths, way);
      const from = lengths[at] ?? 0;
      const u = (way - from) / ((lengths[at + 1] ?? length) - from);
      return mix(knots[at] ?? first, knots[at + 1] ?? last, u);
    },
  };
}

/** Walks curved stretches by a table of lengths measured along chords. */
function measured(stretches: readonly Stretch[], first: Vec3, last: Vec3): Curve {
  const lengths: number[] = [0];
  const total = stretches.length * PARTS;
  let before = first;
  for (let step = 1; step <= total; step += 1) {
    const point = pointAt(stretches, step / PARTS);
    lengths.push((lengths[step - 1] ?? 0) + distance(before, point));
    before = point;
  }
  const length = lengths.at(-1) ?? 0;
  const inside = (share: number): Vec3 => {
    const way = share * length;
    const at = intervalOf(lengths, way);
    const from = lengths[at] ?? 0;
    const part = (lengths[at + 1] ?? length) - from;
    return pointAt(stretches, (at + (part > 0 ? (way - from) / part : 0)) / PARTS);
  };
  const beyond = (edge: Vec3, near: Vec3, times: number): Vec3 => mix(edge, near, -times);
  const step = 1e-3;
  return {
    length,
    first,
    last,
    straight: false,
    at(share) {
      if (share <= 0) return share === 0 ? first : beyond(first, inside(step), -share / step);
      if (share >= 1) return share === 1 ? last : beyond(last, inside(1 - step), (share - 1) / step);
      return inside(share);
    },
  };
}

function pointAt(stretches: readonly Stretch[], position: number): Vec3 {
  const at = Math.min(stretches.length - 1, Math.floor(position));
  const stretch = stretches[at];
  return stretch ? stretch(position - at) : { x: 0, y: 0, z: 0 };
}

/**
 * Centripetal Catmull–Rom: knot distances to the power ½, which never loops or cusps between knots
 * (Yuksel, Schaefer, Keyser 2011). Tangents after Barry and Goldman, written as cubic Hermite stretches.
 */
function splineStretches(open: readonly Vec3[], closed: boolean): Stretch[] {
  const stretches: Stretch[] = [];
  const knots = closed && distance(open[0] ?? ZERO, open.at(-1) ?? ZERO) < 1e-9 ? open.slice(0, -1) : open;
  const count = knots.length;
  const knot = (at: number): Vec3 | undefined => knots[closed ? (at + count) % count : at];
  for (let at = 0; at + (closed ? 0 : 1) < count; at += 1) {
    const p1 = knot(at);
    const p2 = knot(at + 1);
    if (!p1 || !p2) break;
    const p0 = knot(at - 1) ?? mix(p1, p2, -1);
    const p3 = knot(at + 2) ?? mix(p2, p1, -1);
    const d1 = Math.sqrt(distance(p0, p1));
    const d2 = Math.sqrt(distance(p1, p2));
    const d3 = Math.sqrt(distance(p2, p3));
    const tangent = (axis: 'x' | 'y' | 'z', near: 'in' | 'out') => {
      const [a, b, c] = near === 'in' ? [p0[axis], p1[axis], p2[axis]] : [p1[axis], p2[axis], p3[axis]];
      const [da, db] = near === 'in' ? [d1, d2] : [d2, d3];
      return d2 * ((b - a) / da - (c - a) / (da + db) + (c - b) / db);
    };
    const cubic = (axis: 'x' | 'y' | 'z') => {
      const m1 = tangent(axis, 'in');
      const m2 = tangent(axis, 'out');
      const from = p1[axis];
      const to = p2[axis];
      const c2 = 3 * (to - from) - 2 * m1 - m2;
      const c3 = 2 * (from - to) + m1 + m2;
      return (u: number) => from + u * (m1 + u * (c2 + u * c3));
    };
    const x = cubic('x');
    const y = cubic('y');
    const z = cubic('z');
    stretches.push((u) => ({ x: x(u), y: y(u), z: z(u) }));
  }
  return stretches;
}

/** The last index whose value is not above `wanted`, but never the last of all. */
function intervalOf(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

export const distance = (a: Vec3, b: Vec3): number => Math.hypot(b.x - a.x, b.y - a.y, b.z - a.z);

export const mix = (from: Vec3, to: Vec3, share: number): Vec3 => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
  z: from.z + (to.z - from.z) * share,
});
