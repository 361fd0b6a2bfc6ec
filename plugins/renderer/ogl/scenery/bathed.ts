import type { FrameEnvironment } from '../../../../dsl/index.ts';
import { mixRgb, type Rgb, rgb } from '../paint/colour.ts';
import { smooth } from '../paint/noise.ts';

/** The ground's colours in the light of the hour: the lower the light, the more of the sky's own colour lies on it. */
export function bathed(environment: FrameEnvironment): { readonly near: Rgb; readonly far: Rgb } {
  const low = 1 - smooth(environment.sky_luminance * 2.2);
  const top = rgb(environment.sky_top);
  const bottom = rgb(environment.sky_bottom);
  return {
    near: mixRgb(rgb(environment.ground_near), mixRgb(top, bottom, 0.3), 0.46 * low),
    far: mixRgb(rgb(environment.ground_far), bottom, 0.3 * low),
  };
}
