import type { Action, ActorDecl, Deed, Ease, Model, Place, TimeRef } from '../../check/model.ts';
import { ACTOR_KINDS, actorKind } from '../../check/vocabulary/actor-kinds.ts';
import type { Span } from '../../diagnostics.ts';
import { FULL_HEIGHT } from '../v1/scale.ts';
import type { V1Patch } from '../v1-patch.ts';
import { V1_STAGE } from '../v1-patch.ts';

type Filling<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** When and how a stroke plays. */
export interface Timing {
  readonly start_ms: number;
  readonly duration_ms: number;
  readonly ease: Ease;
}

/** The model while strokes fill it. Lengths are those of the v1 stage, which is the stage of the model too. */
export interface StrokeDraft {
  readonly model: Filling<Model>;
  readonly warnings: string[];
  /** Patches for which the model has no place. */
  readonly direct: V1Patch[];
  /** Members that only v1 knows, by stroke and path: see `tell`. */
  readonly told: Map<string, Readonly<Record<string, unknown>>>;
  /** Times of the words of a line, from the start of the line. */
  readonly words: Map<string, readonly { readonly start_ms: number; readonly end_ms: number }[]>;
  mode: '2d' | '3d' | null;
  /** Whether a ball bounces on the written words. */
  ball: boolean;
}

export const NOT_BY_A_STROKE: Span = { offset: 0, length: 0, line: 1, column: 1 };

/** Stands for the statement that a thing of a script comes from: strokes are counted from 1. */
export const spanOfStroke = (index: number): Span => ({ offset: index + 1, length: 1, line: index + 1, column: 1 });

export const SCENE_START: TimeRef = { anchor: { kind: 'scene', edge: 'start' }, offset_ms: 0 };
export const atMs = (ms: number): TimeRef => ({ ...SCENE_START, offset_ms: ms });
export const at = (x: number, y: number): Place => ({ kind: 'point', x, y, z: 0 });
export const MIDDLE = { x: V1_STAGE.width / 2, y: V1_STAGE.height / 2 };

/** v1 gives actors their size for a stage of 720 × 360 as if it were twice as large. */
export const ownScale = (v1: number): number => (v1 * V1_STAGE.height) / FULL_HEIGHT;

export function newDraft(): StrokeDraft {
  const things = { actors: [], texts: [], groups: [], charts: [], drawings: [], pictures: [], machines: [] };
  const others = { lights: [], materials: [], lines: [], lyrics: [], beats: [], actions: [] };
  const settings = {
    title: 'Strokes',
    stage: V1_STAGE,
    seed: 1,
    environment: 'studio',
    length_ms: null,
    quality: null,
  };
  return {
    model: { ...settings, ...things, ...others },
    warnings: [],
    direct: [],
    told: new Map(),
    words: new Map(),
    mode: null,
    ball: false,
  };
}

/** Adds what happens, under a name that nothing else has. */
export function act(draft: StrokeDraft, wanted: string, start_ms: number, deed: Deed, span: Span): string {
  const taken = new Set(draft.model.actions.map((action) => action.id));
  const id = freeName(wanted, taken);
  const action: Action = { id, only: null, start: atMs(start_ms), deed, span };
  draft.model.actions.push(action);
  return id;
}

export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}-${count}`;
  return name;
}

/** Adds members that only v1 knows to the patch that a stroke makes under `path`. */
export function tell(draft: StrokeDraft, span: Span, path: string, members: Readonly<Record<string, unknown>>): void {
  draft.told.set(toldKey(span.offset, path), members);
}

export const toldKey = (offset: number, path: string): string => `${offset} ${path}`;

/** Lets a thing come when its stroke begins: its opacity until then. */
export function appear(draft: StrokeDraft, target: string, opacity: number, start_ms: number, span: Span): number {
  if (start_ms === 0) return opacity;
  const deed = { kind: 'fade', target, to: opacity, duration_ms: 0, ease: 'linear' } as const;
  act(draft, `${target}-appears`, start_ms, deed, span);
  return 0;
}

/** Everything that stands on the stage shares one set of names. */
export function standing(draft: StrokeDraft): Set<string> {
  const { actors, texts, charts, drawings } = draft.model;
  return new Set([...actors, ...texts, ...charts, ...drawings].map(({ id }) => id));
}

/** Declares an actor, over one of the same name. */
export function putActor(draft: StrokeDraft, actor: ActorDecl): void {
  const { actors } = draft.model;
  const before = actors.findIndex(({ id }) => id === actor.id);
  if (before < 0) actors.push(actor);
  else actors[before] = actor;
}

/** The thing that a stroke is about: where no stroke has spawned it, it stands in the middle, and the patches leave it out. */
export function meetThing(draft: StrokeDraft, id: string): void {
  if (standing(draft).has(id)) return;
  draft.warnings.push(`actor_not_spawned:${id}`);
  putActor(draft, actorOf(id, kindOf(id) ?? 'thing', at(MIDDLE.x, MIDDLE.y), NOT_BY_A_STROKE));
}

export const actorOf = (id: string, kind: string, place: Place, span: Span): ActorDecl => ({
  id,
  only: null,
  span,
  group: null,
  kind,
  label: kind === 'thing' ? id : null,
  at: place,
  scale: ownScale(1),
  rotation: 0,
  opacity: 1,
  colors: {},
  facing: 1,
  animation: ACTOR_KINDS[kind]?.animations[0] ?? 'none',
});

/** The kind of actor that a word means, or null. */
export function kindOf(word: string): string | null {
  const spelt = word.trim().toLowerCase().replaceAll('_', '-');
  if (actorKind(spelt)) return spelt;
  const known = Object.entries(ACTOR_KINDS).find(([, { synonyms }]) => synonyms.includes(spelt));
  return known?.[0] ?? null;
}
