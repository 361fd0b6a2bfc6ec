/** A 2D transform as Canvas2D writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. y points down, angles are clockwise degrees. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Affine = [1, 0, 0, 1, 0, 0];

const RADIANS = Math.PI / 180;

/** First `inner`, then `outer`. */
export function compose(outer: Affine, inner: Affine): Affine {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

/** A joint: moved to (x, y) of its parent, turned there, then scaled. */
export function joint(parent: Affine, x: number, y: number, degrees = 0, scaleX = 1, scaleY = scaleX): Affine {
  const cos = Math.cos(degrees * RADIANS);
  const sin = Math.sin(degrees * RADIANS);
  return compose(parent, [cos * scaleX, sin * scaleX, -sin * scaleY, cos * scaleY, x, y]);
}

export const throughX = (m: Affine, x: number, y: number): number => m[0] * x + m[2] * y + m[4];
export const throughY = (m: Affine, x: number, y: number): number => m[1] * x + m[3] * y + m[5];

/** Undoes it; what cannot be undone stays where it is. */
export function inverse([a, b, c, d, e, f]: Affine): Affine {
  const area = a * d - b * c;
  if (Math.abs(area) < 1e-12) return IDENTITY;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

/** How much it magnifies, as the side of the square that a unit square keeps in area. */
export const magnification = (m: Affine): number => Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
