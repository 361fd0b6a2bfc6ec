import type { Frame } from '../../../dsl/index.ts';
import { lieOfTheLand } from './space.ts';

/** How present each scenery is in a frame, 0–1; they add up to 1. */
export function presence(environment: Frame['environment'], scenery: string): number {
  const arriving = environment.scenery === scenery ? environment.blend : 0;
  const leaving = environment.scenery_from === scenery ? 1 - environment.blend : 0;
  return Math.min(1, arriving + leaving);
}

/** How much of the land is rolling green, in a meadow or a valley. */
export const greenery = (environment: Frame['environment']): number =>
  Math.min(1, presence(environment, 'meadow') + presence(environment, 'valley'));

/** The uniforms of `LAND`, one object shared by all shaders that include it. */
export interface LandUniforms {
  readonly landLevel: { value: number };
  readonly landSlope: { value: number };
  readonly hills: { value: number };
  readonly waves: { value: number };
  readonly landClock: { value: number };
  readonly river: { value: number };
}

export const landUniforms = (): LandUniforms => ({
  landLevel: { value: 0 },
  landSlope: { value: 0 },
  hills: { value: 0 },
  waves: { value: 0 },
  landClock: { value: 0 },
  river: { value: 0 },
});

export function setLand(uniforms: LandUniforms, frame: Frame): void {
  const { level, slope } = lieOfTheLand(frame);
  // Where there is no ground, as in space, what is left of it sinks away below the picture.
  const sunk = presence(frame.environment, 'space');
  uniforms.landLevel.value = level - sunk * 30;
  uniforms.landSlope.value = slope;
  uniforms.hills.value = greenery(frame.environment);
  uniforms.waves.value = presence(frame.environment, 'sea');
  uniforms.river.value = presence(frame.environment, 'valley');
  uniforms.landClock.value = frame.environment.clock;
}

const bump = (x: number, y: number): number => Math.sin(x) * Math.sin(y);

/** Height of the meadow's hills over its plane: level where the actors play, rolling behind them, ridges far off. */
export function hillAt(x: number, z: number): number {
  const away = Math.max(0, -z - 3);
  const rise = 1 - Math.exp(-away * 0.05);
  const rolling = bump(x * 0.11 + 1.3, z * 0.16 + 0.4) * 0.9 + bump(x * 0.23 + 4.1, z * 0.29 + 2) * 0.45;
  const far = Math.min(1, Math.max(0, (away - 8) / 32));
  const ridges =
    (bump(x * 0.047 + 0.6, z * 0.07 + 1.9) * 2.6 + bump(x * 0.021 + 2.2, z * 0.031) * 3) * far * far * (3 - 2 * far);
  const tufts = bump(x * 1.9, z * 1.9) * 0.02 + bump(x * 0.8 + 3, z * 1.1 + 3) * 0.03;
  return rise * (rolling + ridges) + tufts;
}
