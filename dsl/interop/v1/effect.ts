import { restOf } from '../../plan/motion.ts';
import { escapeToken } from '../../plan/pointer.ts';
import type { FxState, MaterialState, SoundState } from '../../plan/timeline.ts';
import { wireRecipe, wireUniform } from '../wire-materials.ts';
import { v1Value } from './scale.ts';
import type { Bare, Translation } from './translation.ts';

export function fx({ id, property, patch, scale, names }: Translation): Bare[] {
  const path = `/fx/${escapeToken(names.fx(id))}`;
  if (property !== undefined) return [];
  if (patch.op === 'remove') return [{ op: 'remove', path }];
  const { kind, from, start_ms, duration_ms, count, color, seed, within } = patch.value as FxState;
  const place = scale.location(from);
  const vessel = within === null ? {} : { within: names.thing(within) };
  return [{ op: 'add', path, value: { kind, from: place, start_ms, duration_ms, count, color, seed, ...vessel } }];
}

export function sound({ id, property, patch }: Translation): Bare[] {
  const path = `/sounds/${escapeToken(id)}`;
  if (property !== undefined) return [];
  if (patch.op === 'remove') return [{ op: 'remove', path }];
  const { sound, start_ms, volume } = patch.value as SoundState;
  return [{ op: 'add', path, value: { sound, start_ms, volume } }];
}

/** `/materials/{id}`, and `/materials/{id}/uniforms/{name}` where a setting changes. */
export function material({ id, property, patch }: Translation, rest: readonly string[]): Bare[] {
  const path = `/materials/${escapeToken(id)}`;
  if (patch.op === 'remove') return [{ op: 'remove', path }];
  if (property !== undefined) {
    const name = rest.map((token) => `/${escapeToken(wireUniform(token))}`).join('');
    return [{ op: 'replace', path: `${path}/${property}${name}`, value: v1Value(patch.value) }];
  }
  const { recipe, uniforms } = patch.value as MaterialState;
  const settings = Object.entries(uniforms).map(([name, value]) => [wireUniform(name), restOf(value)]);
  return [{ op: 'add', path, value: { recipe: wireRecipe(recipe), uniforms: Object.fromEntries(settings) } }];
}
