import type { ActorDecl, LightDecl, Model, Place, TextDecl } from '../check/model.ts';
import { type Diagnostic, diagnose, type Span } from '../diagnostics.ts';
import type { Cast } from './cast.ts';
import { restingCamera, stillEnvironment } from './empty-state.ts';
import type { Ledger } from './ledger.ts';
import { pointer } from './pointer.ts';
import { round3, roundPoint } from './rounding.ts';
import type { ActorState, LightState, Location, TextState } from './timeline.ts';

/** Where what follows from no single statement is said to come from: the top of the script. */
export const TOP: Span = { offset: 0, length: 0, line: 1, column: 1 };

/** Writes the patches at 0 that set the stage: one for each thing, in the order of the script. */
export function openScene(model: Model, mode: '2d' | '3d', ledger: Ledger, cast: Cast): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const camera = restingCamera(model.stage);
  const add = (path: string, value: unknown, origin: Span) =>
    ledger.write({ at_ms: 0, op: 'add', path, value, origin });
  add('/render', { mode }, TOP);
  add('/environment', stillEnvironment(model.environment), TOP);
  add('/camera', camera, TOP);
  ledger.begin('/camera/focus', camera.focus);
  ledger.begin('/camera/zoom', camera.zoom);
  ledger.begin('/camera/shake', camera.shake);

  for (const material of model.materials) {
    add(pointer('materials', material.id), { recipe: material.recipe, uniforms: material.uniforms }, material.span);
  }
  const things = [...model.actors, ...model.texts, ...model.lights].sort((a, b) => a.span.offset - b.span.offset);
  const place = placeThings([...model.actors, ...model.texts], ledger, cast);
  for (const thing of things) {
    if ('kind' in thing) add(pointer('actors', thing.id), actorState(thing, place), thing.span);
    else if ('text' in thing) add(pointer('texts', thing.id), textState(thing, place), thing.span);
    else {
      const state = lightState(thing, cast);
      if (state) add(pointer('lights', thing.id), state, thing.span);
      else diagnostics.push(diagnose('dsl/plan-missing-thing', thing.span, { name: thing.id }));
    }
  }
  return diagnostics;
}

type Placed = ActorDecl | TextDecl;
type Placing = ReadonlyMap<string, { readonly x: number; readonly y: number; readonly z: number }>;

/**
 * A thing may stand beside one that is declared after it, so points are placed first and the rest in rounds, each of
 * which places what hangs on the round before. What hangs on itself or on nothing stands in its own offset.
 */
function placeThings(things: readonly Placed[], ledger: Ledger, cast: Cast): Placing {
  const placed = new Map<string, { x: number; y: number; z: number }>();
  const settle = (thing: Placed, at: { x: number; y: number; z: number }) => {
    placed.set(thing.id, at);
    const path = cast.members.get(thing.id)?.path ?? '';
    ledger.begin(`${path}/position`, at);
    ledger.begin(`${path}/rotation`, round3('rotation' in thing ? thing.rotation : 0));
    ledger.begin(`${path}/opacity`, round3(thing.opacity));
  };
  for (const thing of things) {
    ledger.begin(`${cast.members.get(thing.id)?.path ?? ''}/scale`, round3('scale' in thing ? thing.scale : 1));
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
    settle(thing, cast.point(thing.at, sizeOf(thing, cast), 0) ?? { x: 0, y: 0, z: 0 });
    open.push(...(waiting.get(thing.id) ?? []));
    waiting.delete(thing.id);
  }
  for (const left of waiting.values()) for (const thing of left) settle(thing, loose(thing.at));
  return placed;
}

const loose = (place: Place) => roundPoint(place.kind === 'point' ? place : place.offset);

function sizeOf(thing: Placed, cast: Cast) {
  const mark = cast.landmark(thing.id, 0);
  return { width: mark?.width ?? 0, height: mark?.height ?? 0 };
}

const actorState = (actor: ActorDecl, placing: Placing): ActorState => ({
  kind: actor.kind,
  label: actor.label,
  position: placing.get(actor.id) ?? loose(actor.at),
  scale: round3(actor.scale),
  rotation: round3(actor.rotation),
  opacity: round3(actor.opacity),
  colors: actor.colors,
  facing: actor.facing,
  animation: { name: actor.animation, start_ms: 0 },
  group: actor.group,
  material: null,
});

const textState = (text: TextDecl, placing: Placing): TextState => ({
  text: text.text,
  value: text.value === null ? null : round3(text.value),
  decimals: text.decimals,
  wrap: text.wrap,
  background: text.background,
  progress: 1,
  group: text.group,
  position: placing.get(text.id) ?? loose(text.at),
  scale: 1,
  rotation: 0,
  opacity: round3(text.opacity),
  size: text.size,
  color: text.color,
  weight: text.weight,
  align: text.align,
});

function lightState(light: LightDecl, cast: Cast): LightState | null {
  const from = locationOf(light.from, cast);
  return from && { from, color: light.color, intensity: round3(light.intensity) };
}

/** A place that goes on following what it hangs on. */
export function locationOf(place: Place, cast: Cast): Location | null {
  if (place.kind === 'point') return roundPoint(place);
  if (!cast.members.has(place.of)) return null;
  return { of: place.of, relation: place.relation, offset: roundPoint(place.offset) };
}
