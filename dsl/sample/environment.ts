import { DEFAULT_ENVIRONMENT, ENVIRONMENTS, type Environment } from '../check/vocabulary/environments.ts';
import type { StageSize } from '../plan/empty-state.ts';
import type { EnvironmentState } from '../plan/timeline.ts';
import { blend, hexOf, type Linear, linearOf, luminance } from './colour.ts';
import { easingOf } from './easing.ts';
import type { FrameEnvironment } from './frame.ts';

/** Everything about the surroundings that does not change while no mood shifts. */
type Settled = Omit<FrameEnvironment, 'clock'>;

const KEY_DEPTH = 0.6;
/** A light at the horizon would throw shadows without end. */
const LONGEST_SHADOW = 5;
const DARKEST_SHADOW = 0.5;
/** Strength of a key light from which shadows are as dark as they get. */
const FULL_KEY = 1.4;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Makes a state of the environment ready to be asked at any time. Colours blend in linear light. */
export function environmentTrack({ mood }: EnvironmentState, stage: StageSize): (ms: number) => FrameEnvironment {
  const from = presetOf(mood.from);
  const to = presetOf(mood.to);
  const ease = easingOf(mood.ease);
  const before = settledAt(mood, from, to, 0, stage);
  const after = settledAt(mood, from, to, 1, stage);
  return (ms) => {
    const elapsed = ms - mood.start_ms;
    const clock = ms / 1000;
    if (elapsed >= mood.duration_ms) return { ...after, clock };
    if (elapsed <= 0) return { ...before, clock };
    const share = Math.min(1, Math.max(0, ease(elapsed / mood.duration_ms)));
    return { ...settledAt(mood, from, to, share, stage), clock };
  };
}

const presetOf = (name: string): Environment => {
  const known = Object.hasOwn(ENVIRONMENTS, name) ? ENVIRONMENTS[name] : ENVIRONMENTS[DEFAULT_ENVIRONMENT];
  if (!known) throw new Error(`the vocabulary has no environment ${DEFAULT_ENVIRONMENT}`);
  return known;
};

function settledAt(
  mood: EnvironmentState['mood'],
  from: Environment,
  to: Environment,
  share: number,
  stage: StageSize,
): Settled {
  const number = (a: number, b: number) => a * (1 - share) + b * share;
  const mixed = (a: string, b: string): Linear => blend(linearOf(a), linearOf(b), share);
  const colour = (a: string, b: string) => hexOf(mixed(a, b));
  const angle = number(from.key_angle, to.key_angle);
  const top = mixed(from.sky_top, to.sky_top);
  const bottom = mixed(from.sky_bottom, to.sky_bottom);
  return {
    preset: mood.to,
    scenery: to.scenery,
    scenery_from: from.scenery,
    blend: share,
    sky_top: hexOf(top),
    sky_bottom: hexOf(bottom),
    sky_luminance: luminance(blend(top, bottom, 0.5)),
    ground_near: colour(from.ground_near, to.ground_near),
    ground_far: colour(from.ground_far, to.ground_far),
    horizon: number(from.horizon, to.horizon) * stage.height,
    stars: number(from.stars, to.stars),
    fog: number(from.fog, to.fog),
    fog_color: colour(from.fog_color, to.fog_color),
    ambient_color: colour(from.ambient_color, to.ambient_color),
    ambient: number(from.ambient, to.ambient),
    key_color: colour(from.key_color, to.key_color),
    key: number(from.key, to.key),
    key_direction: directionOf(angle),
    shadow_slope: Math.max(-LONGEST_SHADOW, Math.min(LONGEST_SHADOW, -1 / Math.tan(radians(angle)))),
    shadow: Math.min(1, number(from.key, to.key) / FULL_KEY) * DARKEST_SHADOW,
  };
}

/** 0 degrees: from the right, 90: from overhead; the light also comes from before the stage, so that faces are lit. */
function directionOf(degrees: number): FrameEnvironment['key_direction'] {
  const angle = radians(degrees);
  const length = Math.hypot(1, KEY_DEPTH);
  return { x: Math.cos(angle) / length, y: -Math.sin(angle) / length, z: KEY_DEPTH / length };
}
