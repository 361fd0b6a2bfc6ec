import type { Frame } from '../../../dsl/index.ts';
import type { Form } from './actors/form.ts';
import type { Quads } from './gpu/quads.ts';
import type { TextureCache } from './gpu/texture-cache.ts';
import type { Affine } from './paint/affine.ts';
import type { Parcels } from './parcels.ts';

/** What everything that draws is given for one frame. */
export interface Picture {
  readonly frame: Frame;
  readonly quads: Quads;
  readonly textures: TextureCache;
  readonly forms: Parcels<Form>;
  readonly grain: HTMLCanvasElement;
  /** Size in device pixels, and device pixels per stage pixel. */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** 1 as well as it can, 0 as fast as it can: below a half without rim light, mist and pools of light. */
  readonly quality: number;
  /** Reports what could not be honoured, once per code and subject. */
  readonly warn: (code: string, message: string) => void;
}

/** As much of a picture as the camera needs to know. */
export type Seen = Pick<Picture, 'frame' | 'width' | 'height' | 'scale'>;

/**
 * Stage pixels to device pixels for a layer that follows the camera by the share `depth`: 0 is painted on the
 * picture, 1 stands among the actors, more is nearer than they.
 */
export function view(picture: Seen, depth = 1): Affine {
  const { camera, stage } = picture.frame;
  const zoom = 1 + (camera.zoom - 1) * Math.min(depth, 1.4);
  const x = stage.width / 2 + (camera.x - stage.width / 2) * depth;
  const y = stage.height / 2 + (camera.y - stage.height / 2) * depth;
  const roll = (-camera.roll * Math.PI) / 180;
  const cos = Math.cos(roll) * zoom * picture.scale;
  const sin = Math.sin(roll) * zoom * picture.scale;
  return [cos, sin, -sin, cos, picture.width / 2 - cos * x + sin * y, picture.height / 2 - sin * x - cos * y];
}

/** Sizes at which things are drawn anew when they grow: steps of √2 up, never below what is needed. */
export const bucket = (pixelsPerUnit: number): number =>
  Math.min(8, 2 ** (Math.ceil(Math.log2(Math.max(pixelsPerUnit, 0.05)) * 2 - 1e-6) / 2));
