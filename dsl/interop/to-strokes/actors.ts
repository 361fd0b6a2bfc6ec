import type { Vec3 } from '../../check/model.ts';
import { isMotion, restOf } from '../../plan/motion.ts';
import type { ActorState, CurveKind, Location, MaterialState, Motion } from '../../plan/timeline.ts';
import { wireRecipe, wireUniform } from '../wire-materials.ts';
import { STILL, type Telling, type Told, timingOf, whole } from './telling.ts';

const CHARACTERS: readonly string[] = ['person', 'robot'];

export function actorStrokes(telling: Telling): Told[] {
  const { names, scale, sayable } = telling;
  return whole(telling, 'actors').flatMap(({ id, patch }): Told[] => {
    if (!sayable.has(id)) return [];
    const state = patch.value as ActorState;
    const [x, y] = scale.point(restOf(state.position));
    const { kind, label, facing, animation } = state;
    const colors = Object.fromEntries(Object.entries(state.colors).map(([slot, color]) => [slot, restOf(color)]));
    const params = {
      actor_id: names.thing(id),
      actor_type: kind,
      x,
      y,
      scale: Math.round(scale.actor(restOf(state.scale)) * 100) / 100,
      rotation: restOf(state.rotation),
      opacity: restOf(state.opacity),
      colors,
      facing,
      label,
      animation: animation.name,
    };
    return [{ kind: CHARACTERS.includes(kind) ? 'spawnCharacter' : 'spawnSceneActor', params, timing: STILL }];
  });
}

export function animationStrokes({ changes, names, sayable }: Telling): Told[] {
  return changes.flatMap(({ part, id, property, patch }): Told[] => {
    if (part !== 'actors' || property !== 'animation' || !sayable.has(id)) return [];
    const { name } = patch.value as ActorState['animation'];
    return [
      { kind: 'setActorAnimation', params: { actor_id: names.thing(id), animation: name }, timing: timingOf(patch) },
    ];
  });
}

/** Ways through space. What orbits goes round by itself, and strokes say that of the globe alone. */
export function motionStrokes({ changes, names, sayable, scale }: Telling): Told[] {
  return changes.flatMap(({ part, id, property, patch }): Told[] => {
    const moving = (part === 'actors' || part === 'drawings') && property === 'position' && sayable.has(id);
    if (!moving || !isMotion(patch.value)) return [];
    const motion = patch.value as Motion<Vec3>;
    const shape = shapeOf(motion.curve, (px) => scale.size(px));
    if (shape === null) return [];
    const points = motion.through.map((point) => scale.point(point));
    const params = { actor_id: names.thing(id), points, ...shape };
    return [{ kind: 'setActorMotion', params, timing: timingOf(patch) }];
  });
}

function shapeOf(curve: CurveKind, size: (px: number) => number): Readonly<Record<string, unknown>> | null {
  if (curve === 'loop') return { curve: 'spline', loop: true };
  if (typeof curve === 'string') return { curve };
  return 'bend' in curve ? { curve: { bend: size(curve.bend) } } : null;
}

/** Each material with the actors that wear it, and once where nobody does. */
export function materialStrokes(telling: Telling): Told[] {
  const { changes, names, sayable } = telling;
  return whole(telling, 'materials').flatMap(({ id, patch }): Told[] => {
    const { recipe, uniforms } = patch.value as MaterialState;
    const settings = Object.entries(uniforms).map(([name, value]) => [wireUniform(name), restOf(value)]);
    const params = { material_id: id, shader_id: wireRecipe(recipe), uniforms: Object.fromEntries(settings) };
    const worn = changes.filter(
      (each) =>
        each.part === 'actors' && each.property === 'material' && each.patch.value === id && sayable.has(each.id),
    );
    if (worn.length === 0) return [{ kind: 'applyMaterialFx', params, timing: STILL }];
    return worn.map((each) => ({
      kind: 'applyMaterialFx',
      params: { ...params, actor_id: names.thing(each.id) },
      timing: timingOf(each.patch),
    }));
  });
}

/** A place as strokes say it, or null where it hangs on something of which they cannot speak. */
export const placeParams = (at: Location, { sayable, scale }: Telling): Readonly<Record<string, unknown>> | null =>
  'of' in at && !sayable.has(at.of) ? null : scale.location(at);
