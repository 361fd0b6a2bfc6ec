import { AnimationMixer, type Material, Mesh, MeshStandardMaterial, Texture } from 'three';
import type { FramePicture } from '../../../../dsl/index.ts';
import { PIXELS_PER_UNIT } from '../space.ts';
import type { LoadedModel } from './load-model.ts';
import type { Shown } from './shown.ts';

/** Metal that has nothing to mirror would be black: so much of it is left. */
const MOST_METAL = 0.25;

interface Coat {
  readonly material: Material;
  readonly opacity: number;
  readonly translucent: boolean;
  readonly metalness: number;
}

/** A model in the light of the scene, in its first animation. */
export function standingModel({ stand, size, clip }: LoadedModel): Shown {
  const root = stand();
  const coats = new Map<Material, Coat>();
  root.traverse((part) => {
    if (!(part instanceof Mesh)) return;
    part.castShadow = true;
    part.receiveShadow = true;
    // What an animation carries out of the box it has at rest must not vanish at the edge of the picture.
    part.frustumCulled = false;
    part.material = Array.isArray(part.material)
      ? part.material.map((each) => coatFor(each, coats))
      : coatFor(part.material, coats);
  });
  const mixer = clip ? new AnimationMixer(root) : null;
  if (clip) mixer?.clipAction(clip).play();
  const textures = new Set([...coats.values()].flatMap(({ material }) => texturesOf(material)));
  return {
    root,
    bytes: [...textures].reduce((sum, texture) => sum + bytesOf(texture), 0),
    pose(entity: FramePicture, seconds, mirrored) {
      const share = Math.min(entity.width / size.x, entity.height / size.y) / PIXELS_PER_UNIT;
      root.scale.multiplyScalar(share);
      if (clip) mixer?.setTime(clip.duration > 0 ? seconds % clip.duration : 0);
      for (const { material, opacity, translucent, metalness } of coats.values()) {
        material.opacity = opacity * entity.opacity;
        material.transparent = translucent || entity.opacity < 1;
        if (material instanceof MeshStandardMaterial)
          material.metalness = mirrored ? metalness : Math.min(metalness, MOST_METAL);
      }
    },
    dispose() {
      mixer?.stopAllAction();
      for (const { material } of coats.values()) material.dispose();
    },
  };
}

/** A material of this copy's own, since copies fade apart. */
function coatFor(original: Material, coats: Map<Material, Coat>): Material {
  const known = coats.get(original);
  if (known) return known.material;
  const material = original.clone();
  const { opacity, transparent: translucent } = original;
  const metalness = original instanceof MeshStandardMaterial ? original.metalness : 0;
  coats.set(original, { material, opacity, translucent, metalness });
  return material;
}

const texturesOf = (material: Material): Texture[] =>
  Object.values(material).filter((value): value is Texture => value instanceof Texture);

function bytesOf(texture: Texture): number {
  const image: unknown = texture.image;
  return image instanceof ImageBitmap ? Math.round((image.width * image.height * 16) / 3) : 0;
}
