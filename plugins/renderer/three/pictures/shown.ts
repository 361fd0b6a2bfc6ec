import type { Object3D } from 'three';
import type { FramePicture } from '../../../../dsl/index.ts';

/** An image or a model that stands in the scene. */
export interface Shown {
  readonly root: Object3D;
  /** Texture memory it takes. */
  readonly bytes: number;
  /**
   * Brings it into the attitude of a frame; the root's place, turn and scale have been set, and what it is fitted into
   * its box with comes on top.
   * @param seconds time of the frame
   * @param mirrored whether metal has surroundings to mirror
   */
  pose(entity: FramePicture, seconds: number, mirrored: boolean): void;
  dispose(): void;
}
