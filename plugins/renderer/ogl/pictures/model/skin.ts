import type { ModelFile } from '../../../../contract/index.ts';
import { readAccessor, type Values } from './accessor.ts';
import { apply, type Matrix, multiply, normalsOf, UNMOVED } from './matrix.ts';

/** How the corners of a part hang on joints: four joints and four weights each. */
export interface Skin {
  readonly joints: readonly number[];
  readonly inverses: readonly Matrix[];
  readonly indices: Values;
  readonly weights: Values;
}

/** The skin of a mesh under a node; null where it has none. */
export function skinOf(
  file: ModelFile,
  skin: number | undefined,
  attributes: Readonly<Record<string, number>>,
): Skin | null {
  const found = file.document.skins?.[skin ?? -1];
  const { JOINTS_0, WEIGHTS_0 } = attributes;
  if (!found || JOINTS_0 === undefined || WEIGHTS_0 === undefined) return null;
  const all = found.inverseBindMatrices === undefined ? null : readAccessor(file, found.inverseBindMatrices).values;
  const inverses = found.joints.map((_, at) => (all ? Array.from(all.subarray(at * 16, at * 16 + 16)) : UNMOVED));
  return {
    joints: found.joints,
    inverses,
    indices: readAccessor(file, JOINTS_0),
    weights: readAccessor(file, WEIGHTS_0),
  };
}

/** Positions and normals of a skinned part as its joints stand, in the model's space. */
export function skinned(
  { positions, normals }: { readonly positions: Float32Array; readonly normals: Float32Array },
  { joints, inverses, indices, weights }: Skin,
  world: readonly Matrix[],
): { readonly positions: Float32Array; readonly normals: Float32Array } {
  const bones = joints.map((joint, at) => multiply(world[joint] ?? UNMOVED, inverses[at] ?? UNMOVED));
  const moved = new Float32Array(positions.length);
  const turned = new Float32Array(normals.length);
  for (let corner = 0; corner < positions.length / 3; corner++) {
    const blend: number[] = new Array(16).fill(0);
    for (let slot = 0; slot < 4; slot++) {
      const weight = weights.values[corner * 4 + slot] ?? 0;
      const bone = bones[indices.values[corner * 4 + slot] ?? 0];
      if (bone && weight > 0) for (let at = 0; at < 16; at++) blend[at] = (blend[at] ?? 0) + weight * (bone[at] ?? 0);
    }
    const part = (from: Float32Array, at: number): number => from[corner * 3 + at] ?? 0;
    moved.set(apply(blend, part(positions, 0), part(positions, 1), part(positions, 2)), corner * 3);
    const n = normalsOf(blend);
    const row = (at: number): number =>
      (n[at] ?? 0) * part(normals, 0) + (n[at + 3] ?? 0) * part(normals, 1) + (n[at + 6] ?? 0) * part(normals, 2);
    turned.set([row(0), row(1), row(2)], corner * 3);
  }
  return { positions: moved, normals: turned };
}
