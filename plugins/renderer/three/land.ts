import type { Frame } from '../../../dsl/index.ts';
import { lieOfTheLand } from './space.ts';

/** How present each scenery is in a frame, 0–1; they add up to 1. */
export function presence(environment: Frame['environment'], scenery: string): number {
  const arriving = environment.scenery === scenery ? environment.blend : 0;
  const leaving = environment.scenery_from === scenery ? 1 - environment.blend : 0;
  return Math.min(1, arriving + leaving);
}

/** The uniforms of `LAND`, one object shared by all shaders that include it. */
export interface LandUniforms {
  readonly landLevel: { value: number };
  readonly landSlope: { value: number };
  readonly hills: { value: number };
  readonly waves: { value: number };
  readonly landClock: { value: number };
}

export const landUniforms = (): LandUniforms => ({
  landLevel: { value: 0 },
  landSlope: { value: 0 },
  hills: { value: 0 },
  waves: { value: 0 },
  landClock: { value: 0 },
});

export function setLand(uniforms: LandUniforms, frame: Frame): void {
  const { level, slope } = lieOfTheLand(frame);
  // Where there is no ground, as in space, what is left of it sinks away below the picture.
  const sunk = presence(frame.environment, 'space');
  uniforms.landLevel.value = level - sunk * 30;
  uniforms.landSlope.value = slope;
  uniforms.hills.value = presence(frame.environment, 'meadow');
  uniforms.waves.value = presence(frame.environment, 'sea');
  uniforms.landClock.value = frame.environment.clock;
}
