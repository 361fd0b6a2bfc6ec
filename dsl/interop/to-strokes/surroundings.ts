import type { Vec3 } from '../../check/model.ts';
import { isMotion, restOf } from '../../plan/motion.ts';
import type { Animated, CameraState, EnvironmentState, FxState, TransitionState } from '../../plan/timeline.ts';
import { easingName } from '../v1/scale.ts';
import { placeParams } from './actors.ts';
import { type Change, STILL, type Telling, type Told, timingOf, whole } from './telling.ts';

export function moodStrokes({ changes }: Telling): Told[] {
  return changes.flatMap(({ part, id, patch }): Told[] => {
    if (part !== 'environment') return [];
    const mood = (id === '' ? (patch.value as EnvironmentState).mood : patch.value) as EnvironmentState['mood'];
    const { start_ms, duration_ms, ease, to } = mood;
    const easing = duration_ms === 0 ? 'linear' : easingName(ease);
    return [{ kind: 'setEnvironmentMood', params: { mood: to }, timing: { start_ms, duration_ms, easing } }];
  });
}

export function morphStrokes({ changes }: Telling): Told[] {
  return changes.flatMap(({ part, patch }): Told[] => {
    if (part !== 'transition' || !patch.value) return [];
    const { style, color, start_ms, duration_ms } = patch.value as TransitionState;
    return [{ kind: 'sceneMorph', params: { style, color }, timing: { start_ms, duration_ms, easing: 'linear' } }];
  });
}

const WIRE_FX: Readonly<Record<string, string>> = {
  bubbles: 'bubble_emitter',
  caustics: 'caustic_pattern',
  shimmer: 'water_shimmer',
};

export function fxStrokes(telling: Telling): Told[] {
  const { names, sayable } = telling;
  return whole(telling, 'fx').flatMap(({ id, patch }): Told[] => {
    const { kind, from, start_ms, duration_ms, count, color, within } = patch.value as FxState;
    const place = placeParams(from, telling);
    if (place === null || (within !== null && !sayable.has(within))) return [];
    const vessel = within === null ? {} : { within: names.thing(within) };
    const params = { fx_id: names.fx(id), kind: WIRE_FX[kind] ?? kind, count, color, ...place, ...vessel };
    return [{ kind: 'emitFx', params, timing: { start_ms, duration_ms, easing: 'linear' } }];
  });
}

const FRAMING: readonly string[] = ['focus', 'zoom', 'roll', 'angle'];

/** Camera moves as the framing that they come to; what changes together is one stroke. */
export function cameraStrokes(telling: Telling): Told[] {
  const { changes, names, sayable, scale } = telling;
  const framings = new Map<string, { readonly timing: Told['timing']; readonly params: Record<string, unknown> }>();
  const others: Told[] = [];
  for (const { part, id: property, patch } of changes) {
    if (part !== 'camera') continue;
    if (FRAMING.includes(property)) {
      const timing = timingOf(patch);
      const key = JSON.stringify(timing);
      const framing = framings.get(key) ?? { timing, params: { move: 'frame' } };
      framings.set(key, framing);
      Object.assign(framing.params, framedTo(property, patch, scale.point));
    } else if (property === 'follow') {
      const follow = patch.value as CameraState['follow'];
      if (!follow || follow.start_ms !== patch.at_ms || !sayable.has(follow.of)) continue;
      const { start_ms, duration_ms, ease, weight } = follow;
      const params = { move: 'follow', target: names.thing(follow.of), amount: weight };
      others.push({ kind: 'setCameraMove', params, timing: { start_ms, duration_ms, easing: easingName(ease) } });
    } else if (
      property === 'shake' &&
      isMotion(patch.value) &&
      typeof patch.value.from === 'number' &&
      patch.value.from > 0
    ) {
      others.push({
        kind: 'setCameraMove',
        params: { move: 'shake', amount: patch.value.from },
        timing: timingOf(patch),
      });
    }
  }
  const moves = [...framings.values()].map(({ timing, params }): Told => ({ kind: 'setCameraMove', params, timing }));
  return [...moves, ...others];
}

function framedTo(
  property: string,
  { value }: Change['patch'],
  point: (at: Vec3) => readonly [number, number],
): Readonly<Record<string, unknown>> {
  if (property !== 'focus') return { [property]: restOf(value as Animated<number>) };
  const [x, y] = point(restOf(value as Animated<Vec3>));
  return { x, y };
}

export const modeStroke = ({ timeline }: Telling): Told => ({
  kind: 'setRenderMode',
  params: { mode: timeline.mode },
  timing: STILL,
});
