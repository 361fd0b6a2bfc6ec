import type { Draft } from './context.ts';
import type { Action, Deed, Place } from './model.ts';

/**
 * Takes out what refers to things that are not in the model, because their own declaration was in error (which has
 * been reported there). What stood beside such a thing stands in the middle of the stage instead.
 */
export function withoutLost(draft: Draft): Draft {
  const things = new Set([...draft.actors, ...draft.texts].map(({ id }) => id));
  const materials = new Set(draft.materials.map(({ id }) => id));
  const lines = new Set(draft.lines.map(({ id }) => id));
  const isThere = (place: Place) => place.kind === 'point' || things.has(place.of);
  const middle: Place = { kind: 'point', x: draft.stage.width / 2, y: draft.stage.height / 2, z: 0 };
  const placed = <T extends { readonly at: Place }>(each: T): T => (isThere(each.at) ? each : { ...each, at: middle });
  const canHappen = ({ deed }: Action) =>
    placesOf(deed).every(isThere) &&
    (!('target' in deed) || typeof deed.target !== 'string' || things.has(deed.target)) &&
    (deed.kind !== 'apply' || deed.material === null || materials.has(deed.material));
  return {
    ...draft,
    actors: draft.actors.map(placed),
    texts: draft.texts.map(placed),
    lights: draft.lights.filter(({ from }) => isThere(from)),
    lyrics: draft.lyrics.filter(({ line }) => lines.has(line)).map(placed),
    actions: draft.actions.filter(canHappen),
  };
}

function placesOf(deed: Deed): readonly Place[] {
  if (deed.kind === 'move') return deed.through;
  if (deed.kind === 'emit') return [deed.from];
  return deed.kind === 'camera' && deed.target ? [deed.target] : [];
}
