import type { Model } from '../check/model.ts';
import { ACTOR_KINDS } from '../check/vocabulary/actor-kinds.ts';
import { MATERIAL_RECIPES } from '../check/vocabulary/material-recipes.ts';
import type { Cast } from './cast.ts';
import { pointer } from './pointer.ts';

/** A property that can be animated: where it lives, what it is when nothing was said, and within which limits. */
export type Property =
  | { readonly kind: 'place'; readonly path: string }
  | { readonly kind: 'color'; readonly path: string; readonly otherwise: string | null }
  | {
      readonly kind: 'number';
      readonly path: string;
      readonly otherwise: number;
      readonly least: number;
      readonly most: number;
    };

/** By collection: the numbers of its things, each with its limits. */
const NUMBERS: Readonly<Record<string, Readonly<Record<string, readonly [least: number, most: number]>>>> = {
  groups: {},
  actors: {},
  texts: { value: [-1e15, 1e15], size: [1, 2000], progress: [0, 1] },
  charts: { progress: [0, 1] },
  drawings: { progress: [0, 1], stroke_width: [0, 1e6] },
  pictures: {},
  lights: { intensity: [0, 1000] },
  camera: { zoom: [0.01, 100], roll: [-1e6, 1e6], angle: [-1e6, 1e6], shake: [0, 1000] },
};
const PLACED: Readonly<Record<string, readonly [least: number, most: number]>> = {
  scale: [0, 1000],
  rotation: [-1e6, 1e6],
  opacity: [0, 1],
};
const COLORS: Readonly<Record<string, readonly string[]>> = {
  texts: ['color'],
  drawings: ['fill', 'stroke'],
  lights: ['color'],
};
/** What authors call some properties. */
const CALLED: Readonly<Record<string, string>> = { 'drawings width': 'stroke_width', 'drawings color': 'fill' };

/** The property of that name of the thing of that name, or null where there is none that changes evenly. */
export function propertyOf(target: string, called: string, model: Model, cast: Cast): Property | null {
  const base = cast.pathOf(target);
  if (base === null) return null;
  const collection = base.split('/')[1] ?? '';
  const name = CALLED[`${collection} ${called}`] ?? called;
  const path = `${base}/${name}`;
  const placed = cast.members.has(target);
  if (name === (placed ? 'position' : 'focus') && (placed || collection === 'camera')) return { kind: 'place', path };
  const limits = NUMBERS[collection]?.[name] ?? (placed ? PLACED[name] : undefined);
  if (limits) {
    const otherwise = name === 'value' ? 0 : 1;
    return { kind: 'number', path, otherwise, least: limits[0], most: limits[1] };
  }
  if (COLORS[collection]?.includes(name)) return { kind: 'color', path, otherwise: null };
  if (collection === 'actors') return slotOf(target, base, name, model);
  return collection === 'materials' ? uniformOf(target, base, name, model) : null;
}

function slotOf(target: string, base: string, name: string, model: Model): Property | null {
  const actor = model.actors.find(({ id }) => id === target);
  const slots = actor && ACTOR_KINDS[actor.kind]?.colors;
  const slot = name === 'color' ? Object.keys(slots ?? {})[0] : name.replace(/^colors\./, '');
  if (!slots || slot === undefined || !Object.hasOwn(slots, slot)) return null;
  return { kind: 'color', path: base + pointer('colors', slot), otherwise: slots[slot] ?? null };
}

function uniformOf(target: string, base: string, name: string, model: Model): Property | null {
  const recipe = model.materials.find(({ id }) => id === target)?.recipe ?? '';
  const uniforms = Object.hasOwn(MATERIAL_RECIPES, recipe) ? MATERIAL_RECIPES[recipe] : undefined;
  const key = name.replace(/^uniforms\./, '');
  const uniform = uniforms && Object.hasOwn(uniforms, key) ? uniforms[key] : undefined;
  if (!uniform) return null;
  const path = base + pointer('uniforms', key);
  return { kind: 'number', path, otherwise: uniform.default, least: uniform.min, most: uniform.max };
}
