/** 4 × 4 matrices as glTF writes them: column by column. */
export type Matrix = readonly number[];

export const UNMOVED: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const out: number[] = [];
  for (let column = 0; column < 4; column++) {
    for (let row = 0; row < 4; row++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += (outer[k * 4 + row] ?? 0) * (inner[column * 4 + k] ?? 0);
      out.push(sum);
    }
  }
  return out;
}

/** Scaled, then turned by a unit quaternion (x, y, z, w), then moved. */
export function placed(move: readonly number[], turn: readonly number[], scale: readonly number[]): Matrix {
  const [x = 0, y = 0, z = 0, w = 1] = turn;
  const [sx = 1, sy = 1, sz = 1] = scale;
  const [mx = 0, my = 0, mz = 0] = move;
  return [
    ...[(1 - 2 * (y * y + z * z)) * sx, 2 * (x * y + z * w) * sx, 2 * (x * z - y * w) * sx, 0],
    ...[2 * (x * y - z * w) * sy, (1 - 2 * (x * x + z * z)) * sy, 2 * (y * z + x * w) * sy, 0],
    ...[2 * (x * z + y * w) * sz, 2 * (y * z - x * w) * sz, (1 - 2 * (x * x + y * y)) * sz, 0],
    ...[mx, my, mz, 1],
  ];
}

export function apply(m: Matrix, x: number, y: number, z: number): readonly [number, number, number] {
  const row = (at: number): number =>
    (m[at] ?? 0) * x + (m[at + 4] ?? 0) * y + (m[at + 8] ?? 0) * z + (m[at + 12] ?? 0);
  return [row(0), row(1), row(2)];
}

/** What normals are turned by, up to their length: the cofactors of the upper 3 × 3, upright also when mirrored. */
export function normalsOf(m: Matrix): readonly number[] {
  const at = (column: number, row: number): number => m[column * 4 + row] ?? 0;
  const cofactor = (column: number, row: number): number => {
    const [c1, c2] = [(column + 1) % 3, (column + 2) % 3];
    const [r1, r2] = [(row + 1) % 3, (row + 2) % 3];
    return at(c1, r1) * at(c2, r2) - at(c1, r2) * at(c2, r1);
  };
  const all = [0, 1, 2].flatMap((column) => [0, 1, 2].map((row) => cofactor(column, row)));
  const side = Math.sign([0, 1, 2].reduce((sum, row) => sum + at(0, row) * (all[row] ?? 0), 0)) || 1;
  return all.map((value) => value * side);
}
