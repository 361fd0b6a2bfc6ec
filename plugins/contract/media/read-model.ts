import { type GltfDocument, gltfSchema } from './gltf-document.ts';
import { MediaFault } from './media-fault.ts';
import type { MediaLimits } from './media-limits.ts';
import { mediaTypeOf } from './media-type.ts';
import { fileBeside } from './model-uri.ts';
import { parentsOf } from './node-tree.ts';

/** A glTF model with all its bytes at hand. */
export interface ModelFile {
  readonly document: GltfDocument;
  /** One for each of `document.buffers`. */
  readonly buffers: readonly Uint8Array[];
  /** One for each of `document.images`, as they are in the file. */
  readonly images: readonly Blob[];
  /** Of all that its scene shows. */
  readonly triangles: number;
}

/** Compressions that would need a decoder of their own. */
const REFUSED: Readonly<Record<string, string>> = {
  KHR_draco_mesh_compression: 'its meshes are compressed with Draco; export it without',
  EXT_meshopt_compression: 'its buffers are compressed with meshopt; export it without',
  KHR_texture_basisu: 'its textures are KTX2; export them as png, jpeg or webp',
};
/** Extensions that a model may require: all that they change is drawn, or a matter of taste. */
const BORNE: ReadonlySet<string> = new Set([
  ...['KHR_materials_unlit', 'KHR_mesh_quantization', 'KHR_texture_transform', 'EXT_texture_webp'],
  ...['KHR_materials_emissive_strength', 'KHR_materials_specular', 'KHR_materials_ior', 'KHR_lights_punctual'],
]);
const TRIANGLE_MODES: ReadonlySet<number> = new Set([4, 5, 6]);
const GLB_JSON = 0x4e4f534a;
const GLB_BINARY = 0x004e4942;

/**
 * Reads `.glb` and `.gltf`. Files that it names are fetched beside it.
 * @param fetchFile the bytes of a file by a path like `path`
 * @throws MediaFault where it is none, broken, too large, compressed, or names what lies elsewhere
 */
export async function readModel(
  path: string,
  fetchFile: (path: string) => Promise<Blob>,
  limits: MediaLimits,
): Promise<ModelFile> {
  const blob = await fetchFile(path);
  if (blob.size > limits.fileBytes) throw new MediaFault('too-large', 'the file is larger than 32 MiB');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const { json, binary } = unpack(bytes);
  const document = checked(json);
  const triangles = trianglesOf(document);
  if (triangles > limits.triangles) {
    throw new MediaFault('too-large', `it has ${triangles} triangles, and ${limits.triangles} is the limit`);
  }
  const bytesOf = (uri: string): Promise<Uint8Array> => fileBeside(path, uri, fetchFile);
  const buffers = await Promise.all(
    (document.buffers ?? []).map(async ({ uri, byteLength }, at) => {
      const found = uri === undefined ? (at === 0 ? binary : null) : await bytesOf(uri);
      if (!found || found.length < byteLength) throw new MediaFault('corrupt', `its buffer ${at} is not all there`);
      return found;
    }),
  );
  const images = await Promise.all(
    (document.images ?? []).map(async ({ uri, bufferView }) =>
      uri === undefined ? new Blob([viewOf(document, buffers, bufferView)]) : new Blob([await exact(bytesOf(uri))]),
    ),
  );
  return { document, buffers, images, triangles };
}

/** Blobs are made of whole array buffers only. */
const exact = async (bytes: Promise<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await bytes);

function unpack(bytes: Uint8Array): { json: unknown; binary: Uint8Array | null } {
  const type = mediaTypeOf(bytes);
  if (type === 'model/gltf+json') return { json: parsed(bytes), binary: null };
  if (type !== 'model/gltf-binary') throw new MediaFault('wrong-type', 'its bytes are no glTF 2.0 model');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<number, Uint8Array>();
  for (let at = 12; at + 8 <= bytes.length; ) {
    const [length, kind] = [view.getUint32(at, true), view.getUint32(at + 4, true)];
    if (at + 8 + length > bytes.length) throw new MediaFault('corrupt', 'it is cut off');
    if (!parts.has(kind)) parts.set(kind, bytes.subarray(at + 8, at + 8 + length));
    at += 8 + length;
  }
  const json = parts.get(GLB_JSON);
  if (!json) throw new MediaFault('corrupt', 'it holds no description');
  return { json: parsed(json), binary: parts.get(GLB_BINARY) ?? null };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new MediaFault('corrupt', 'its description is no JSON', { cause });
  }
}

function checked(json: unknown): GltfDocument {
  const read = gltfSchema.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new MediaFault('corrupt', `its description is not glTF 2.0 (${issue?.path.join('.')}: ${issue?.message})`);
  }
  for (const name of read.data.extensionsRequired ?? []) {
    if (!BORNE.has(name)) throw new MediaFault('unsupported', REFUSED[name] ?? `it requires ${name}`);
  }
  if ((read.data.accessors ?? []).some(({ sparse }) => sparse !== undefined)) {
    throw new MediaFault('unsupported', 'it uses sparse accessors; export it without');
  }
  parentsOf(read.data);
  return read.data;
}

/** Each mesh as often as a node shows it. */
function trianglesOf({ nodes = [], meshes = [], accessors = [] }: GltfDocument): number {
  const perMesh = meshes.map(({ primitives }) =>
    primitives.reduce((sum, { mode = 4, indices, attributes }) => {
      const corners = accessors[indices ?? attributes.POSITION ?? -1]?.count ?? 0;
      return TRIANGLE_MODES.has(mode) ? sum + Math.floor(mode === 4 ? corners / 3 : Math.max(0, corners - 2)) : sum;
    }, 0),
  );
  return nodes.reduce((sum, { mesh }) => sum + (mesh === undefined ? 0 : (perMesh[mesh] ?? 0)), 0);
}

function viewOf(
  { bufferViews = [] }: GltfDocument,
  buffers: readonly Uint8Array[],
  at: number | undefined,
): Uint8Array<ArrayBuffer> {
  const view = bufferViews[at ?? -1];
  const buffer = buffers[view?.buffer ?? -1];
  if (!view || !buffer) throw new MediaFault('corrupt', 'one of its images names no bytes');
  const start = view.byteOffset ?? 0;
  return new Uint8Array(buffer.subarray(start, start + view.byteLength));
}
