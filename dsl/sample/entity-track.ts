import type { Landmark } from '../plan/places.ts';
import type { Reference } from '../plan/reference.ts';
import type { FrameCamera, FrameEntity, FrameMaterial } from './frame.ts';
import type { Framing } from './projection.ts';

/** What the picture is looked at through. */
export interface View {
  readonly camera: FrameCamera;
  readonly bounds: Framing;
}

/** One state of a thing on the stage, made ready to be asked at any time. */
export interface EntityTrack {
  /** `group` is how the group it belongs to lies then. */
  frameAt(ms: number, view: View, group: Reference, material: FrameMaterial | null): FrameEntity;
  /** Its middle and the size of its box; without a group: in the coordinates of its own. */
  landmarkAt(ms: number, group?: Reference): Landmark;
}
