import { actorKind } from '../check/vocabulary/actor-kinds.ts';
import { MATERIAL_RECIPES } from '../check/vocabulary/material-recipes.ts';
import type { Ledger } from './ledger.ts';
import { pointer } from './pointer.ts';

/** Tells the ledger what every property of a new thing is, also what its kind or its recipe brings along. */
export function admit(path: string, state: unknown, ledger: Ledger): void {
  if (typeof state !== 'object' || state === null) return;
  const members: Readonly<Record<string, unknown>> = { ...state };
  for (const [property, value] of Object.entries(members)) ledger.begin(path + pointer(property), value);
  const { kind, recipe, colors, uniforms } = members;
  const slots = typeof kind === 'string' ? actorKind(kind)?.colors : {};
  const known = typeof recipe === 'string' && Object.hasOwn(MATERIAL_RECIPES, recipe) ? MATERIAL_RECIPES[recipe] : {};
  const usual = Object.fromEntries(Object.entries(known ?? {}).map(([name, each]) => [name, each.default]));
  if (colors) enter(`${path}/colors`, { ...slots, ...colors }, ledger);
  if (uniforms) enter(`${path}/uniforms`, { ...usual, ...uniforms }, ledger);
}

function enter(path: string, all: Readonly<Record<string, unknown>>, ledger: Ledger): void {
  for (const [name, value] of Object.entries(all)) ledger.begin(path + pointer(name), value);
}
