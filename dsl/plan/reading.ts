import type { Mode, Model } from '../check/model.ts';

/** The model without what is `only` for the other mode. */
export function readingOf(model: Model, mode: Mode): Model {
  const mine = <T extends { readonly only: Mode | null }>(all: readonly T[]): readonly T[] =>
    all.filter((each) => each.only === null || each.only === mode);
  return {
    ...model,
    actors: mine(model.actors),
    texts: mine(model.texts),
    groups: mine(model.groups),
    charts: mine(model.charts),
    drawings: mine(model.drawings),
    pictures: mine(model.pictures),
    machines: mine(model.machines).map((machine) => ({
      ...machine,
      states: machine.states.map((state) => ({ ...state, actions: mine(state.actions) })),
    })),
    lights: mine(model.lights),
    materials: mine(model.materials),
    lines: mine(model.lines),
    lyrics: mine(model.lyrics),
    beats: mine(model.beats),
    actions: mine(model.actions),
  };
}
