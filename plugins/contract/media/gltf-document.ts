import * as z from 'zod/mini';

/** Of a glTF 2.0 document what is drawn here, by the names of its specification (Khronos glTF 2.0). */
const index = z.int().check(z.minimum(0));
const numbers = (count: number) => z.array(z.number()).check(z.length(count));

const accessor = z.looseObject({
  bufferView: z.optional(index),
  byteOffset: z.optional(index),
  componentType: z.union([5120, 5121, 5122, 5123, 5125, 5126].map((type) => z.literal(type))),
  count: index,
  type: z.enum(['SCALAR', 'VEC2', 'VEC3', 'VEC4', 'MAT2', 'MAT3', 'MAT4']),
  normalized: z.optional(z.boolean()),
  sparse: z.optional(z.unknown()),
});

const primitive = z.looseObject({
  attributes: z.record(z.string(), index),
  indices: z.optional(index),
  material: z.optional(index),
  mode: z.optional(index),
});

const node = z.looseObject({
  children: z.optional(z.array(index)),
  mesh: z.optional(index),
  skin: z.optional(index),
  matrix: z.optional(numbers(16)),
  translation: z.optional(numbers(3)),
  rotation: z.optional(numbers(4)),
  scale: z.optional(numbers(3)),
});

const material = z.looseObject({
  pbrMetallicRoughness: z.optional(
    z.looseObject({
      baseColorFactor: z.optional(numbers(4)),
      baseColorTexture: z.optional(z.looseObject({ index, texCoord: z.optional(index) })),
    }),
  ),
  emissiveFactor: z.optional(numbers(3)),
});

const channel = z.looseObject({
  sampler: index,
  target: z.looseObject({ node: z.optional(index), path: z.string() }),
});

const animation = z.looseObject({
  channels: z.array(channel),
  samplers: z.array(z.looseObject({ input: index, output: index, interpolation: z.optional(z.string()) })),
});

export const gltfSchema = z.looseObject({
  asset: z.looseObject({ version: z.string().check(z.regex(/^2\./)) }),
  extensionsRequired: z.optional(z.array(z.string())),
  buffers: z.optional(z.array(z.looseObject({ uri: z.optional(z.string()), byteLength: index }))),
  bufferViews: z.optional(
    z.array(
      z.looseObject({
        buffer: index,
        byteOffset: z.optional(index),
        byteLength: index,
        byteStride: z.optional(index),
      }),
    ),
  ),
  images: z.optional(z.array(z.looseObject({ uri: z.optional(z.string()), bufferView: z.optional(index) }))),
  textures: z.optional(z.array(z.looseObject({ source: z.optional(index) }))),
  accessors: z.optional(z.array(accessor)),
  materials: z.optional(z.array(material)),
  meshes: z.optional(z.array(z.looseObject({ primitives: z.array(primitive) }))),
  skins: z.optional(z.array(z.looseObject({ joints: z.array(index), inverseBindMatrices: z.optional(index) }))),
  nodes: z.optional(z.array(node)),
  scenes: z.optional(z.array(z.looseObject({ nodes: z.optional(z.array(index)) }))),
  scene: z.optional(index),
  animations: z.optional(z.array(animation)),
});

export type GltfDocument = z.infer<typeof gltfSchema>;
export type GltfNode = NonNullable<GltfDocument['nodes']>[number];
export type GltfMaterial = NonNullable<GltfDocument['materials']>[number];
export type GltfPrimitive = z.infer<typeof primitive>;
