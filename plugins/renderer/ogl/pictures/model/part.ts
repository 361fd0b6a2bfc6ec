import {
  type GltfMaterial,
  type GltfNode,
  type GltfPrimitive,
  MediaFault,
  type ModelFile,
} from '../../../../contract/index.ts';
import { readAccessor } from './accessor.ts';
import type { ModelPart } from './model.ts';
import { skinOf } from './skin.ts';

/** Linear light to what a screen is told (IEC 61966-2-1). */
const shown = (value: number): number =>
  value <= 0.003_130_8 ? value * 12.92 : 1.055 * Math.min(1, value) ** (1 / 2.4) - 0.055;

/** The part of a mesh that a primitive is; null where it is made of points or lines. */
export function partOf(
  file: ModelFile,
  at: number,
  node: GltfNode,
  primitive: GltfPrimitive,
  images: readonly (ImageBitmap | null)[],
): ModelPart | null {
  const { attributes, mode = 4 } = primitive;
  if (attributes.POSITION === undefined || mode < 4 || mode > 6) return null;
  const position = readAccessor(file, attributes.POSITION);
  const corners =
    primitive.indices === undefined
      ? Uint32Array.from({ length: position.count }, (_, corner) => corner)
      : Uint32Array.from(readAccessor(file, primitive.indices).values);
  if (corners.some((corner) => corner >= position.count)) throw new MediaFault('corrupt', 'a triangle has no corner');
  const index = triangles(corners, mode);
  const material = file.document.materials?.[primitive.material ?? -1];
  const read = (name: string) => (attributes[name] === undefined ? null : readAccessor(file, attributes[name]));
  const positions = Float32Array.from(position.values);
  const given = read('NORMAL');
  const normals = given ? Float32Array.from(given.values) : normalsFor(positions, index);
  const textured = material?.pbrMetallicRoughness?.baseColorTexture;
  const uv = read(`TEXCOORD_${textured?.texCoord ?? 0}`);
  const source = file.document.textures?.[textured?.index ?? -1]?.source;
  const glow = Math.max(0, ...(material?.emissiveFactor ?? [0]));
  return {
    node: at,
    positions,
    normals,
    colours: coloursOf(position.count, material, read('COLOR_0')),
    uvs: uv ? Float32Array.from(uv.values) : new Float32Array(position.count * 2),
    index,
    texture: source === undefined ? null : (images[source] ?? null),
    shine: material && 'extensions' in material && isUnlit(material.extensions) ? 1 : Math.min(1, glow),
    skin: skinOf(file, node.skin, attributes),
  };
}

const isUnlit = (extensions: unknown): boolean =>
  typeof extensions === 'object' && extensions !== null && 'KHR_materials_unlit' in extensions;

/** Strips (5) and fans (6) as single triangles. */
function triangles(corners: Uint32Array, mode: number): Uint32Array {
  if (mode === 4) return corners.slice(0, corners.length - (corners.length % 3));
  const out: number[] = [];
  for (let at = 2; at < corners.length; at++) {
    const [a, b, c] = [corners[mode === 6 ? 0 : at - 2] ?? 0, corners[at - 1] ?? 0, corners[at] ?? 0];
    out.push(...(mode === 5 && at % 2 === 1 ? [b, a, c] : [a, b, c]));
  }
  return Uint32Array.from(out);
}

function coloursOf(
  count: number,
  material: GltfMaterial | undefined,
  vertex: ReturnType<typeof readAccessor> | null,
): Float32Array {
  const base = material?.pbrMetallicRoughness?.baseColorFactor ?? [1, 1, 1, 1];
  const glow = material?.emissiveFactor ?? [0, 0, 0];
  const out = new Float32Array(count * 4);
  for (let corner = 0; corner < count; corner++) {
    for (let channel = 0; channel < 4; channel++) {
      const own = vertex && channel < vertex.size ? (vertex.values[corner * vertex.size + channel] ?? 1) : 1;
      const value = (base[channel] ?? 1) * own;
      out[corner * 4 + channel] = channel === 3 ? value : shown(value + (glow[channel] ?? 0));
    }
  }
  return out;
}

/** Normals for a file without any, each corner's the mean of its triangles' by their area. */
function normalsFor(positions: Float32Array, index: Uint32Array): Float32Array {
  const out = new Float32Array(positions.length);
  const point = (corner: number): readonly [number, number, number] => [
    positions[corner * 3] ?? 0,
    positions[corner * 3 + 1] ?? 0,
    positions[corner * 3 + 2] ?? 0,
  ];
  for (let at = 0; at + 2 < index.length; at += 3) {
    const corners = [index[at] ?? 0, index[at + 1] ?? 0, index[at + 2] ?? 0] as const;
    const [a, b, c] = [point(corners[0]), point(corners[1]), point(corners[2])];
    const [u, v] = [b.map((value, k) => value - (a[k] ?? 0)), c.map((value, k) => value - (a[k] ?? 0))];
    const cross = (k: number): number => {
      const [i, j] = [(k + 1) % 3, (k + 2) % 3];
      return (u[i] ?? 0) * (v[j] ?? 0) - (u[j] ?? 0) * (v[i] ?? 0);
    };
    for (const corner of corners)
      for (let k = 0; k < 3; k++) out[corner * 3 + k] = (out[corner * 3 + k] ?? 0) + cross(k);
  }
  return out;
}
