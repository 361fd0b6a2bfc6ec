import type { PictureState } from '../plan/timeline.ts';
import type { EntityTrack } from './entity-track.ts';
import type { FramePicture } from './frame.ts';
import { lyingTrack } from './lying.ts';
import { remembering } from './remembering.ts';

/** Makes one state of an image or a model ready to be asked. */
export function pictureTrack(id: string, origin: number, state: PictureState): EntityTrack {
  const { media, source, width, height, label } = state;
  const lying = lyingTrack(state);
  const frame: Parameters<typeof remembering>[1] = (ms, view, group): FramePicture => {
    const at = lying.at(ms, group);
    const bounds = view.bounds(at.x, at.y, at.z, width * at.scale, height * at.scale, at.rotation);
    return { role: 'picture', kind: media, id, source, label, ...at, width, height, bounds, origin };
  };
  return remembering(lying.rest_ms, frame, (ms, group) => lying.landmarkAt(ms, state, group));
}
