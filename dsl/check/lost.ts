import type { Draft } from './context.ts';
import type { Action, Deed, Place } from './model.ts';

/**
 * Takes out what refers to things that are not in the model, because their own declaration was in error (which has
 * been reported there). What stood beside such a thing stands in the middle of the stage instead.
 */
export function withoutLost(draft: Draft): Draft {
  const { actors, texts, groups, charts, drawings, pictures } = draft;
  const things = new Set([...actors, ...texts, ...groups, ...charts, ...drawings, ...pictures].map(({ id }) => id));
  const materials = new Set(draft.materials.map(({ id }) => id));
  const lines = new Set(draft.lines.map(({ id }) => id));
  const lights = new Set(draft.lights.map(({ id }) => id));
  const changeable = new Set([...things, ...materials, ...lights, 'camera']);
  const isThere = (place: Place) => place.kind === 'point' || things.has(place.of);
  const middle: Place = { kind: 'point', x: draft.stage.width / 2, y: draft.stage.height / 2, z: 0 };
  const held = new Set(groups.map(({ id }) => id));
  const placed = <T extends { readonly at: Place }>(each: T): T => (isThere(each.at) ? each : { ...each, at: middle });
  const member = <T extends { readonly at: Place; readonly group: string | null }>(each: T): T =>
    placed(each.group === null || held.has(each.group) ? each : { ...each, group: null });
  const canHappen = ({ deed }: Action) =>
    placesOf(deed).every(isThere) &&
    (!('target' in deed) || typeof deed.target !== 'string' || targets(deed).has(deed.target)) &&
    (deed.kind !== 'apply' || deed.material === null || materials.has(deed.material)) &&
    (deed.kind !== 'emit' || deed.within === null || things.has(deed.within));
  const targets = ({ kind }: Deed) => (kind === 'change' || kind === 'keyframes' ? changeable : things);
  return {
    ...draft,
    ...{ actors: actors.map(member), texts: texts.map(member), groups: groups.map(member) },
    ...{ charts: charts.map(member), drawings: drawings.map(member), pictures: pictures.map(member) },
    lights: draft.lights.filter(({ from }) => isThere(from)),
    lyrics: draft.lyrics.filter(({ line }) => lines.has(line)).map(placed),
    actions: draft.actions.filter(canHappen),
    machines: draft.machines.map((machine) => ({
      ...machine,
      states: machine.states.map(({ name, actions }) => ({ name, actions: actions.filter(canHappen) })),
      transitions: machine.transitions.filter(({ trigger }) => trigger.kind !== 'click' || things.has(trigger.target)),
    })),
  };
}

function placesOf(deed: Deed): readonly Place[] {
  switch (deed.kind) {
    case 'move':
      return deed.through;
    case 'emit':
      return [deed.from];
    case 'orbit':
      return [deed.around];
    case 'change':
      return typeof deed.to === 'object' ? [deed.to] : [];
    case 'keyframes':
      return deed.tracks.flatMap(({ stops }) =>
        stops.flatMap(({ value }) => (typeof value === 'object' ? [value] : [])),
      );
    case 'camera':
      return deed.target ? [deed.target] : [];
    default:
      return [];
  }
}
