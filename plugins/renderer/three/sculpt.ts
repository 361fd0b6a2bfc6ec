import { BufferAttribute, BufferGeometry, Color } from 'three';
import type { Field } from './field.ts';

type Point = readonly [number, number, number];

/** Writes the colour of the surface point into `out`. */
export type Brush = (x: number, y: number, z: number, out: Color) => void;

const CORNERS = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [i & 1, (i >> 1) & 1, i >> 2] as const);
const EDGES = [
  [0, 1], [2, 3], [4, 5], [6, 7],
  [0, 2], [1, 3], [4, 6], [5, 7],
  [0, 4], [1, 5], [2, 6], [3, 7],
] as const; // biome-ignore format: one row per axis reads as a table

/**
 * The surface of a field inside a box, as a smooth mesh (naive surface nets): one vertex per cell that the surface
 * crosses, at the mean of the crossings, with the gradient of the field as its normal.
 */
export function sculpt(field: Field, min: Point, max: Point, cell: number, brush: Brush): BufferGeometry {
  const nx = Math.ceil((max[0] - min[0]) / cell) + 1;
  const ny = Math.ceil((max[1] - min[1]) / cell) + 1;
  const nz = Math.ceil((max[2] - min[2]) / cell) + 1;
  const at = (i: number, j: number, k: number): number => i + nx * (j + ny * k);
  const values = new Float32Array(nx * ny * nz);
  for (let k = 0; k < nz; k++)
    for (let j = 0; j < ny; j++)
      for (let i = 0; i < nx; i++) values[at(i, j, k)] = field(min[0] + i * cell, min[1] + j * cell, min[2] + k * cell);
  const value = (i: number, j: number, k: number): number => values[at(i, j, k)] ?? 0;

  const positions: number[] = [];
  const vertexOf = new Int32Array(nx * ny * nz).fill(-1);
  for (let k = 0; k + 1 < nz; k++)
    for (let j = 0; j + 1 < ny; j++)
      for (let i = 0; i + 1 < nx; i++) {
        const v = CORNERS.map(([a, b, c]) => value(i + a, j + b, k + c));
        const inside = v.filter((d) => d < 0).length;
        if (inside === 0 || inside === 8) continue;
        const sum = [0, 0, 0];
        let crossings = 0;
        for (const [a, b] of EDGES) {
          const [va, vb] = [v[a] ?? 0, v[b] ?? 0];
          if (va < 0 === vb < 0) continue;
          const t = va / (va - vb);
          const [ca, cb] = [CORNERS[a] ?? [0, 0, 0], CORNERS[b] ?? [0, 0, 0]];
          for (const axis of [0, 1, 2] as const) sum[axis] = (sum[axis] ?? 0) + ca[axis] + (cb[axis] - ca[axis]) * t;
          crossings++;
        }
        vertexOf[at(i, j, k)] = positions.length / 3;
        const [sx = 0, sy = 0, sz = 0] = sum.map((s) => s / crossings);
        positions.push(min[0] + (i + sx) * cell, min[1] + (j + sy) * cell, min[2] + (k + sz) * cell);
      }

  const index: number[] = [];
  const strides = [1, nx, nx * ny] as const;
  for (let k = 1; k + 1 < nz; k++)
    for (let j = 1; j + 1 < ny; j++)
      for (let i = 1; i + 1 < nx; i++) {
        const here = at(i, j, k);
        const inside = (values[here] ?? 0) < 0;
        for (const axis of [0, 1, 2] as const) {
          if ((values[here + strides[axis]] ?? 0) < 0 === inside) continue;
          const u = strides[(axis + 1) % 3] ?? 0;
          const w = strides[(axis + 2) % 3] ?? 0;
          const [a, b, c, d] = [here - u - w, here - w, here, here - u].map((cellAt) => vertexOf[cellAt] ?? -1);
          if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
          if (inside) index.push(a, b, c, a, c, d);
          else index.push(a, c, b, a, d, c);
        }
      }
  return finish(field, positions, index, cell, brush);
}

function finish(field: Field, positions: number[], index: number[], cell: number, brush: Brush): BufferGeometry {
  const normals = new Float32Array(positions.length);
  const colors = new Float32Array(positions.length);
  const color = new Color();
  const e = cell * 0.5;
  for (let i = 0; i < positions.length; i += 3) {
    const [x = 0, y = 0, z = 0] = positions.slice(i, i + 3);
    const gx = field(x + e, y, z) - field(x - e, y, z);
    const gy = field(x, y + e, z) - field(x, y - e, z);
    const gz = field(x, y, z + e) - field(x, y, z - e);
    const length = Math.hypot(gx, gy, gz) || 1;
    normals.set([gx / length, gy / length, gz / length], i);
    brush(x, y, z, color);
    colors.set([color.r, color.g, color.b], i);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute('normal', new BufferAttribute(normals, 3));
  geometry.setAttribute('color', new BufferAttribute(colors, 3));
  geometry.setIndex(index);
  return geometry;
}
