import type { Frame, FrameActor } from '../../../../dsl/index.ts';
import { mixRgb, type Rgb, rgb, WHITE } from '../paint/colour.ts';
import { smooth } from '../paint/noise.ts';

export interface Lamp {
  /** Unit vector, y up as in textures. */
  readonly toLight: readonly [number, number];
  readonly colour: Rgb;
  readonly strength: number;
  /** 0–1: how much it stands in the light of a lamp while it is dark around. */
  readonly warmth: number;
}

/** Kinds that light what is around them. */
const LUMINARIES: Readonly<Record<string, string>> = { moon: '#d5e2ff', sun: '#ffe2a8' };

/** Things that light who stands by them when it is dark, and how many of their own sizes their light reaches. */
const LIT: Readonly<Record<string, number>> = { lamp: 3.2, bulb: 3.2 };
const LAMPLIGHT = '#ffd48a';
const WARMED: Rgb = [1, 0.88, 0.66];

export const isLuminary = (kind: string): boolean => Object.hasOwn(LUMINARIES, kind);

/** The panes that let the day into a room are its light, whatever the sky's own direction is. */
const windowsOf = ({ environment, entities }: Frame): readonly FrameActor[] =>
  environment.scenery === 'room'
    ? entities.filter((entity): entity is FrameActor => entity.role === 'actor' && entity.kind === 'window')
    : [];

const LONGEST = 2.2;

/** Lower suns throw no longer shadows: those would only be streaks. */
export const boundedSlope = (slope: number): number => Math.max(-LONGEST, Math.min(LONGEST, slope));

/** How far shadows reach to the side for each of a thing's height: away from the window in a room. */
export function shadowSlope(frame: Frame): number {
  const { shadow_slope: slope } = frame.environment;
  const [pane] = windowsOf(frame);
  if (!pane) return slope;
  return Math.max(0.35, Math.abs(slope)) * (pane.x < frame.stage.width / 2 ? 1 : -1);
}

/** Where the light on an actor or a model comes from: a light of the scene, a moon or sun in it, else the key light of the place. */
export function lampFor(frame: Frame, actor: Pick<FrameActor, 'id' | 'x' | 'y'>): Lamp {
  const { environment } = frame;
  let x = environment.key_direction.x * environment.key;
  let y = environment.key_direction.y * environment.key;
  let colour = rgb(environment.key_color);
  let warmth = 0;
  const towards = (fromX: number, fromY: number, weight: number, tint: Rgb): void => {
    const distance = Math.max(1, Math.hypot(fromX - actor.x, fromY - actor.y));
    x += ((fromX - actor.x) / distance) * weight;
    y += ((fromY - actor.y) / distance) * weight;
    colour = mixRgb(colour, tint, weight / (weight + 1));
  };
  for (const light of frame.lights) towards(light.x, light.y, light.intensity, rgb(light.color));
  for (const pane of windowsOf(frame)) {
    if (pane.id !== actor.id) towards(pane.x, pane.y, 2 * pane.opacity * environment.key, rgb(environment.key_color));
  }
  for (const other of frame.entities) {
    if (other.role !== 'actor' || other.id === actor.id) continue;
    const tint = isLuminary(other.kind) ? LUMINARIES[other.kind] : undefined;
    if (tint) towards(other.x, other.y, 1.2 * other.opacity, rgb(tint));
    const reach = (LIT[other.kind] ?? 0) * other.height * other.scale;
    const near = reach > 0 ? smooth(1.2 - Math.hypot(other.x - actor.x, other.y - actor.y) / reach) : 0;
    if (near <= 0) continue;
    const shines = near * (1 - environment.ambient) * other.opacity;
    towards(other.x, other.y, 3 * shines, rgb(LAMPLIGHT));
    warmth = Math.max(warmth, shines);
  }
  const length = Math.max(1e-3, Math.hypot(x, y));
  return {
    toLight: [x / length, -y / length],
    colour,
    strength: Math.min(1, 0.3 + 0.7 * (1 - environment.ambient)),
    warmth,
  };
}

/** What the place's light makes of a white thing: bluish and dim at night, yet never too dark to read. */
export function placeLight(frame: Frame): Rgb {
  const { environment } = frame;
  const sky = rgb(environment.ambient_color);
  const key = rgb(environment.key_color);
  const light = smooth(environment.sky_luminance * 1.5);
  const dark = 0.74 + 0.26 * light;
  const strength = dark * Math.min(1, 0.52 + environment.ambient * 0.6 + environment.key * 0.3);
  // The lower the light, the more of its hue lies on everything.
  const hue = mixRgb(mixRgb(sky, key, 0.42), WHITE, 0.2 + 0.46 * light);
  const brightest = Math.max(...hue);
  return [(hue[0] / brightest) * strength, (hue[1] / brightest) * strength, (hue[2] / brightest) * strength];
}

/** The light on an actor: that of the place, warmer and brighter by a lamp. */
export const lightOn = (frame: Frame, lamp: Lamp): Rgb => mixRgb(placeLight(frame), WARMED, lamp.warmth * 0.9);
