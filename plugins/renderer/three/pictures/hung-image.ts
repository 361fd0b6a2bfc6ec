import { Mesh, MeshBasicMaterial, PlaneGeometry } from 'three';
import type { FramePicture } from '../../../../dsl/index.ts';
import type { DecodedImage } from '../../../contract/index.ts';
import { PIXELS_PER_UNIT } from '../space.ts';
import { imageBytes, imageTexture } from './image-texture.ts';
import type { Shown } from './shown.ts';

/** An image as a print in the world: it keeps its own colours in any light, and casts a shadow. */
export function hungImage(image: DecodedImage): Shown {
  const { width, height } = image.bitmap;
  const map = imageTexture(image);
  const material = new MeshBasicMaterial({
    map,
    transparent: true,
    alphaTest: 0.02,
    premultipliedAlpha: true,
    toneMapped: false,
    fog: false,
  });
  const geometry = new PlaneGeometry(width, height);
  const print = new Mesh(geometry, material);
  print.castShadow = true;
  return {
    root: print,
    bytes: imageBytes(image),
    pose(entity: FramePicture) {
      const share = Math.min(entity.width / width, entity.height / height) / PIXELS_PER_UNIT;
      print.scale.multiplyScalar(share);
      material.opacity = entity.opacity;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      map.dispose();
    },
  };
}
