/** Distance to a solid, negative inside: the clay from which rounded forms are sculpted. Lengths in units. */
export type Field = (x: number, y: number, z: number) => number;

type Point = readonly [number, number, number];

/** A round bar from `a` to `b` whose radius goes from `ra` to `rb`. */
export function bar([ax, ay, az]: Point, ra: number, [bx, by, bz]: Point, rb: number): Field {
  const [dx, dy, dz] = [bx - ax, by - ay, bz - az];
  const lengthSquared = dx * dx + dy * dy + dz * dz || 1;
  return (x, y, z) => {
    const [px, py, pz] = [x - ax, y - ay, z - az];
    const t = Math.min(1, Math.max(0, (px * dx + py * dy + pz * dz) / lengthSquared));
    return Math.hypot(px - dx * t, py - dy * t, pz - dz * t) - (ra + (rb - ra) * t);
  };
}

/** An egg with half-axes `r`. The distance is a first-order estimate, exact at the surface. */
export function egg([cx, cy, cz]: Point, [rx, ry, rz]: Point): Field {
  return (x, y, z) => {
    const [px, py, pz] = [(x - cx) / rx, (y - cy) / ry, (z - cz) / rz];
    const k0 = Math.hypot(px, py, pz);
    const k1 = Math.hypot(px / rx, py / ry, pz / rz);
    return k1 === 0 ? -Math.min(rx, ry, rz) : (k0 * (k0 - 1)) / k1;
  };
}

/** The parts flow into one another over a seam of width `k` (polynomial smooth minimum, I. Quílez). */
export function flow(k: number, ...parts: readonly Field[]): Field {
  return (x, y, z) => {
    let d = Number.POSITIVE_INFINITY;
    for (const part of parts) {
      const e = part(x, y, z);
      const h = Math.max(0, k - Math.abs(d - e)) / k;
      d = Math.min(d, e) - (Number.isFinite(h) ? h * h * k * 0.25 : 0);
    }
    return d;
  };
}

/** The same on both sides of the plane z = 0. */
export const bothSides =
  (part: Field): Field =>
  (x, y, z) =>
    part(x, y, Math.abs(z));
