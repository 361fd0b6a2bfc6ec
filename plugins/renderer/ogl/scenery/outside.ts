import type { FrameEnvironment } from '../../../../dsl/index.ts';
import { mixRgb, type Rgb, rgb } from '../paint/colour.ts';
import { smooth } from '../paint/noise.ts';

export interface Outside {
  readonly top: Rgb;
  readonly bottom: Rgb;
  readonly hills: Rgb;
  readonly stars: number;
  /** 0 night, 1 day. */
  readonly day: number;
}

/** How strong the key light is by night and at noon in the presets. */
const [NIGHT_KEY, DAY_KEY] = [0.55, 1.4];

const SKIES = [
  { top: '#0a1233', bottom: '#2c3f78', hills: '#14223d' },
  { top: '#5b4a92', bottom: '#ffb27a', hills: '#5a4a5e' },
  { top: '#5aaaf0', bottom: '#e3f3ff', hills: '#7fb58a' },
] as const;

/** The weather beyond a window of a room: indoors the sky's colours are the wall's, so the hour is told by its light. */
export function outsideOf(environment: FrameEnvironment): Outside {
  const day = Math.max(0, Math.min(1, (environment.key - NIGHT_KEY) / (DAY_KEY - NIGHT_KEY)));
  const [from, to] = day < 0.5 ? [SKIES[0], SKIES[1]] : [SKIES[1], SKIES[2]];
  const share = day < 0.5 ? day * 2 : day * 2 - 1;
  const between = (one: string, other: string): Rgb => mixRgb(rgb(one), rgb(other), share);
  return {
    top: between(from.top, to.top),
    bottom: between(from.bottom, to.bottom),
    hills: between(from.hills, to.hills),
    stars: 1 - smooth(day * 2.6),
    day,
  };
}
