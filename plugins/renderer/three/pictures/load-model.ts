import { type AnimationClip, Box3, Group, type Object3D, Vector3 } from 'three';
import { type GLTF, GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { clone } from 'three/addons/utils/SkeletonUtils.js';
import { decodeImage, MEDIA_LIMITS, MediaFault, type ModelFile, readModel } from '../../../contract/index.ts';

/** A model is shown turned by this much, radians: from the front it would be flat. */
const TURN = -0.55;

export interface LoadedModel {
  /** A copy of its own, a box around which is `size` large, with its middle in the origin. */
  readonly stand: () => Object3D;
  readonly size: Vector3;
  readonly clip: AnimationClip | null;
}

/** @throws MediaFault where the model cannot be shown */
export async function loadModel(path: string, fetchFile: (path: string) => Promise<Blob>): Promise<LoadedModel> {
  const file = await readModel(path, fetchFile, MEDIA_LIMITS);
  const { scene, animations } = await parse(file);
  const turned = new Group();
  turned.rotation.y = TURN;
  turned.add(scene);
  const box = new Box3().setFromObject(turned, true);
  if (box.isEmpty()) throw new MediaFault('unsupported', 'it shows no surface');
  const middle = box.getCenter(new Vector3());
  const size = box.getSize(new Vector3()).max(new Vector3(1e-6, 1e-6, 1e-6));
  if (![...size].every(Number.isFinite)) throw new MediaFault('corrupt', 'its corners lie nowhere');
  turned.position.copy(middle).negate();
  return { stand: () => new Group().add(clone(turned)), size, clip: animations[0] ?? null };
}

/** Hands all bytes to the library under addresses of this page, so that it fetches nothing itself. */
async function parse({ document, buffers, images }: ModelFile): Promise<GLTF> {
  const addresses: string[] = [];
  const address = (blob: Blob): string => {
    const url = URL.createObjectURL(blob);
    addresses.push(url);
    return url;
  };
  try {
    const fitting = await Promise.all(images.map(fit));
    const local = {
      ...document,
      // Animations find what they move by its name, also in a copy.
      nodes: (document.nodes ?? []).map((node, at) => ({ ...node, name: `node-${at}` })),
      buffers: (document.buffers ?? []).map((buffer, at) => ({
        ...buffer,
        uri: address(new Blob([new Uint8Array(buffers[at] ?? [])])),
      })),
      images: fitting.map((blob) => ({ mimeType: blob.type, uri: address(blob) })),
    };
    return await new GLTFLoader().parseAsync(JSON.stringify(local), '');
  } catch (cause) {
    if (cause instanceof MediaFault) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new MediaFault('corrupt', `it cannot be read (${why})`, { cause });
  } finally {
    for (const url of addresses) URL.revokeObjectURL(url);
  }
}

/** Within the limits of textures, and decoded once to be sure that it is an image. */
async function fit(image: Blob): Promise<Blob> {
  const { bitmap } = await decodeImage(image, MEDIA_LIMITS);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}
