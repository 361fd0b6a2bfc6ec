import type { Model, Place, Vec3 } from '../check/model.ts';
import { type Diagnostic, diagnose, type Span } from '../diagnostics.ts';
import { admit } from './admission.ts';
import type { Cast } from './cast.ts';
import { restingCamera, stillEnvironment } from './empty-state.ts';
import type { Ledger } from './ledger.ts';
import { opened, type Placed } from './opening-states.ts';
import { pointer } from './pointer.ts';
import { round3, roundPoint } from './rounding.ts';
import type { Location } from './timeline.ts';

/** Where what follows from no single statement is said to come from: the top of the script. */
export const TOP: Span = { offset: 0, length: 0, line: 1, column: 1 };

/** Writes the patches at 0 that set the stage: one for each thing, in the order of the script. */
export function openScene(model: Model, mode: '2d' | '3d', ledger: Ledger, cast: Cast): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const add = (path: string, value: object, origin: Span) => {
    ledger.write({ at_ms: 0, op: 'add', path, value, origin });
    admit(path, value, ledger);
  };
  add('/render', { mode }, TOP);
  add('/environment', stillEnvironment(model.environment), TOP);
  add('/camera', restingCamera(model.stage), TOP);

  for (const { id, recipe, uniforms, span } of model.materials) {
    add(pointer('materials', id), { recipe, uniforms: rounded(uniforms) }, span);
  }
  const placed: readonly Placed[] = [
    ...model.groups,
    ...model.actors,
    ...model.texts,
    ...model.charts,
    ...model.drawings,
    ...model.pictures,
  ];
  const placing = placeThings(placed, ledger, cast);
  const opening = [
    ...placed.map((thing) => ({
      path: cast.pathOf(thing.id) ?? '',
      state: opened(thing, placing.get(thing.id) ?? loose(thing.at)),
      span: thing.span,
    })),
    ...model.lights.map(({ id, from, color, intensity, span }) => {
      const at = locationOf(from, cast);
      return { path: pointer('lights', id), state: at && { from: at, color, intensity: round3(intensity) }, span, id };
    }),
  ].sort((a, b) => a.span.offset - b.span.offset);
  for (const { path, state, span, ...rest } of opening) {
    if (state) add(path, state, span);
    else diagnostics.push(diagnose('dsl/plan-missing-thing', span, { name: 'id' in rest ? rest.id : path }));
  }
  return diagnostics;
}

const rounded = (all: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, round3(value)]));

/**
 * A thing may stand beside one that is declared after it, so points are placed first and the rest in rounds, each of
 * which places what hangs on the round before. What hangs on itself or on nothing stands in its own offset.
 */
function placeThings(things: readonly Placed[], ledger: Ledger, cast: Cast): ReadonlyMap<string, Vec3> {
  const placed = new Map<string, Vec3>();
  const settle = (thing: Placed, at: Vec3) => {
    placed.set(thing.id, at);
    ledger.begin(`${cast.pathOf(thing.id)}/position`, at);
  };
  for (const thing of things) {
    const path = cast.pathOf(thing.id);
    ledger.begin(`${path}/scale`, round3('scale' in thing ? thing.scale : 1));
    ledger.begin(`${path}/rotation`, round3('rotation' in thing ? thing.rotation : 0));
    if ('facing' in thing) ledger.begin(`${path}/facing`, thing.facing);
  }
  const waiting = new Map<string, Placed[]>();
  const open: Placed[] = [];
  for (const thing of things) {
    if (thing.at.kind === 'point') open.push(thing);
    else waiting.set(thing.at.of, [...(waiting.get(thing.at.of) ?? []), thing]);
  }
  for (let next = 0; next < open.length; next += 1) {
    const thing = open[next];
    if (!thing) break;
    const at = cast.point(thing.at, cast.extent(thing.id, 0), 0, thing.group);
    settle(thing, at ?? { x: 0, y: 0, z: 0 });
    open.push(...(waiting.get(thing.id) ?? []));
    waiting.delete(thing.id);
  }
  for (const left of waiting.values()) for (const thing of left) settle(thing, loose(thing.at));
  return placed;
}

const loose = (place: Place) => roundPoint(place.kind === 'point' ? place : place.offset);

/** A place that goes on following what it hangs on. */
export function locationOf(place: Place, cast: Cast): Location | null {
  if (place.kind === 'point') return roundPoint(place);
  if (!cast.members.has(place.of)) return null;
  const part = place.part === undefined ? {} : { part: place.part };
  return { of: place.of, ...part, relation: place.relation, offset: roundPoint(place.offset) };
}
