import { throughY } from '../paint/affine.ts';
import { type Picture, view } from '../picture.ts';

/** Sceneries whose ground hides all that lies behind and below it. */
const GROUNDED: ReadonlySet<string> = new Set(['meadow', 'sea', 'city', 'studio', 'valley', 'room']);
/** Stage pixels below the horizon where even the lowest dip of the ground is reached. */
const DIP = 26;
/** How far the wall of a studio reaches above the horizon, stage pixels. */
export const STUDIO_WALL = 960;

/** From this device pixel on, down, the ground hides the layers behind it; the bottom of the picture where none does. */
export function groundLine(picture: Picture): number {
  const { environment, camera, stage } = picture.frame;
  const settled =
    environment.blend >= 1 ||
    environment.scenery_from === environment.scenery ||
    GROUNDED.has(environment.scenery_from);
  if (camera.roll !== 0 || !settled || !GROUNDED.has(environment.scenery)) return picture.height;
  // The studio's wall hides even the sky, as far up as it goes.
  const wall = throughY(view(picture), stage.width / 2, environment.horizon - STUDIO_WALL);
  if (environment.scenery === 'studio' && environment.blend >= 1 && wall <= 0) return 1;
  const line = throughY(view(picture), stage.width / 2, environment.horizon + DIP);
  return Math.max(1, Math.min(picture.height, Math.ceil(line)));
}
