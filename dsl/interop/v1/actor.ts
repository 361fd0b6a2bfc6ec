import type { Vec3 } from '../../check/model.ts';
import { isMotion, restOf } from '../../plan/motion.ts';
import { escapeToken } from '../../plan/pointer.ts';
import type { ActorState, Animated } from '../../plan/timeline.ts';
import { type V1Scale, v1Value } from './scale.ts';
import type { Bare, Translation } from './translation.ts';

export function actor({ id, property, patch, scale, names }: Translation): Bare[] {
  const name = names.thing(id);
  const path = `/actors/${escapeToken(name)}`;
  if (patch.op === 'remove') return [{ op: 'remove', path }];
  if (property === 'animation') {
    const { name, start_ms } = patch.value as ActorState['animation'];
    return [{ op: 'replace', path: `${path}/animation`, value: { name, start_ms } }];
  }
  if (property !== undefined) return changed(path, property, patch.value, scale, scale.actor);
  const state = patch.value as ActorState;
  const [x, y] = scale.point(restOf(state.position));
  const { kind, label, colors, facing, material } = state;
  const value = {
    id: name,
    type: kind,
    label,
    x,
    y,
    scale: scale.actor(restOf(state.scale)),
    rotation: restOf(state.rotation),
    opacity: restOf(state.opacity),
    colors: Object.fromEntries(Object.entries(colors).map(([slot, color]) => [slot, restOf(color)])),
    facing,
    material,
    animation: state.animation,
  };
  return [{ op: 'add', path, value }];
}

/** One property of a thing on the stage; ways through space are `/motion`. */
export function changed(
  path: string,
  property: string,
  value: unknown,
  scale: V1Scale,
  scaled: (factor: number) => number = (factor) => factor,
): Bare[] {
  if (property === 'position') return moved(path, value as Animated<Vec3>, scale);
  if (property !== 'scale') return [{ op: 'replace', path: `${path}/${property}`, value: v1Value(value) }];
  const size = value as Animated<number>;
  if (!isMotion(size)) return [{ op: 'replace', path: `${path}/scale`, value: scaled(size) }];
  const told = { ...Object(v1Value(size)), from: scaled(restOf(size.from)), to: scaled(restOf(size)) };
  return [{ op: 'replace', path: `${path}/scale`, value: told }];
}

function moved(path: string, position: Animated<Vec3>, scale: V1Scale): Bare[] {
  if (isMotion(position)) return [{ op: 'add', path: `${path}/motion`, value: scale.motion(position) }];
  const [x, y] = scale.point(position);
  return [
    { op: 'replace', path: `${path}/x`, value: x },
    { op: 'replace', path: `${path}/y`, value: y },
  ];
}
