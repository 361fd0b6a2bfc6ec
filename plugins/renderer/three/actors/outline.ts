import { type BufferGeometry, ExtrudeGeometry, Shape } from 'three';

/** A solid with rounded edges from an outline drawn with the pen of a `Shape`, `depth` thick around z = 0. */
export function puffed(draw: (pen: Shape) => void, depth: number, bevel: number): BufferGeometry {
  const pen = new Shape();
  draw(pen);
  return new ExtrudeGeometry(pen, {
    depth,
    bevelEnabled: bevel > 0,
    bevelThickness: bevel,
    bevelSize: bevel,
    bevelOffset: -bevel,
    bevelSegments: 5,
    curveSegments: 20,
  }).translate(0, 0, -depth / 2);
}

/** Closes a path through the points. */
export function through(pen: Shape, points: readonly (readonly [number, number])[]): void {
  for (const [i, [x, y]] of points.entries()) {
    if (i === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
  pen.closePath();
}
