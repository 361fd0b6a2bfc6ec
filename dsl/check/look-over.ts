import type { Context, Draft } from './context.ts';
import { halfOf, type Shown } from './extent.ts';
import { MAX_ENTITIES } from './limits.ts';
import type { Deed, Mode } from './model.ts';

/** What can only be judged once all of the scene is known. */
export function lookOver(draft: Draft, context: Context): Draft {
  for (const material of draft.materials) {
    if (!context.used.has(material.id)) context.report('dsl/unused-material', material.span, { name: material.id });
  }
  warnUnseen(draft, context);
  return withinLimits(draft, context);
}

const thingsOf = ({ actors, texts, charts, drawings, pictures }: Draft): Shown[] => [
  ...[...actors, ...texts, ...charts],
  ...[...drawings, ...pictures],
];

const MOVING: ReadonlySet<Deed['kind']> = new Set<Deed['kind']>(['move', 'orbit', 'change', 'keyframes']);

/** Things that begin outside of the stage and are never moved. */
function warnUnseen(draft: Draft, context: Context): void {
  const inStates = draft.machines.flatMap(({ states }) => states.flatMap(({ actions }) => actions));
  const moved = new Set(
    [...draft.actions, ...inStates].flatMap(({ deed }) =>
      MOVING.has(deed.kind) && 'target' in deed ? [deed.target] : [],
    ),
  );
  const { width, height } = draft.stage;
  for (const thing of thingsOf(draft)) {
    const { id, at, span, group } = thing;
    if (at.kind !== 'point' || group !== null || moved.has(id)) continue;
    const half = halfOf(thing);
    const across = at.x + half.x >= 0 && at.x - half.x <= width;
    const inside = across && at.y + half.y >= 0 && at.y - half.y <= height;
    if (!inside) context.report('dsl/outside-stage', span, { name: id });
  }
}

/** Leaves out the things beyond the limit, and what is done to them. */
function withinLimits(draft: Draft, context: Context): Draft {
  const all = [...thingsOf(draft), ...draft.groups].sort((a, b) => a.span.offset - b.span.offset);
  const over = new Set<string>();
  for (const mode of ['2d', '3d'] satisfies Mode[]) {
    const mine = all.filter(({ only }) => only === null || only === mode);
    const limit = MAX_ENTITIES[mode];
    const [first, ...rest] = mine.slice(limit);
    if (!first) continue;
    context.report('dsl/limit-entities', first.span, { limit, found: mine.length });
    for (const { id } of [first, ...rest]) over.add(id);
  }
  if (over.size === 0) return draft;
  const keep = ({ id }: { readonly id: string }) => !over.has(id);
  const { actors, texts, groups, charts, drawings, pictures } = draft;
  return {
    ...draft,
    ...{ actors: actors.filter(keep), texts: texts.filter(keep), groups: groups.filter(keep) },
    ...{ charts: charts.filter(keep), drawings: drawings.filter(keep), pictures: pictures.filter(keep) },
  };
}
