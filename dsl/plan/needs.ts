import type { Model } from '../check/model.ts';
import { ENVIRONMENTS } from '../check/vocabulary/environments.ts';

/** What a renderer must be able to do to play this reading, sorted and without doubles. */
export function needsOf(model: Model): readonly string[] {
  const needs = new Set<string>();
  const environment = (preset: string) => needs.add(`environment:${ENVIRONMENTS[preset]?.scenery ?? preset}`);
  environment(model.environment);
  for (const actor of model.actors) needs.add(`actor:${actor.kind}`);
  for (const material of model.materials) needs.add(`material:${material.recipe}`);
  if (model.texts.length > 0) needs.add('text');
  if (model.lyrics.length > 0) needs.add('lyrics');
  if (model.charts.length > 0) needs.add('chart');
  if (model.drawings.length > 0) needs.add('drawing');
  for (const { media } of model.pictures) needs.add(media);
  const inStates = model.machines.flatMap(({ states }) => states.flatMap(({ actions }) => actions));
  for (const { deed } of [...model.actions, ...inStates]) {
    if (deed.kind === 'transition') needs.add('transition');
    if (deed.kind === 'emit') needs.add(`fx:${deed.fx}`);
    if (deed.kind === 'environment') environment(deed.preset);
  }
  return [...needs].sort();
}
