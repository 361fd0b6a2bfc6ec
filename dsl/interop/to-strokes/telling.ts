import { isMotion } from '../../plan/motion.ts';
import { tokensOf } from '../../plan/pointer.ts';
import type { Patch, Timeline } from '../../plan/timeline.ts';
import { id } from '../strokes/fields.ts';
import type { StrokeKind } from '../strokes/stroke.ts';
import { type V1Names, v1NamesOf } from '../v1/names.ts';
import { easingName, type V1Scale, v1Scale } from '../v1/scale.ts';

/** A stroke before it has its id. */
export interface Told {
  readonly kind: StrokeKind;
  readonly params: Readonly<Record<string, unknown>>;
  readonly timing: { readonly start_ms: number; readonly duration_ms: number; readonly easing: string };
}

/** A patch of the timeline with its path taken apart. */
export interface Change {
  readonly patch: Patch;
  readonly part: string;
  readonly id: string;
  readonly property: string;
}

/** A timeline on its way to strokes. */
export interface Telling {
  readonly timeline: Timeline;
  readonly scale: V1Scale;
  readonly names: V1Names;
  readonly changes: readonly Change[];
  /** What strokes can speak of: things that some stroke makes. */
  readonly sayable: ReadonlySet<string>;
}

const STANDING: readonly string[] = ['actors', 'drawings', 'texts'];

export function tellingOf(timeline: Timeline): Telling {
  const names = v1NamesOf(timeline);
  const changes = timeline.patches.map((patch): Change => {
    const [part = '', id = '', ...property] = tokensOf(patch.path) ?? [];
    return { patch, part, id, property: property.join('/') };
  });
  const made = changes.filter(
    ({ patch, part, property }) => patch.op === 'add' && property === '' && STANDING.includes(part),
  );
  const sayable = new Set(made.map((each) => each.id).filter((name) => id.safeParse(names.thing(name)).success));
  return { timeline, names, changes, sayable, scale: v1Scale(timeline.stage, names.thing) };
}

/** The first patches of things of one collection: what stands there. */
export const whole = (telling: Telling, part: string): readonly Change[] =>
  telling.changes.filter((change) => change.part === part && change.property === '' && change.patch.op === 'add');

export const changesOf = (telling: Telling, part: string, id: string, property: string): readonly Change[] =>
  telling.changes.filter((change) => change.part === part && change.id === id && change.property === property);

export const STILL = { start_ms: 0, duration_ms: 0, easing: 'linear' } as const;

/** When a change happens: the time of its motion, or at once. */
export function timingOf({ at_ms, value }: Patch): Told['timing'] {
  if (!isMotion(value)) return { start_ms: at_ms, duration_ms: 0, easing: 'linear' };
  return { start_ms: value.start_ms, duration_ms: value.duration_ms, easing: easingName(value.ease) };
}
