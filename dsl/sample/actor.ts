import { ACTOR_KINDS } from '../check/vocabulary/actor-kinds.ts';
import { restOf } from '../plan/motion.ts';
import type { Landmark } from '../plan/places.ts';
import type { ActorState, Animated, MaterialState } from '../plan/timeline.ts';
import type { FrameActor, FrameCamera, FrameMaterial } from './frame.ts';
import { bearingOf } from './pose.ts';
import type { Framing } from './projection.ts';
import { numberTrack, pathTrack } from './track.ts';

/** What the picture is looked at through. */
export interface View {
  readonly camera: FrameCamera;
  readonly bounds: Framing;
}

export interface ActorTrack {
  frameAt(ms: number, view: View, material: FrameMaterial | null): FrameActor;
  landmarkAt(ms: number): Landmark;
}

const UNKNOWN = { width: 100, height: 100, colors: {} };

/** Makes one state of an actor ready to be asked. While nothing about it changes it hands out the same frame again. */
export function actorTrack(id: string, origin: number, state: ActorState): ActorTrack {
  const kind = Object.hasOwn(ACTOR_KINDS, state.kind) ? ACTOR_KINDS[state.kind] : undefined;
  const { width, height } = kind ?? UNKNOWN;
  const colors = { ...(kind ?? UNKNOWN).colors, ...settled(state.colors) };
  const position = pathTrack(state.position);
  const scale = numberTrack(state.scale);
  const rotation = numberTrack(state.rotation);
  const opacity = numberTrack(state.opacity);
  const bearing = bearingOf(state, kind, position);
  const rest_ms = Math.max(position.end_ms, scale.end_ms, rotation.end_ms, opacity.end_ms);
  const still = state.animation.name === 'none';
  let last: { readonly frame: FrameActor; readonly view: View; readonly resting: boolean } | null = null;

  return {
    frameAt(ms, view, material) {
      const resting = still && ms > rest_ms;
      if (last?.resting && resting && last.view === view && last.frame.material === material) return last.frame;
      const { x, y, z } = position.at(ms);
      const size = Math.max(0, scale.at(ms));
      const turned = rotation.at(ms);
      const frame: FrameActor = {
        role: 'actor',
        id,
        kind: state.kind,
        label: state.label,
        x,
        y,
        z,
        scale: size,
        rotation: turned,
        opacity: Math.min(1, Math.max(0, opacity.at(ms))),
        width,
        height,
        bounds: view.bounds(x, y, z, width * size, height * size, turned),
        facing: bearing.facing(ms),
        colors,
        material,
        pose: bearing.pose(ms),
        origin,
      };
      last = { frame, view, resting };
      return frame;
    },
    landmarkAt(ms) {
      const size = Math.max(0, scale.at(ms));
      return { position: position.at(ms), width: width * size, height: height * size };
    },
  };
}

const settled = <T>(all: Readonly<Record<string, Animated<T>>>): Record<string, T> =>
  Object.fromEntries(Object.entries(all).map(([key, value]) => [key, restOf(value)]));

export const frameMaterial = (id: string, state: MaterialState): FrameMaterial => ({
  id,
  recipe: state.recipe,
  uniforms: settled(state.uniforms),
});
