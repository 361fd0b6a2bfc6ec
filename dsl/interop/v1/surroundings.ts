import type { Vec3 } from '../../check/model.ts';
import { isMotion, restOf } from '../../plan/motion.ts';
import { escapeToken } from '../../plan/pointer.ts';
import type { Animated, CameraState, EnvironmentState, LightState, TransitionState } from '../../plan/timeline.ts';
import { easingName, v1Value } from './scale.ts';
import type { Bare, Translation } from './translation.ts';

/** The mood; a change of it is a transition of the scene too. */
export function mood({ patch }: Translation): Bare[] {
  const shift = (
    patch.path === '/environment' ? (patch.value as EnvironmentState).mood : patch.value
  ) as EnvironmentState['mood'];
  const { from, to, start_ms, duration_ms } = shift;
  const value = { mood: to, from, start_ms, duration_ms, easing: easingName(shift.ease) };
  const set: Bare = { op: patch.op === 'add' ? 'add' : 'replace', path: '/environment/mood', value };
  return from === to
    ? [set]
    : [set, { op: 'add', path: '/scene/transition', value: { from, to, start_ms, duration_ms } }];
}

export function transition({ patch }: Translation): Bare[] {
  if (patch.op === 'remove' || patch.value === null) return [];
  const { style, color, start_ms, duration_ms } = patch.value as TransitionState;
  return [{ op: 'add', path: '/scene/transition', value: { style, color, start_ms, duration_ms } }];
}

/** The camera's only place is `/camera/motion`; its `id` is the property of ours that changes. */
export function camera({ id: property, patch, scale, names }: Translation): Bare[] {
  if (property === '') {
    const { focus, zoom } = patch.value as CameraState;
    const [x, y] = scale.point(restOf(focus));
    return [{ op: 'add', path: '/camera/motion', value: { x, y, zoom: restOf(zoom) } }];
  }
  const path = `/camera/motion/${property}`;
  if (property === 'focus') {
    const focus = patch.value as Animated<Vec3>;
    return [{ op: 'add', path, value: isMotion(focus) ? scale.motion(focus) : scale.location(focus) }];
  }
  // v1 pictures are sharp everywhere.
  if (property === 'lens') return [];
  if (property !== 'follow') return [{ op: 'add', path, value: v1Value(patch.value) }];
  const follow = patch.value as CameraState['follow'];
  return [{ op: 'add', path, value: follow && { ...follow, of: names.thing(follow.of) } }];
}

export function light({ id, property, patch, scale }: Translation): Bare[] {
  if (property !== undefined || patch.op === 'remove') return [];
  const state = patch.value as LightState;
  const value = { ...scale.location(state.from), color: restOf(state.color), intensity: restOf(state.intensity) };
  return [{ op: 'add', path: `/lights/${escapeToken(id)}`, value }];
}
